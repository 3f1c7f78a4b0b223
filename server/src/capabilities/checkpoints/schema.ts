import { z } from 'zod'
import { Document, Phone, Plate } from '../people/schema.ts'

export const BATCH_MAX = 10_000

/** A calendar day in the county's zone (Asia/Shanghai), `YYYY-MM-DD`; never an instant. */
export const Day = z.iso.date()
/** An instant with its offset, `2020-02-06T08:00:00+08:00`. */
export const Instant = z.iso.datetime({ offset: true })

export const MeasuringSite = z.enum(['forehead', 'axillary', 'ear', 'wrist'])
export const Decision = z.enum(['pass', 'turned-back', 'medical', 'refused'])
export const Reason = z.enum([
  'no-need-to-travel',
  'from-affected-area',
  'no-proof-of-residence',
  'fever',
  'symptoms',
  'would-not-be-measured',
  'would-not-register',
  'other',
])
export const Symptom = z.enum([
  'cough',
  'sputum',
  'sore-throat',
  'runny-nose',
  'weakness',
  'muscle-pain',
  'headache',
  'chills',
  'shortness-of-breath',
  'chest-tightness',
  'diarrhoea',
  'vomiting',
])
/** Who stood at the barrier: somebody already known, or what the shift could read and ask. The identity is sealed on arrival. */
export const Traveller = z.union([
  z.strictObject({ personId: z.uuid() }),
  z.strictObject({
    name: z.string().trim().min(1).max(50).nullable(),
    document: Document.nullable(),
    phone: Phone.nullable(),
  }),
])

/** One person screened at a checkpoint. `id` is made on the device, so sending the same passage twice is harmless. */
export const Passage = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  shiftId: z.uuid().nullable().default(null),
  deviceSeq: z.int().min(1).nullable().default(null),
  recordedAt: Instant,
  direction: z.enum(['in', 'out']).default('in'),
  traveller: Traveller.nullable().default(null),
  /** Shared by everybody who sat in one vehicle: the id of the first of their passages, which also stands for the vehicle in the counts. */
  vehicleId: z.uuid().nullable().default(null),
  plate: Plate.nullable().default(null),
  temperatureC: z.number().min(30).max(45).multipleOf(0.1).nullable(),
  site: MeasuringSite.default('forehead'),
  symptoms: z.array(Symptom).max(12).default([]),
  /** GB/T 2260 code (6 digits) of where the journey began; the ID number's prefix is never used for this. */
  fromCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  toDivision: z
    .string()
    .regex(/^\d{6}(\d{3}){0,2}$/)
    .nullable()
    .default(null),
  decision: Decision,
  reason: Reason.nullable().default(null),
  /** The tally this person had already been counted in, so that nobody is counted twice. */
  fromTallyId: z.uuid().nullable().default(null),
})
export type Passage = z.infer<typeof Passage>

/** Asked before anybody is let through. */
export const CheckTravellers = z.strictObject({ checkpointId: z.uuid(), personIds: z.array(z.uuid()).min(1).max(20) })
export const CheckedTravellers = z.strictObject({
  items: z.array(z.strictObject({ personId: z.uuid(), underOrder: z.enum(['home', 'central']) })),
})

/** People counted in a rush without an individual record. */
export const Tally = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  shiftId: z.uuid().nullable().default(null),
  deviceSeq: z.int().min(1).nullable().default(null),
  /** Two people counting side by side use two lanes; one lane's spans may not overlap. */
  lane: z.int().min(1).max(20).default(1),
  startedAt: Instant,
  recordedAt: Instant,
  screened: z.int().min(0).max(5000),
  turnedBack: z.int().min(0).max(5000).default(0),
  vehicles: z.int().min(0).max(5000).default(0),
})
export type Tally = z.infer<typeof Tally>

/** A new fact that names the passage it corrects; `voided` says the passage never happened. */
export const PassageCorrection = z.strictObject({
  id: z.uuid(),
  passageId: z.uuid(),
  recordedAt: Instant,
  why: z.string().trim().min(2).max(200),
  voided: z.boolean().default(false),
  temperatureC: z.number().min(30).max(45).multipleOf(0.1).nullable().optional(),
  site: MeasuringSite.optional(),
  symptoms: z.array(Symptom).max(12).optional(),
  decision: Decision.optional(),
  reason: Reason.nullable().optional(),
})
export type PassageCorrection = z.infer<typeof PassageCorrection>

const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    /** The device's clock at the moment of sending: a wrong clock is corrected by the difference. */
    sentAt: Instant.nullable().default(null),
    items: z.array(item).max(BATCH_MAX),
  })
export const PassageBatch = sent(Passage)
export const TallyBatch = sent(Tally)

/** Under which order of isolation somebody stood when they passed, if under any. */
const UnderOrder = z.enum(['home', 'central']).nullable()

/** What the device may show as delivered: written after the commit. */
export const Receipt = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
  fever: z.boolean(),
  handOverId: z.uuid().nullable(),
})
export type Receipt = z.infer<typeof Receipt>
export const PassageReceipt = z.strictObject({ ...Receipt.shape, underOrder: UnderOrder })
export type PassageReceipt = z.infer<typeof PassageReceipt>

export const PassageRow = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  occurredAt: Instant,
  recordedAt: Instant,
  receivedAt: Instant,
  direction: z.enum(['in', 'out']),
  personId: z.uuid().nullable(),
  vehicleId: z.uuid().nullable(),
  temperatureC: z.number().nullable(),
  site: MeasuringSite,
  symptoms: z.array(Symptom),
  fromCode: z.string().nullable(),
  toDivision: z.string().nullable(),
  decision: Decision,
  reason: Reason.nullable(),
  fever: z.boolean(),
  voided: z.boolean(),
  corrections: z.int(),
  underOrder: UnderOrder,
})
export type PassageRow = z.infer<typeof PassageRow>

export const Counts = z.strictObject({
  screened: z.int(),
  fevers: z.int(),
  turnedBack: z.int(),
  medical: z.int(),
  refused: z.int(),
  vehicles: z.int(),
})
export type Counts = z.infer<typeof Counts>

export const HandOverOutcome = z.enum(['excluded', 'suspected', 'confirmed', 'unreachable'])
/** A fever handed to the medical side: open (red) until an outcome comes back. */
export const HandOverRow = z.strictObject({
  id: z.uuid(),
  passageId: z.uuid(),
  checkpointId: z.uuid(),
  checkpointName: z.string(),
  personId: z.uuid().nullable(),
  temperatureC: z.number().nullable(),
  openedAt: Instant,
  /** Said at the hand-over, or decided in its case: the last word. */
  outcome: z.enum([...HandOverOutcome.options, 'asymptomatic']).nullable(),
  outcomeAt: Instant.nullable(),
  outcomeNote: z.string().nullable(),
  caseId: z.uuid().nullable(),
})
export type HandOverRow = z.infer<typeof HandOverRow>
export const RecordOutcome = z.strictObject({
  id: z.uuid(),
  handOverId: z.uuid(),
  recordedAt: Instant,
  outcome: HandOverOutcome,
  /** Where the person was examined; never a name. */
  note: z.string().trim().max(200).nullable().default(null),
})

export const ShiftRow = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  startedAt: Instant,
  closedAt: Instant.nullable(),
  members: z.int(),
  note: z.string().nullable(),
  openFevers: z.int(),
  handedOverFrom: z.uuid().nullable(),
})
export type ShiftRow = z.infer<typeof ShiftRow>
export const OpenShift = z.strictObject({
  id: z.uuid(),
  checkpointId: z.uuid(),
  recordedAt: Instant,
  /** How many people stand the shift. */
  members: z.int().min(1).max(50),
  /** The shift that hands over to this one; it is closed by the same fact. */
  handedOverFrom: z.uuid().nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
})
export const OpenShiftDone = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const CloseShift = z.strictObject({
  shiftId: z.uuid(),
  recordedAt: Instant,
  note: z.string().trim().max(500).nullable().default(null),
})

/** The overview: everything as of one moment; `asOf` empty means now. */
export const Board = z.strictObject({
  asOf: Instant,
  total: Counts,
  openFevers: z.int(),
  townships: z.array(
    z.strictObject({
      division: z.string(),
      name: z.string(),
      counts: Counts,
      openFevers: z.int(),
      checkpoints: z.int(),
    }),
  ),
  checkpoints: z.array(
    z.strictObject({
      id: z.uuid(),
      name: z.string(),
      kind: z.string(),
      division: z.string(),
      longitude: z.number().nullable(),
      latitude: z.number().nullable(),
      counts: Counts,
      openFevers: z.int(),
      lastPassageAt: Instant.nullable(),
    }),
  ),
})
export type Board = z.infer<typeof Board>

export const Hour = z.strictObject({ hour: Instant, counts: Counts })
export const CheckpointDay = z.strictObject({
  checkpointId: z.uuid(),
  day: Day,
  asOf: Instant,
  hours: z.array(Hour),
  total: Counts,
})
export type CheckpointDay = z.infer<typeof CheckpointDay>
/** One day of everything in the reader's area, up to a moment of it. */
export const BoardDay = z.strictObject({ day: Day, asOf: Instant, hours: z.array(Hour), total: Counts })

const paging = { after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const ListPassages = z.strictObject({ checkpointId: z.uuid(), day: Day.optional(), ...paging })
export const PassagePage = page(PassageRow)
export const ListHandOvers = z.strictObject({ state: z.enum(['open', 'closed', 'all']).default('open'), ...paging })
export const HandOverPage = page(HandOverRow)
export const OpenHandOverCase = z.strictObject({ handOverId: z.uuid() })
export const HandOverCase = z.strictObject({ caseId: z.uuid(), arrival: z.enum(['new', 'again']) })
export const OutcomeDone = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const ListShifts = z.strictObject({ checkpointId: z.uuid(), ...paging })
export const ShiftPage = page(ShiftRow)
export const CloseShiftDone = z.strictObject({ shiftId: z.uuid(), arrival: z.enum(['new', 'again']) })
export const AskBoard = z.strictObject({ asOf: Instant.optional() })
export const AskBoardDay = z.strictObject({ day: Day, asOf: Instant.optional() })
export const AskDay = z.strictObject({ checkpointId: z.uuid(), day: Day })
