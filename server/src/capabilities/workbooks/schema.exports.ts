import { z } from 'zod'
import { PURPOSES } from '../../kernel/operation.ts'

const Instant = z.iso.datetime({ offset: true })
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const ExportField = z.enum(['name', 'document', 'phone', 'address'])

/** Who lives where in an area, with the fields that are named and no others. */
export const AskExport = z.strictObject({
  id: z.uuid(),
  division: Division,
  fields: z.array(ExportField).min(1).max(4),
  purpose: z.enum(PURPOSES),
  ground: z.string().trim().min(4).max(200),
})
export type AskExport = z.infer<typeof AskExport>

export const ExportState = z.enum(['waiting', 'running', 'ready', 'downloaded', 'cancelled', 'refused', 'expired'])
export const Export = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  state: ExportState,
  fields: z.array(ExportField),
  purpose: z.string(),
  ground: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  /** People counted when it was asked for, and read so far. */
  rows: z.int(),
  rowsRead: z.int(),
  needsSecond: z.boolean(),
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
