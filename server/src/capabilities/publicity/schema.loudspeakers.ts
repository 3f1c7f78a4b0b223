import { z } from 'zod'
import { QUIET } from './rules.loudspeakers.ts'
import { Division, Instant, page, paging, Words } from './schema.ts'

const Day = z.iso.date()
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Village = z.string().regex(/^\d{12}$/)
export const MAX = 1_000
const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(MAX) })
export const KeptItem = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })

export const AddLoudspeaker = z.strictObject({ id: z.uuid(), division: Village, name: Words(40), at: Instant })
export const AddLoudspeakers = sent(AddLoudspeaker)
export const TurnLoudspeaker = z.strictObject({
  id: z.uuid(),
  loudspeakerId: z.uuid(),
  turn: z.enum(['broken', 'repaired', 'removed']),
  at: Instant,
})
export const LOUDSPEAKER_STATES = ['working', 'broken', 'removed'] as const
export const LoudspeakerRow = z.strictObject({
  id: z.uuid(),
  division: Village,
  name: z.string(),
  state: z.enum(LOUDSPEAKER_STATES),
})
export const ListLoudspeakers = z.strictObject({ division: Division.optional(), ...paging })
export const LoudspeakerPage = page(LoudspeakerRow)

export const Slot = z.strictObject({ at: Time, minutes: z.int().min(1).max(120) })
export const PlanAiring = z
  .strictObject({
    id: z.uuid(),
    division: Village,
    pieceId: z.uuid(),
    fromOn: Day,
    toOn: Day,
    times: z.array(Slot).min(1).max(12),
  })
  .check(({ value: { fromOn, toOn }, issues }) => {
    if (toOn < fromOn || Date.parse(toOn) - Date.parse(fromOn) > 120 * 86_400_000)
      issues.push({
        code: 'custom',
        message: '结束日期须在开始之后120天内 | The end has to lie within 120 days of the beginning',
        path: ['toOn'],
        input: toOn,
      })
  })
export type PlanAiring = z.infer<typeof PlanAiring>
export const PlanAirings = sent(PlanAiring)
export const EndAiring = z.strictObject({ id: z.uuid(), airingId: z.uuid(), toOn: Day })
export const AiringRow = z.strictObject({
  id: z.uuid(),
  division: Village,
  divisionName: z.string(),
  pieceId: z.uuid(),
  title: z.string(),
  state: z.enum(['published', 'corrected', 'withdrawn']),
  fromOn: Day,
  toOn: Day,
  times: z.array(Slot),
  seconds: z.int(),
  played: z.int(),
  missed: z.int(),
})
export const ListAirings = z.strictObject({
  division: Division.optional(),
  pieceId: z.uuid().optional(),
  /** Only what is on air this day. */
  day: Day.optional(),
  ...paging,
})
export const AiringPage = page(AiringRow)

export const NOT_PLAYED = ['power-cut', 'broken', 'nobody-there', 'weather', 'other'] as const
export const RecordPlay = z
  .strictObject({
    id: z.uuid(),
    division: Village,
    pieceId: z.uuid(),
    /** The plan that it fulfils; none for a play of the village's own. */
    airingId: z.uuid().nullable().default(null),
    loudspeakerId: z.uuid().nullable().default(null),
    dueOn: Day,
    dueAt: Time,
    played: z.boolean(),
    minutes: z.int().min(0).max(240).nullable().default(null),
    reason: z.enum(NOT_PLAYED).nullable().default(null),
    /** What shows it, in a few words that name nobody. */
    note: Words(200).optional(),
    /** When it was played, or when it should have been. */
    at: Instant,
    recordedAt: Instant.optional(),
  })
  .check(({ value: { played, reason, minutes }, issues }) => {
    if (played === (reason === null) && (played || minutes === null)) return
    const message = '未播放须说明原因,已播放不填原因 | Say why when it was not played, and only then'
    issues.push({ code: 'custom', message, path: ['reason'], input: reason })
  })
export type RecordPlay = z.infer<typeof RecordPlay>
export const RecordPlays = sent(RecordPlay)
export const PlayRow = z.strictObject({
  id: z.uuid(),
  division: Village,
  divisionName: z.string(),
  pieceId: z.uuid(),
  title: z.string(),
  dueOn: Day,
  dueAt: Time,
  played: z.boolean(),
  minutes: z.int().nullable(),
  reason: z.enum(NOT_PLAYED).nullable(),
  note: z.string().nullable(),
  photoIds: z.array(z.uuid()),
  at: Instant,
  /** The account that says so. */
  by: z.uuid().nullable(),
  receivedAt: Instant,
})
export const ListPlays = z.strictObject({ division: Division.optional(), pieceId: z.uuid().optional(), ...paging })
export const PlayPage = page(PlayRow)

/** 1.5 MB as base64. */
export const AddPhoto = z.strictObject({ id: z.uuid(), playId: z.uuid(), content: z.base64().min(4).max(2_000_000) })
export const PhotoKept = z.strictObject({ ...KeptItem.shape, sha256: z.string() })
export const AskPhoto = z.strictObject({ photoId: z.uuid() })
export const Photo = z.strictObject({ type: z.string(), content: z.base64() })

export const AskCoverage = z.strictObject({
  /** From this day on; the last seven days when left out. */
  since: Day.optional(),
  until: Day.optional(),
  pieceId: z.uuid().optional(),
})
export const VillageCoverage = z.strictObject({
  division: Village,
  name: z.string(),
  township: z.string(),
  loudspeakers: z.int(),
  working: z.int(),
  planned: z.int(),
  played: z.int(),
  missed: z.int(),
  minutes: z.int(),
  lastAt: Instant.nullable(),
  quiet: z.enum(QUIET).nullable(),
})
export const Coverage = z.strictObject({
  since: Day,
  until: Day,
  villages: z.int(),
  heard: z.int(),
  silent: z.int(),
  items: z.array(VillageCoverage),
})
