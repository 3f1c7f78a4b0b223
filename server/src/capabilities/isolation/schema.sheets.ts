import { z } from 'zod'

const Village = z.string().regex(/^\d{12}$/)
const language = z.enum(['zh', 'en']).default('zh')

export const PrintSheet = z.strictObject({ orderId: z.uuid(), language })
export const PrintSheets = z.strictObject({ division: Village, after: z.string().max(200).optional(), language })
export const SheetPrinted = z.strictObject({ fileName: z.string(), type: z.string(), content: z.string() })
export const SheetsPrinted = z.strictObject({
  ...SheetPrinted.shape,
  people: z.int(),
  /** Where the next file begins, in a village of more people than one file takes. */
  next: z.string().nullable(),
})
export const FindSheet = z.strictObject({ code: z.string().trim().min(1).max(30) })
export const FoundSheet = z.strictObject({ orderId: z.uuid() })

export const PrintSlips = z
  .strictObject({
    id: z.uuid(),
    /** Everybody who stands under one document, or everybody of a village. */
    documentNo: z.string().trim().min(1).max(60).nullable().default(null),
    division: Village.nullable().default(null),
    contact: z.string().trim().min(5).max(100),
    paper: z.enum(['a4', 'a5']).default('a5'),
    language: z.enum(['zh', 'en', 'both']).default('zh'),
  })
  .refine(({ documentNo, division }) => (documentNo === null) !== (division === null), {
    path: ['division'],
    message: '请选一份文号,或一个村(社区) | One document, or one village',
  })
export const SlipsPrinted = z.strictObject({
  fileName: z.string(),
  type: z.string(),
  content: z.string(),
  people: z.int(),
})
