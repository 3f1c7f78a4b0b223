import { z } from 'zod'
import { answers, fields, outcomes } from './rules.ts'

const Instant = z.iso.datetime({ offset: true })
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Short = (most: number) => z.string().trim().min(2).max(most)
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
const paging = (most: number) => ({
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(most).default(50),
})

export const Field = z.enum(fields)
export const Answer = z.enum(answers)
export const Outcome = z.enum(outcomes)

/** What a person says a column means. The heading is repeated, so that a file whose columns moved is noticed. */
const Column = z.strictObject({ heading: z.string().max(100), field: Field })
const Columns = z.array(Column).min(1).max(256)
/** The file in base64; twelve megabytes at most. */
const File = z.string().min(4).max(16_500_000)
const Sheet = z.string().max(100).nullable().default(null)
const HeaderRow = z.int().min(1).max(1_048_576).nullable().default(null)

export const PreviewList = z.strictObject({
  sender: Short(80).nullable().default(null),
  file: File,
  sheet: Sheet,
  headerRow: HeaderRow,
  /** To see what becomes of the rows under other meanings than those suggested. */
  columns: Columns.nullable().default(null),
})
export type PreviewList = z.infer<typeof PreviewList>

const Rejected = z.strictObject({ nth: z.int(), reasons: z.array(z.string()) })
export const ListPreview = z.strictObject({
  format: z.enum(['xlsx', 'csv']),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.strictObject({ name: z.string(), hidden: z.boolean(), rows: z.int(), chosen: z.boolean() })),
  headerRow: z.int(),
  columns: z.array(
    z.strictObject({
      /** As the spreadsheet calls it: A, B, AA. */
      column: z.string(),
      heading: z.string(),
      field: Field,
      from: z.enum(['remembered', 'dictionary', 'nothing', 'said']),
    }),
  ),
  read: z.int(),
  blank: z.int(),
  usable: z.int(),
  rejectedCount: z.int(),
  /** The first fifty. */
  rejected: z.array(Rejected),
  hiddenRows: z.int(),
  /** The first rows, with identities masked. */
  sample: z.array(z.strictObject({ nth: z.int(), cells: z.array(z.string()) })),
  /** The list this very file made when it came before. */
  receivedBefore: z.uuid().nullable(),
})
export type ListPreview = z.infer<typeof ListPreview>

export const ReceiveList = z.strictObject({
  id: z.uuid(),
  sender: Short(80),
  /** By what right it was handed over: an act, a notice with its number. */
  basis: Short(200),
  purpose: Short(200),
  expiresOn: z.iso.date(),
  recordedAt: Instant,
  file: File,
  sheet: Sheet,
  headerRow: HeaderRow,
  columns: Columns,
})
export type ReceiveList = z.infer<typeof ReceiveList>

export const Counts = z.strictObject({
  read: z.int(),
  created: z.int(),
  matched: z.int(),
  conflict: z.int(),
  rejected: z.int(),
  blank: z.int(),
})
/** `again` is the same file of the same sender; `id` is then that of the list it made. */
export const ReceivedList = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']), counts: Counts })

/** Within the reader's area. */
const Progress = z.strictObject({
  entries: z.int(),
  undecided: z.int(),
  open: z.int(),
  rejected: z.int(),
  seen: z.int(),
  away: z.int(),
  unknown: z.int(),
  notFound: z.int(),
  /** Gone on to another division, and counted where they stand. */
  passed: z.int(),
})
export const ListState = z.enum(['open', 'answered', 'destroyed'])
export const ListRow = z.strictObject({
  id: z.uuid(),
  sender: z.string(),
  basis: z.string(),
  purpose: z.string(),
  receivedAt: Instant,
  expiresOn: z.iso.date(),
  state: ListState,
  /** For those who see the whole list. */
  counts: Counts.nullable(),
  progress: Progress,
})
export type ListRow = z.infer<typeof ListRow>
export const ListLists = z.strictObject(paging(100))
export const ListPage = page(ListRow)

export const OneList = z.strictObject({ listId: z.uuid() })
export const Certificate = z.strictObject({
  destroyedAt: Instant,
  ground: z.string(),
  /** Nobody ordered it: it was the day. */
  atExpiry: z.boolean(),
  entries: z.int(),
  candidates: z.int(),
  identifications: z.int(),
  answers: z.int(),
  seen: z.int(),
  away: z.int(),
  unknown: z.int(),
  notFound: z.int(),
  unanswered: z.int(),
  fileSha256: z.string(),
  entriesSha256: z.string(),
})
/** Within the last day: whether somebody else agreed that the answers go back, and whether the reader did. */
const Consents = z.strictObject({ needed: z.boolean(), others: Instant.nullable(), mine: Instant.nullable() })
export const WholeList = ListRow.extend({
  consents: Consents,
  format: z.enum(['xlsx', 'csv']),
  columns: z.array(z.strictObject({ heading: z.string(), field: Field })),
  certificate: Certificate.nullable(),
})

const Said = z.strictObject({
  name: z.string().nullable(),
  document: z.string().nullable(),
  phone: z.string().nullable(),
  birthDate: z.string().nullable(),
  sex: z.string().nullable(),
  address: z.string().nullable(),
})
const Known = z.strictObject({
  id: z.uuid(),
  visible: z.boolean(),
  division: z.string().nullable(),
  name: z.string().nullable(),
  document: z.string().nullable(),
  phone: z.string().nullable(),
})
const entryFields = {
  id: z.uuid(),
  listId: z.uuid(),
  sender: z.string(),
  purpose: z.string(),
  expiresOn: z.iso.date(),
  nth: z.int(),
  division: z.string(),
  outcome: Outcome,
  reasons: z.array(z.string()),
  /** Somebody has to say who it is before it can be answered. */
  undecided: z.boolean(),
  /** Masked, as the row says it. */
  said: Said,
  /** Masked, as the register knows it. */
  known: Known.nullable(),
  answer: Answer.nullable(),
  answeredAt: Instant.nullable(),
  /** The division it was passed on to; nothing more is said of it here. */
  passedTo: z.string().nullable(),
}
export const EntryRow = z.strictObject(entryFields)
export type EntryRow = z.infer<typeof EntryRow>
export const EntryState = z.enum(['undecided', 'open', 'answered', 'rejected', 'all', 'passed'])
export type EntryState = z.infer<typeof EntryState>
export const ListEntries = z.strictObject({
  listId: z.uuid().optional(),
  state: EntryState.default('open'),
  /** What a row was found to be when the list arrived. */
  outcome: Outcome.optional(),
  division: Division.optional(),
  ...paging(100),
})
export const EntryPage = page(EntryRow)

export const OneEntry = z.strictObject({ entryId: z.uuid() })
export const WholeEntry = z.strictObject({
  ...entryFields,
  /** The last word on it, for what rests on it elsewhere. */
  answerId: z.uuid().nullable(),
  basis: z.string(),
  candidates: z.array(Known.extend({ reasons: z.array(z.string()) })),
  note: z.string().nullable(),
  /** From where to where it was passed on, the first time first, as far as the reader's area was concerned. */
  passings: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      at: Instant,
      note: z.string(),
      /** What the division it left had found, for those who see that division. */
      answer: Answer.nullable(),
      answeredAt: Instant.nullable(),
      answerNote: z.string().nullable(),
    }),
  ),
})
/** The row as it was sent. Numbers are cut for those who do not compare numbers. */
export const EntryCells = z.strictObject({
  id: z.uuid(),
  cells: z.array(z.strictObject({ heading: z.string(), field: Field, text: z.string() })),
})

export const BATCH_MAX = 2_000
export const Identify = z.strictObject({
  id: z.uuid(),
  entryId: z.uuid(),
  recordedAt: Instant,
  /** Null: none of those who were named. */
  personId: z.uuid().nullable(),
})
export type Identify = z.infer<typeof Identify>
export const GiveAnswer = z.strictObject({
  id: z.uuid(),
  entryId: z.uuid(),
  recordedAt: Instant,
  answer: Answer,
  /** Where somebody is instead, and since when. Kept sealed. */
  note: z.string().trim().max(200).nullable().default(null),
  /** Somebody of whom the register knew nothing was met, and is entered with what the row says. */
  register: z.boolean().default(false),
})
export type GiveAnswer = z.infer<typeof GiveAnswer>
export const PassEntry = z.strictObject({
  id: z.uuid(),
  entryId: z.uuid(),
  recordedAt: Instant,
  /** The village that answers from then on; a township, or the county, when only that is known. */
  to: Division,
  /** Why, and what is known of where somebody is. Kept sealed. */
  note: Short(200),
})
export type PassEntry = z.infer<typeof PassEntry>
const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })
export const IdentifyBatch = sent(Identify)
export const AnswerBatch = sent(GiveAnswer)
export const Recorded = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
/** `nextId` is the entry where it arrived. */
export const Passed = Recorded.extend({ nextId: z.uuid() })
export const Answered = Recorded.extend({ personId: z.uuid().nullable() })

export const MakeReturn = z.strictObject({
  listId: z.uuid(),
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['zh', 'en']).default('zh'),
})
export const ConsentReturn = z.strictObject({ id: z.uuid(), listId: z.uuid() })
export const ReturnFile = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  /** In base64. */
  content: z.string(),
  rows: z.int(),
  unanswered: z.int(),
})
export const DestroyList = z.strictObject({ listId: z.uuid(), ground: Short(200) })
export const DestroyedList = z.strictObject({
  listId: z.uuid(),
  arrival: z.enum(['new', 'again']),
  certificate: Certificate,
})
