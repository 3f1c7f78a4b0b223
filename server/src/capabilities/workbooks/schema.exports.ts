import { z } from 'zod'
import { PURPOSES } from '../../kernel/operation.ts'
import { exportFields, exportKinds, fieldsOf } from './rules.exports.ts'

const Instant = z.iso.datetime({ offset: true })
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const ExportField = z.enum(exportFields)
const LineListAsked = z.strictObject({ category: z.string().regex(/^[a-z][a-z0-9-]{1,38}$/), asOf: Instant })
export type LineListAsked = z.infer<typeof LineListAsked>

/** Who lives where in an area, its households, or one of its line lists; with the fields that are named and no others. */
export const AskExport = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(exportKinds).default('roster'),
    division: Division,
    fields: z.array(ExportField).min(1).max(4),
    purpose: z.enum(PURPOSES),
    ground: z.string().trim().min(4).max(200),
    /** Which line list, and as of when. */
    lineList: LineListAsked.nullable().default(null),
  })
  .refine(({ kind, fields }) => fields.every((field) => fieldsOf[kind].includes(field)), {
    path: ['fields'],
    message: '这类文件不含所选的字段 | A file of this kind has no such field',
  })
  .refine(({ kind, lineList }) => (kind === 'line-list') === (lineList !== null), {
    path: ['lineList'],
    message:
      '分类名单须写明分类和时点,其他文件不写 | A line list needs its category and moment, and nothing else has them',
  })
export type AskExport = z.infer<typeof AskExport>

export const ExportState = z.enum(['waiting', 'running', 'ready', 'downloaded', 'cancelled', 'refused', 'expired'])
export const Export = z.strictObject({
  id: z.uuid(),
  kind: z.enum(exportKinds),
  division: z.string(),
  state: ExportState,
  fields: z.array(ExportField),
  purpose: z.string(),
  ground: z.string(),
  lineList: LineListAsked.nullable(),
  askedBy: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  /** Counted when it was asked for, and read so far. */
  rows: z.int(),
  rowsRead: z.int(),
  needsSecond: z.boolean(),
  /** Of the finished file, which is taken in so many pieces. */
  bytes: z.int().nullable(),
  pieces: z.int().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** What the caller may do with it now. */
  mayDecide: z.boolean(),
  mayDownload: z.boolean(),
  mayCancel: z.boolean(),
})
export type Export = z.infer<typeof Export>

export const ListExports = z.strictObject({
  after: z.string().max(120).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
export const ExportPage = z.strictObject({ items: z.array(Export), next: z.string().nullable() })
export const OneExport = z.strictObject({ exportId: z.uuid() })
export const DecideExport = z.strictObject({ exportId: z.uuid(), decision: z.enum(['approved', 'refused']) })
/** Pieces are numbered from 1; whoever took the first has ten minutes for the others. */
export const DownloadExport = z.strictObject({ exportId: z.uuid(), piece: z.int().min(1).max(10_000).default(1) })
export const ExportPiece = z.strictObject({
  fileName: z.string(),
  type: z.string(),
  piece: z.int(),
  pieces: z.int(),
  /** In base64. */
  content: z.string(),
})
