import { z } from 'zod'

/** A file as it is sent: what kinds, how large, and no name that means something to a computer. */
export const Upload = {
  fileName: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .regex(/^[^/\\<>:"|?*\p{Cc}]+$/u),
  type: z.enum([
    'application/pdf',
    'image/png',
    'image/jpeg',
    'text/csv',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]),
  content: z.base64().min(4).max(7_000_000),
}
export type Upload = z.infer<z.ZodObject<typeof Upload>>

export const Attached = z.strictObject({ id: z.uuid(), sha256: z.string(), arrival: z.enum(['new', 'again']) })
export const File = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })
export type File = z.infer<typeof File>
export const AttachmentRow = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  type: z.string(),
  size: z.int(),
  sha256: z.string(),
})
export type AttachmentRow = z.infer<typeof AttachmentRow>

/** As it is kept, without its bytes. */
export interface StoredFile {
  id: string
  fileName: string
  type: string
  size: number
  sha256: Buffer
}
