import { z } from 'zod'
import { climbs, findingStates, manners, placeKinds, severities, steps } from './rules.ts'

export const BATCH_MAX = 500
export const Instant = z.iso.datetime({ offset: true })
const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Words = (max: number) => z.string().trim().min(1).max(max)
const Why = z.string().trim().min(2).max(200)
const Key = z.string().regex(/^[a-z][a-z0-9-]{1,38}$/)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })

const Checklist = z.strictObject({ key: Key, version: z.int().min(1) })
const Team = z.strictObject({
  id: z.uuid(),
  title: Words(40),
  /** Which townships or villages it goes to; all of the plan's area when it says none. */
  areas: z.array(Division).max(60).default([]),
  /** Posts of responsibility, the first leads. */
  postIds: z.array(z.uuid()).min(1).max(30),
})
export const AddPlan = z
  .strictObject({
    id: z.uuid(),
    area: Division,
    title: Words(60),
    placeKinds: z.array(z.enum(placeKinds)).min(1).max(placeKinds.length),
    from: Day,
    to: Day,
    /** How many inspections it wants. */
    wanted: z.int().min(1).max(100_000).nullable().default(null),
    unannounced: z.boolean().default(false),
    checklist: Checklist.nullable().default(null),
    teams: z.array(Team).max(60).default([]),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: '结束日期早于开始日期 | The end lies before the beginning',
  })
export type AddPlan = z.infer<typeof AddPlan>
export const EndPlan = z.strictObject({ id: z.uuid(), planId: z.uuid(), why: Why, at: Instant })

export const PlanRow = z.strictObject({
  id: z.uuid(),
  area: z.string(),
  areaName: z.string(),
  title: z.string(),
  placeKinds: z.array(z.enum(placeKinds)),
  from: Day,
  to: Day,
  wanted: z.int().nullable(),
  unannounced: z.boolean(),
  checklist: Checklist.nullable(),
  endedAt: Instant.nullable(),
  /** How many inspections name it, as of the moment asked for. */
  inspected: z.int(),
  teams: z.array(
    z.strictObject({
      id: z.uuid(),
      title: z.string(),
      areas: z.array(z.string()),
      posts: z.array(z.strictObject({ id: z.uuid(), title: z.string() })),
      inspected: z.int(),
    }),
  ),
})
export type PlanRow = z.infer<typeof PlanRow>
export const ListPlans = z.strictObject({ asOf: Instant.optional(), ...paging })
export const PlanPage = page(PlanRow)
export const StartChecklists = z.strictObject({})
export const StartedChecklists = z.strictObject({
  items: z.array(z.strictObject({ key: z.string(), version: z.int(), arrival: z.enum(['new', 'again']) })),
})

const Answer = z.union([z.boolean(), z.number(), z.string().max(500), z.array(z.string().max(100)).max(40)])
const NewFinding = z.strictObject({
  id: z.uuid(),
  severity: z.enum(severities),
  /** What is wrong; never a name. */
  what: Words(300),
  dueAt: Instant,
  /** The question of the checklist that it answers. */
  linkId: z.string().max(255).nullable().default(null),
})
const device = {
  way: z.enum(['app', 'paper', 'desk']).default('desk'),
  deviceSeq: z.int().min(1).nullable().default(null),
}
const correcting = {
  corrects: z.uuid().nullable().default(null),
  why: Why.nullable().default(null),
  voided: z.boolean().default(false),
}
const EXPLAINED = {
  path: ['why'],
  message:
    '更正须写明所更正的记录和原因 | A correction names the record and says why; without one there is nothing to explain',
}
const isExplained = (one: { corrects: string | null; why: string | null; voided: boolean }): boolean =>
  one.corrects === null ? one.why === null && !one.voided : one.why !== null

/** Somebody was there and looked. `id` is made on the device, so sending it twice is harmless. */
export const Inspection = z
  .strictObject({
    id: z.uuid(),
    division: Division,
    placeKind: z.enum(placeKinds),
    placeId: z.uuid().nullable().default(null),
    /** Of a venue without a register; the others are called as their register calls them. */
    placeName: Words(60).nullable().default(null),
    manner: z.enum(manners).default('planned'),
    planId: z.uuid().nullable().default(null),
    teamId: z.uuid().nullable().default(null),
    /** Who went, by post; the leader first when the visit was led. */
    postIds: z.array(z.uuid()).max(30).default([]),
    checklist: Checklist.nullable().default(null),
    answers: z.record(z.string().max(255), Answer).default({}),
    findings: z.array(NewFinding).max(60).default([]),
    note: z.string().trim().max(500).nullable().default(null),
    /** The device's clock, or the time on the paper. */
    recordedAt: Instant,
    ...device,
    ...correcting,
  })
  .refine(isExplained, EXPLAINED)
  .refine(({ findings }) => new Set(findings.map(({ id }) => id)).size === findings.length, {
    path: ['findings'],
    message: '问题编号重复 | Two findings have the same id',
  })
  .refine(({ manner, postIds }) => manner !== 'led' || postIds.length > 0, {
    path: ['postIds'],
    message: '领导带队须写明带队岗位 | A visit that is led names the post that leads it',
  })
export type Inspection = z.infer<typeof Inspection>
export const InspectionBatch = sent(Inspection)
export const InspectionKept = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
  /** Required questions of the checklist without an answer. */
  unanswered: z.int(),
})

export const Step = z
  .strictObject({
    id: z.uuid(),
    findingId: z.uuid(),
    step: z.enum(steps),
    /** What was done or seen; never a name. */
    note: z.string().trim().max(500).nullable().default(null),
    /** How many of what the note says: notices put up, masks handed out. */
    counted: z.int().min(0).max(1_000_000).nullable().default(null),
    photoIds: z.array(z.uuid()).max(9).default([]),
    /** Until when it has to be put right after a re-check that failed. */
    dueAt: Instant.nullable().default(null),
    recordedAt: Instant,
    ...device,
    ...correcting,
  })
  .refine(isExplained, EXPLAINED)
export type Step = z.infer<typeof Step>
export const StepBatch = sent(Step)

export const PHOTO_MAX = 1_500_000
export const AddPhoto = z.strictObject({
  id: z.uuid(),
  findingId: z.uuid(),
  /** Base 64; whatever it says about where and when it was taken is taken out before it is kept. */
  content: z
    .base64()
    .min(8)
    .max(Math.ceil(PHOTO_MAX / 3) * 4),
})
export const PhotoKept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']), sha256: z.string() })
export const AskPhoto = z.strictObject({ photoId: z.uuid() })
export const Photo = z.strictObject({ id: z.uuid(), findingId: z.uuid(), type: z.string(), content: z.string() })

export const InspectionRow = z.strictObject({
  /** Of the record as it was first made; corrections keep it. */
  id: z.uuid(),
  latestId: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  placeKind: z.enum(placeKinds),
  placeId: z.uuid().nullable(),
  placeName: z.string(),
  manner: z.enum(manners),
  planId: z.uuid().nullable(),
  occurredAt: Instant,
  unanswered: z.int(),
  findings: z.int(),
  open: z.int(),
  overdue: z.int(),
})
export type InspectionRow = z.infer<typeof InspectionRow>
export const ListInspections = z.strictObject({
  area: Division.optional(),
  asOf: Instant.optional(),
  placeKind: z.enum(placeKinds).optional(),
  manner: z.enum(manners).optional(),
  planId: z.uuid().optional(),
  ...paging,
})
export const InspectionPage = page(InspectionRow)

export const FindingRow = z.strictObject({
  id: z.uuid(),
  inspectionId: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  placeKind: z.enum(placeKinds),
  placeName: z.string(),
  severity: z.enum(severities),
  what: z.string(),
  at: Instant,
  state: z.enum(findingStates),
  since: Instant,
  dueAt: Instant,
  overdue: z.boolean(),
  climbed: z.enum(climbs).nullable(),
  /** Found by the county or a township. */
  byDivision: z.string(),
})
export type FindingRow = z.infer<typeof FindingRow>
export const ListFindings = z.strictObject({
  area: Division.optional(),
  asOf: Instant.optional(),
  /** `standing`: open or waiting for the re-check. */
  state: z.enum(['standing', 'overdue', ...findingStates, 'all']).default('standing'),
  climbed: z.enum(climbs).optional(),
  ...paging,
})
export const FindingPage = z.strictObject({ asOf: Instant, items: z.array(FindingRow), next: z.string().nullable() })

const StepRow = z.strictObject({
  id: z.uuid(),
  step: z.enum(steps),
  note: z.string().nullable(),
  counted: z.int().nullable(),
  photoIds: z.array(z.uuid()),
  dueAt: Instant.nullable(),
  at: Instant,
  corrects: z.uuid().nullable(),
  why: z.string().nullable(),
  voided: z.boolean(),
  stands: z.boolean(),
})
export const AskInspection = z.strictObject({ inspectionId: z.uuid(), asOf: Instant.optional() })
export const WholeInspection = z.strictObject({
  asOf: Instant,
  inspection: z.strictObject({
    ...InspectionRow.shape,
    byDivision: z.string(),
    planTitle: z.string().nullable(),
    teamId: z.uuid().nullable(),
    teamTitle: z.string().nullable(),
    posts: z.array(z.strictObject({ id: z.uuid(), title: z.string() })),
    checklist: Checklist.nullable(),
    answers: z.record(z.string(), Answer),
    note: z.string().nullable(),
    voided: z.boolean(),
    /** What it said before it was put right, the oldest first. */
    corrections: z.array(z.strictObject({ id: z.uuid(), why: z.string(), receivedAt: Instant })),
  }),
  findings: z.array(
    z.strictObject({
      ...FindingRow.shape,
      linkId: z.string().nullable(),
      steps: z.array(StepRow),
      photoIds: z.array(z.uuid()),
    }),
  ),
})

export const AskHeat = z.strictObject({ area: Division.optional(), asOf: Instant.optional() })
const counted = {
  inspected: z.int(),
  places: z.int(),
  findings: z.int(),
  open: z.int(),
  waiting: z.int(),
  overdue: z.int(),
  passed: z.int(),
}
export const Heat = z.strictObject({
  asOf: Instant,
  area: z.string(),
  items: z.array(z.strictObject({ division: z.string(), name: z.string(), ...counted })),
  total: z.strictObject(counted),
})
