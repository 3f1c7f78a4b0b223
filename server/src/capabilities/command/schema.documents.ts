import { z } from 'zod'
import { FORMS, KINDS, SECRECY, STATES, STEPS, URGENCY } from './rules.documents.ts'
import { AttachmentRow, FileMistake, Upload } from './schema.files.ts'

export const Instant = z.iso.datetime({ offset: true })
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Words = (max: number) => z.string().trim().min(1).max(max)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>
export const Form = z.enum(FORMS)
export type Form = z.infer<typeof Form>
export const DocumentState = z.enum(STATES)
export type DocumentState = z.infer<typeof DocumentState>

/** Where numbers come from: one code of one organ for one kind. */
export const AddSeries = z.strictObject({
  id: z.uuid(),
  division: Division,
  /** 兴疫防指: what stands before the year. */
  code: z
    .string()
    .trim()
    .regex(/^[\p{Script=Han}]{2,12}$/u),
  kind: Kind,
  /** The organ, as it signs. */
  authority: Words(60),
  /** What stands in red at the head; the organ and 文件 unless it is said otherwise. */
  mark: Words(60).nullable().default(null),
  form: Form.default('standard'),
  /** Where a county takes over from its paper register. */
  firstYear: z.int().min(1949).max(2200),
  firstSerial: z.int().min(1).max(9999).default(1),
})
export type AddSeries = z.infer<typeof AddSeries>
export const SeriesRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  code: z.string(),
  kind: Kind,
  authority: z.string(),
  mark: z.string(),
  form: Form,
  /** The next number of this year, if it were given now. */
  nextNumber: z.string(),
})
export type SeriesRow = z.infer<typeof SeriesRow>
export const ListSeries = z.strictObject(paging)
export const SeriesPage = page(SeriesRow)

/** A paragraph, or a point at one of the four levels: 一、 （一） 1. （1）. Numbers are counted, never typed. */
export const Block = z.strictObject({ level: z.int().min(0).max(4), text: Words(4000) })
export type Block = z.infer<typeof Block>
/** What a document says. Its number, its date and its organ are given when it is issued. */
export const Content = z.strictObject({
  title: Words(200),
  /** 主送 */
  to: z.array(Words(60)).max(60).default([]),
  body: z.array(Block).max(400).default([]),
  attachments: z
    .array(z.strictObject({ id: z.uuid(), title: Words(120) }))
    .max(20)
    .default([]),
  /** 抄送 */
  copies: z.array(Words(60)).max(60).default([]),
  secrecy: z.enum(SECRECY).nullable().default(null),
  urgency: z.enum(URGENCY).nullable().default(null),
  /** With the seal the date stands under the middle of the organ's name. */
  sealed: z.boolean().default(true),
  /** 附注, without its brackets. */
  note: z.string().trim().min(1).max(200).nullable().default(null),
  /** Who prints it, when it is not the organ itself. */
  printedBy: Words(60).nullable().default(null),
  /** Documents that stand no more once this one is issued. */
  supersedes: z.array(z.uuid()).max(20).default([]),
})
export type Content = z.infer<typeof Content>

export const DraftDocument = z.strictObject({
  id: z.uuid(),
  seriesId: z.uuid(),
  versionId: z.uuid(),
  content: Content,
})
export type DraftDocument = z.infer<typeof DraftDocument>
export const ReviseDocument = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  /** The version that was changed, so that nobody writes over what they have not seen. */
  onVersion: z.uuid(),
  content: Content,
})
export const Version = z.strictObject({ id: z.uuid(), nth: z.int(), arrival: z.enum(['new', 'again']) })

export const TakeStep = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  versionId: z.uuid(),
  step: z.enum(STEPS),
  /** Under which post it is signed: 领导小组组长. */
  post: Words(40).nullable().default(null),
  /** What has to be changed. */
  note: z.string().trim().min(2).max(500).nullable().default(null),
})
export const StepTaken = z.strictObject({ id: z.uuid(), state: DocumentState, arrival: z.enum(['new', 'again']) })
export const IssueDocument = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  issuedAt: Instant,
})
export const Issued = z.strictObject({
  id: z.uuid(),
  number: z.string(),
  serial: z.int(),
  sha256: z.string(),
  arrival: z.enum(['new', 'again']),
})
export const WithdrawDocument = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  at: Instant,
  why: Words(300),
  /** The document that says so, when there is one. */
  byDocument: z.uuid().nullable().default(null),
})

export const AttachFile = z.strictObject({ id: z.uuid(), documentId: z.uuid(), ...Upload })
export const VoidAttachment = z.strictObject({ id: z.uuid(), attachmentId: z.uuid(), why: FileMistake })
export const AskAttachment = z.strictObject({ attachmentId: z.uuid() })

export const ListDocuments = z.strictObject({
  state: z.enum(['open', 'standing', 'over', 'all']).default('all'),
  kind: Kind.optional(),
  seriesId: z.uuid().optional(),
  ...paging,
})
export const DocumentRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  seriesId: z.uuid(),
  kind: Kind,
  authority: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  state: DocumentState,
  issuedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  receivedAt: Instant,
})
export type DocumentRow = z.infer<typeof DocumentRow>
export const DocumentPage = page(DocumentRow)

export const AskDocument = z.strictObject({ documentId: z.uuid() })
/** A mark in the margin: where, what is wrong and what would be right. */
export const Remark = z.strictObject({
  code: z.string(),
  /** `stop` keeps it from being issued, `advice` does not. */
  weight: z.enum(['stop', 'advice']),
  path: z.string(),
  zh: z.string(),
  en: z.string(),
})
export type Remark = z.infer<typeof Remark>
export const DocumentDetails = z.strictObject({
  ...DocumentRow.shape,
  form: Form,
  mark: z.string(),
  versionId: z.uuid().nullable(),
  version: z.int().nullable(),
  content: Content,
  sha256: z.string().nullable(),
  signedPost: z.string().nullable(),
  why: z.string().nullable(),
  endedBy: z.strictObject({ id: z.uuid(), number: z.string() }).nullable(),
  steps: z.array(
    z.strictObject({
      step: z.enum(STEPS),
      version: z.int(),
      post: z.string().nullable(),
      note: z.string().nullable(),
      at: Instant,
      /** Whether the reader took it: nobody reviews what they wrote themselves. */
      mine: z.boolean(),
    }),
  ),
  files: z.array(
    z.strictObject({
      ...AttachmentRow.shape,
      /** Whether the reader may mark it as void as the document stands. */
      mayVoid: z.boolean(),
    }),
  ),
  remarks: z.array(Remark),
  /** What the reader may do with it as it stands. */
  next: z.array(z.enum([...STEPS, 'revised', 'issued', 'withdrawn'])),
})
export type DocumentDetails = z.infer<typeof DocumentDetails>

export const CheckDraft = z.strictObject({
  seriesId: z.uuid(),
  documentId: z.uuid().nullable().default(null),
  content: Content,
})
export const Remarks = z.strictObject({ remarks: z.array(Remark) })
export const PreviewDraft = CheckDraft
/** A picture (SVG) of the pages, one below the other. */
export const Preview = z.strictObject({ picture: z.string(), remarks: z.array(Remark) })
export const PrintDocument = z.strictObject({
  documentId: z.uuid(),
  format: z.enum(['pdf', 'docx', 'svg']).default('pdf'),
})
