import { z } from 'zod'
import { followUpKinds, outcomes } from './rules.ts'

export const BATCH_MAX = 2_000

export const Instant = z.iso.datetime({ offset: true })
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Village = z.string().regex(/^\d{12}$/)
export const Key = z.string().regex(/^[a-z][a-z0-9-]{1,38}$/)
export const Arrived = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const Outcome = z.enum(outcomes)

/** By when which share of the households has to be done. */
export const Target = z.strictObject({ at: Instant, percent: z.int().min(1).max(100) })
export const OpenRound = z
  .strictObject({
    id: z.uuid(),
    /** The county, a township or a village. */
    area: Division,
    title: z.string().trim().min(2).max(60),
    questionnaire: z.strictObject({ key: Key, version: z.int().min(1) }),
    startedAt: Instant,
    targets: z.array(Target).max(12).default([]),
  })
  .refine(({ startedAt, targets }) => targets.every(({ at }) => Date.parse(at) > Date.parse(startedAt)), {
    path: ['targets'],
    message: '目标时刻须晚于开始时刻 | A target lies after the beginning',
  })
  .refine(({ targets }) => new Set(targets.map(({ at }) => Date.parse(at))).size === targets.length, {
    path: ['targets'],
    message: '同一时刻只能有一个目标 | One target a moment',
  })
export type OpenRound = z.infer<typeof OpenRound>
export const EndRound = z.strictObject({ roundId: z.uuid(), endedAt: Instant })

export const RoundRow = z.strictObject({
  id: z.uuid(),
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  questionnaire: z.strictObject({ key: z.string(), version: z.int() }),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  targets: z.array(Target),
})
export type RoundRow = z.infer<typeof RoundRow>
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const ListRounds = z.strictObject({ state: z.enum(['running', 'ended', 'all']).default('all'), ...paging })
export const RoundPage = page(RoundRow)

const Answer = z.union([z.boolean(), z.number(), z.string().max(500), z.array(z.string().max(100)).max(40)])
/** What one member answered; the household as a whole when it names nobody. By the questions' link ids. */
export const Sheet = z.strictObject({
  personId: z.uuid().nullable().default(null),
  answers: z.record(z.string().max(255), Answer),
})
export type Sheet = z.infer<typeof Sheet>

/** One knock. `id` is made on the device, so sending it twice is harmless. */
export const Visit = z
  .strictObject({
    id: z.uuid(),
    roundId: z.uuid(),
    householdId: z.uuid(),
    /** The device's clock, or the time on the paper. */
    recordedAt: Instant,
    outcome: Outcome,
    way: z.enum(['app', 'paper', 'desk']).default('app'),
    /** How to find them next time; never a name. */
    note: z.string().trim().max(200).nullable().default(null),
    deviceSeq: z.int().min(1).nullable().default(null),
    /** The version of the round's questionnaire that was asked; the round's own when left out. */
    version: z.int().min(1).nullable().default(null),
    sheets: z.array(Sheet).max(31).default([]),
    corrects: z.uuid().nullable().default(null),
    why: z.string().trim().min(2).max(200).nullable().default(null),
    voided: z.boolean().default(false),
  })
  .refine(({ corrects, why, voided }) => (corrects === null ? why === null && !voided : why !== null), {
    path: ['why'],
    message:
      '更正须写明所更正的记录和原因 | A correction names the record and says why; without one there is nothing to explain',
  })
  .refine(({ sheets }) => new Set(sheets.map(({ personId }) => personId)).size === sheets.length, {
    path: ['sheets'],
    message: '同一人只能有一份答卷 | One sheet a person',
  })
export type Visit = z.infer<typeof Visit>
export const VisitBatch = z.strictObject({
  /** The device's clock at the moment of sending: a wrong clock is corrected by the difference. */
  sentAt: Instant.nullable().default(null),
  items: z.array(Visit).max(BATCH_MAX),
})
export const Receipt = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
  /** What the answers opened. */
  followUps: z.array(z.strictObject({ id: z.uuid(), kind: z.enum(followUpKinds) })),
  /** Required questions that were asked of somebody and have no answer, of all sheets together. */
  unanswered: z.int(),
})
export type Receipt = z.infer<typeof Receipt>

export const Counted = z.strictObject({
  households: z.int(),
  met: z.int(),
  phone: z.int(),
  notice: z.int(),
  nobody: z.int(),
  sealed: z.int(),
  refused: z.int(),
})
/** `asOf` left out means now; of a round that is over, its end. */
export const AskProgress = z.strictObject({
  roundId: z.uuid(),
  area: Division.optional(),
  asOf: Instant.optional(),
})
export const Progress = z.strictObject({
  round: RoundRow,
  area: z.string(),
  name: z.string(),
  asOf: Instant,
  total: Counted,
  /** Each target with how it stood at its own moment, or now when that is still to come. */
  targets: z.array(
    z.strictObject({ ...Target.shape, due: z.boolean(), households: z.int(), needed: z.int(), done: z.int() }),
  ),
  /** Of a county its townships, of a township its villages. `needed` by the latest target that is due. */
  children: z.array(
    z.strictObject({ division: z.string(), name: z.string(), counted: Counted, needed: z.int().nullable() }),
  ),
  /** How many households were done at the end of each whole hour in which that changed, in the order of the clock. */
  hours: z.array(z.strictObject({ hour: Instant, done: z.int() })),
})

export const ListBlocks = z.strictObject({
  roundId: z.uuid(),
  division: Village,
  asOf: Instant.optional(),
  ...paging,
})
export const BlockLine = z.strictObject({
  unit: z.string(),
  compoundId: z.uuid().nullable(),
  block: z.string().nullable(),
  counted: Counted,
  /** By the latest target that is due. */
  needed: z.int().nullable(),
})
export const BlockPage = page(BlockLine)
