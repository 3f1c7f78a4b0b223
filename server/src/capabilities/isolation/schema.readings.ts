import { z } from 'zod'
import { MaskedPerson } from '../people/schema.ts'
import { doubts, levels, slots, standings } from './rules.readings.ts'
import { kinds } from './rules.ts'
import { BATCH_MAX, Day, Division, Instant } from './schema.ts'

export const Slot = z.enum(slots)
const MeasuringSite = z.enum(['axillary', 'forehead', 'ear', 'wrist'])
const Temperature = z.number().min(30).max(45).multipleOf(0.1).nullable()
const Symptoms = z.array(z.string().regex(/^[a-z][a-z-]{1,29}$/)).max(30)
/** Who took it: the team at the door, somebody by phone, the person, a sheet of paper typed in, or the staff of a central site. */
const ways = ['team', 'phone', 'self', 'paper', 'site'] as const

/** One measuring, or a correction of one. `id` is made on the device, so sending the same reading twice is harmless. */
export const Reading = z
  .strictObject({
    id: z.uuid(),
    orderId: z.uuid(),
    deviceSeq: z.int().min(1).nullable().default(null),
    recordedAt: Instant,
    /** The check it was taken for. Left out, the time says which; on paper it is all there is. */
    day: Day.nullable().default(null),
    slot: Slot.nullable().default(null),
    /** Null where the edition has no rule about temperatures. */
    temperatureC: Temperature,
    site: MeasuringSite.default('axillary'),
    symptoms: Symptoms.default([]),
    way: z.enum(ways).default('team'),
    /** The reading that this one takes the place of; `voided` says that it never happened. */
    corrects: z.uuid().nullable().default(null),
    why: z.string().trim().min(2).max(200).nullable().default(null),
    voided: z.boolean().default(false),
  })
  .refine(({ day, slot }) => (day === null) === (slot === null), {
    path: ['slot'],
    message: '日期与早晚须一并写明 | Say the day and the check together',
  })
  .refine(({ way, day }) => way !== 'paper' || day !== null, {
    path: ['day'],
    message: '纸质记录须写明日期与早晚 | What stands on paper has a day and a check',
  })
  .refine(({ corrects, why }) => (corrects === null) === (why === null), {
    path: ['why'],
    message: '更正须写明被更正的记录与原因 | A correction names the reading and the reason',
  })
  .refine(({ corrects, voided }) => corrects !== null || !voided, {
    path: ['voided'],
    message: '只有更正可以作废 | Only a correction can void',
  })
export type Reading = z.infer<typeof Reading>

export const ReadingBatch = z.strictObject({
  /** The device's clock at the moment of sending: a wrong clock is corrected by the difference. */
  sentAt: Instant.nullable().default(null),
  items: z.array(Reading).max(BATCH_MAX),
})

export const ReadingReceipt = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
  /** The check it counts for. */
  day: Day,
  slot: Slot,
  abnormal: z.boolean(),
  /** Why somebody should look at its time; it is kept all the same. */
  doubt: z.enum(doubts).nullable(),
  /** The case that a fever or symptom opened or joined. */
  caseId: z.uuid().nullable(),
})
export type ReadingReceipt = z.infer<typeof ReadingReceipt>

export const ReadingRow = z.strictObject({
  id: z.uuid(),
  day: Day,
  slot: Slot,
  temperatureC: z.number().nullable(),
  site: MeasuringSite.nullable(),
  symptoms: z.array(z.string()),
  fever: z.boolean(),
  way: z.enum(ways),
  doubt: z.enum(doubts).nullable(),
  occurredAt: Instant,
  recordedAt: Instant,
  receivedAt: Instant,
  corrects: z.uuid().nullable(),
})
export type ReadingRow = z.infer<typeof ReadingRow>

export const CheckRow = z.strictObject({
  day: Day,
  slot: Slot,
  opensAt: Instant,
  dueAt: Instant,
  missedAt: Instant,
  standing: z.enum(standings),
  reading: ReadingRow.nullable(),
})
export type CheckRow = z.infer<typeof CheckRow>

const Watched = {
  orderId: z.uuid(),
  kind: z.enum(kinds),
  division: z.string(),
  personId: z.uuid(),
  /** As it may stand on a screen. */
  person: MaskedPerson.nullable(),
}

const paging = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const ListWork = z.strictObject({
  area: Division.optional(),
  kind: z.enum(kinds).optional(),
  /** `open`: something to do now, due or missed; `abnormal`: a fever or symptom today. */
  state: z.enum(['open', 'abnormal', 'all']).default('open'),
  ...paging,
})
export const WorkItem = z.strictObject({
  ...Watched,
  householdId: z.uuid().nullable(),
  block: z.string().nullable(),
  door: z.string().nullable(),
  /** The nth day of observation, counted from its anchor. */
  dayNumber: z.int(),
  lastDay: Day,
  startsAt: Instant,
  endsAt: Instant,
  /** With the plan in force a phone works out the checks of days on which it has no network. */
  checksPerDay: z.int(),
  /** What the edition asks about; empty: only the temperature. */
  symptoms: z.array(z.string()),
  checks: z.array(CheckRow),
})
export type WorkItem = z.infer<typeof WorkItem>
export const WorkPage = page(WorkItem)

export const ListClimbing = z.strictObject({ area: Division.optional(), level: z.enum(levels).optional(), ...paging })
export const ClimbingRow = z.strictObject({
  ...Watched,
  /** The first check that was missed since somebody was last met. */
  day: Day,
  slot: Slot,
  missedAt: Instant,
  level: z.enum(levels),
  lastReadingAt: Instant.nullable(),
})
export const ClimbingPage = page(ClimbingRow)

export const ListDoubtful = z.strictObject({ area: Division.optional(), ...paging })
export const DoubtfulPage = page(z.strictObject({ ...ReadingRow.shape, ...Watched }))

const Tally = {
  owed: z.int(),
  done: z.int(),
  late: z.int(),
  due: z.int(),
  missed: z.int(),
  abnormal: z.int(),
}
export const AskBoard = z.strictObject({ area: Division.optional(), asOf: Instant.optional() })
export const ReadingBoard = z.strictObject({
  day: Day,
  asOf: Instant,
  area: z.string(),
  observed: z.int(),
  total: z.array(z.strictObject({ slot: Slot, ...Tally })),
  divisions: z.array(
    z.strictObject({
      division: z.string(),
      name: z.string(),
      observed: z.int(),
      slots: z.array(z.strictObject({ slot: Slot, ...Tally })),
      climbing: z.strictObject({ village: z.int(), township: z.int(), county: z.int() }),
    }),
  ),
  climbing: z.strictObject({ village: z.int(), township: z.int(), county: z.int() }),
})

export const AskOrder = z.strictObject({ orderId: z.uuid() })
export const OrderReadings = z.strictObject({
  ...Watched,
  profile: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  anchorOn: Day,
  symptoms: z.array(z.string()),
  feverC: z.number().nullable(),
  checks: z.array(CheckRow),
  /** Readings that belong to no check of the observation: taken before it, after it, or twice for the same check. */
  others: z.array(ReadingRow),
})
