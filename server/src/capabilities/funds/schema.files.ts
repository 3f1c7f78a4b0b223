import { z } from 'zod'
import { AttachmentRow, FileMistake, Upload } from '../command/index.ts'
import { page, paging } from './schema.ts'

export const BESIDE = ['source', 'commitment', 'payment', 'donation'] as const
/** What a file belongs to: an appropriation, a commitment, a payment or a donation. */
const Subject = { of: z.enum(BESIDE), subjectId: z.uuid() }
export type Subject = z.infer<z.ZodObject<typeof Subject>>

export const AddFundFile = z.strictObject({ id: z.uuid(), ...Subject, ...Upload })
export const ListFundFiles = z.strictObject({ ...Subject, ...paging })
export const FundFilePage = page(AttachmentRow)
export const VoidFundFile = z.strictObject({ id: z.uuid(), fileId: z.uuid(), why: FileMistake })
export const AskFundFile = z.strictObject({ fileId: z.uuid() })
export type { StoredFile, WholeFile } from '../command/index.ts'
