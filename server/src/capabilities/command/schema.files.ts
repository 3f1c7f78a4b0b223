import { z } from 'zod'

/** What was wrong with a file that is void: out of a list, so that nobody writes down once more what should not have been seen. */
export const FileMistake = z.enum(['wrong-paper', 'personal-data', 'unreadable', 'twice'])
export type FileMistake = z.infer<typeof FileMistake>

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
  /** It was a mistake: it stays in the list, and is handed out no more. */
  void: z
    .strictObject({ at: z.iso.datetime({ offset: true }), why: FileMistake, by: z.string().nullable() })
    .nullable(),
})
export type AttachmentRow = z.infer<typeof AttachmentRow>

/** As it is kept, without its bytes. */
export interface StoredFile {
  id: string
  fileName: string
  type: string
  size: number
  sha256: Buffer
  voidedAt: Date | null
  voidWhy: FileMistake | null
  voidBy: string | null
}
export type WholeFile = StoredFile & { division: string; content: Buffer }
