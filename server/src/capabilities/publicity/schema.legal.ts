import { z } from 'zod'
import { MEASURES } from './rules.pieces.ts'
import { PieceText } from './schema.ts'

export const AskLegal = z.strictObject({ measure: z.enum(MEASURES) })
export const LegalNotices = z.strictObject({
  /** Where residents read them. */
  address: z.string(),
  items: z.array(
    z.strictObject({
      pieceId: z.uuid(),
      measures: z.array(z.enum(MEASURES)),
      publishedAt: z.string(),
      signed: z.array(z.string()),
      texts: z.array(PieceText),
    }),
  ),
})
export type LegalNotices = z.infer<typeof LegalNotices>
