import { z } from 'zod'
import { RULES } from './rules.consistency.ts'
import { STATES, STEPS } from './rules.reports.ts'
import { Division, Instant } from './schema.ts'

const Words = (max: number) => z.string().trim().min(1).max(max)
const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
const Value = z.int().nullable()

/** A paragraph in both languages; `{screened}` in it stands for the figure of that name. */
export const Block = z.strictObject({
  heading: z.strictObject({ zh: Words(60), en: Words(120) }),
  zh: Words(4000),
  en: Words(6000),
})
export const Counted = z.strictObject({
  /** A name of the catalogue, or of the catalogue as it was. */
  figure: z.string(),
  version: z.int(),
  value: Value,
  parts: z.record(z.string(), Value),
  knownNow: z.literal(true).optional(),
})
/** Words, or a number with the figure it is; `part` where it is one of a part of the area. */
const Piece = z.strictObject({ said: z.string(), figure: z.string().nullable(), part: z.string().nullable() })
export const ReportRemark = z.strictObject({
  rule: z.enum(RULES),
  weight: z.enum(['error', 'explain', 'notice']),
  at: z.string(),
  zh: z.string(),
  en: z.string(),
})

/** `blocks` empty = the usual paragraphs, or for a correction the differences. `corrects` is an issued report of the same area. */
export const DraftReport = z.strictObject({
  id: z.uuid(),
  versionId: z.uuid(),
  area: Division,
  asOf: Instant,
  /** What arrived later does not count; null = what is known when it is counted. */
  knownBy: Instant.nullable().default(null),
  title: Words(200),
  corrects: z.uuid().nullable().default(null),
  blocks: z.array(Block).min(1).max(30).optional(),
})
export type DraftReport = z.infer<typeof DraftReport>
export const KeptReport = Kept

/** Counts the figures anew and keeps the text as it is said here. */
export const ReviseReport = z.strictObject({
  reportId: z.uuid(),
  id: z.uuid(),
  /** The version that was read; another one written since is not overwritten. */
  onVersion: z.uuid(),
  title: Words(200),
  blocks: z.array(Block).min(1).max(30),
})
export type ReviseReport = z.infer<typeof ReviseReport>

export const StepReport = z.strictObject({
  reportId: z.uuid(),
  id: z.uuid(),
  versionId: z.uuid(),
  step: z.enum(STEPS),
  note: Words(1000).nullable().default(null),
})
export type StepReport = z.infer<typeof StepReport>

/** `explanation` says why a cumulative figure fell, where one did. */
export const SealReport = z.strictObject({
  reportId: z.uuid(),
  id: z.uuid(),
  versionId: z.uuid(),
  explanation: Words(1000).nullable().default(null),
})
export type SealReport = z.infer<typeof SealReport>
export const Sealed = Kept.extend({ number: z.int(), sha256: z.string() })

export const AskReport = z.strictObject({ reportId: z.uuid() })
export const ListReports = z.strictObject({
  area: Division.optional(),
  state: z.enum(STATES).optional(),
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const ReportRow = z.strictObject({
  id: z.uuid(),
  area: Division,
  asOf: Instant,
  title: z.string(),
  state: z.enum(STATES),
  corrects: z.uuid().nullable(),
  number: z.int().nullable(),
})
export const ReportPage = z.strictObject({ items: z.array(ReportRow), next: z.string().nullable() })

const Difference = z.strictObject({
  figure: z.string(),
  part: Division.nullable(),
  before: Value,
  after: Value,
})
export const DELIVERY_STATES = ['waiting', 'delivered', 'partly', 'refused', 'failed', 'superseded'] as const
const Count = z.int().nullable()
const DeliveryTry = z.strictObject({
  at: Instant,
  state: z.enum(DELIVERY_STATES),
  reason: z.string().nullable(),
  status: Count,
  imported: Count,
  updated: Count,
  ignored: Count,
  deleted: Count,
  /** The code of the other side, and the figures and divisions of ours that it named. */
  conflicts: z.array(z.strictObject({ code: z.string().nullable(), names: z.array(z.string()) })),
})
/** Where an issued report stands on its way to the city; the newest request first. */
const SentUp = z.strictObject({
  /** Null where no system of the city is set up. */
  to: z.string().nullable(),
  deliveries: z.array(
    z.strictObject({
      id: z.uuid(),
      askedAt: Instant,
      state: z.enum(DELIVERY_STATES),
      nextAt: Instant.nullable(),
      tries: z.array(DeliveryTry),
    }),
  ),
})
export const DeliverReport = z.strictObject({ reportId: z.uuid(), id: z.uuid() })

export const ReportDetails = ReportRow.extend({
  versionId: z.uuid(),
  nth: z.int(),
  /** When the values were counted: what the county knew then. */
  countedAt: Instant,
  /** Set where the report says what was known at an earlier moment. */
  knownBy: Instant.nullable(),
  blocks: z.array(Block),
  /** The paragraphs with their numbers in them. */
  text: z.array(z.strictObject({ zh: z.array(Piece), en: z.array(Piece) })),
  counted: z.array(Counted),
  remarks: z.array(ReportRemark),
  seal: z
    .strictObject({ number: z.int(), sha256: z.string(), previousSha256: z.string().nullable(), at: Instant })
    .nullable(),
  /** The sealed report of the area before this one, and what changed since. */
  before: z
    .strictObject({ id: z.uuid(), asOf: Instant, title: z.string(), differences: z.array(Difference) })
    .nullable(),
  /** What is another number today: corrected, or arrived late. */
  since: z.array(Difference),
  steps: z.array(z.strictObject({ step: z.enum([...STEPS, 'sealed']), at: Instant, note: z.string().nullable() })),
  mayCheck: z.boolean(),
  /** Null for a report that does not go up: a township's, or one that is not issued. */
  sentUp: SentUp.nullable(),
})

/** `lang` is that of a page or of a file for a word processor; data carry both languages. */
export const PrintReport = z.strictObject({
  reportId: z.uuid(),
  format: z.enum(['pdf', 'docx', 'json', 'dhis2']),
  lang: z.enum(['zh', 'en']).default('zh'),
})
export const ReportFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })
