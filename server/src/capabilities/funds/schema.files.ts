import { z } from 'zod'
import { AttachmentRow, type StoredFile, Upload } from '../command/index.ts'
import { page, paging } from './schema.ts'

/** What a file belongs to: an appropriation, a commitment, a payment or a donation. */
const Subject = {
  sourceId: z.uuid().nullable().default(null),
  commitmentId: z.uuid().nullable().default(null),
  paymentId: z.uuid().nullable().default(null),
  donationId: z.uuid().nullable().default(null),
}
export type Subject = z.infer<z.ZodObject<typeof Subject>>
const named = ({ sourceId, commitmentId, paymentId, donationId }: Subject): number =>
  [sourceId, commitmentId, paymentId, donationId].filter((id) => id !== null).length
const ONE = {
  path: ['commitmentId'],
  message:
    '附件须且只须属于一笔拨款、承诺、付款或捐款 | A file belongs to exactly one appropriation, commitment, payment or donation',
}

export const AddFundFile = z
  .strictObject({ id: z.uuid(), ...Subject, ...Upload })
  .refine((said) => named(said) === 1, ONE)
export const ListFundFiles = z.strictObject({ ...Subject, ...paging }).refine((asked) => named(asked) === 1, ONE)
export const FundFilePage = page(AttachmentRow)
export const AskFundFile = z.strictObject({ fileId: z.uuid() })
export type FileRow = StoredFile
export type WholeFile = StoredFile & { division: string; content: Buffer }
