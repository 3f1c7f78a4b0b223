import { z } from 'zod'
import { MEASURES } from './rules.pieces.ts'
import { Instant, PieceText } from './schema.ts'

const County = z.string().regex(/^\d{6}$/)
export const AskBoard = z.strictObject({ county: County })
export const ShowFigures = z.strictObject({ id: z.uuid(), asOf: Instant })
export const FiguresShown = z.strictObject({
  id: z.uuid(),
  day: z.iso.date(),
  /** False where a breakdown would have given a township away. */
  brokenDown: z.boolean(),
  arrival: z.enum(['new', 'again']),
})
export const ShownFigures = z.strictObject({
  asOf: z.string(),
  county: z.array(z.strictObject({ zh: z.string(), en: z.string(), value: z.int() })),
  breakdown: z.strictObject({
    zh: z.string(),
    en: z.string(),
    rows: z.array(z.strictObject({ name: z.string(), from: z.int(), to: z.int() })).nullable(),
  }),
})
export const LastShown = z.strictObject({ shown: ShownFigures.nullable() })
export type ShownFigures = z.infer<typeof ShownFigures>
export const BoardContent = z.strictObject({
  county: z.int(),
  name: z.string(),
  asOf: z.string(),
  pieces: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      state: z.enum(['published', 'corrected', 'withdrawn']),
      firstAt: z.string(),
      at: z.string(),
      why: z.string().nullable(),
      signed: z.array(z.string()),
      texts: z.array(PieceText),
    }),
  ),
  figures: ShownFigures.nullable(),
  rights: z.array(
    z.strictObject({
      measures: z.array(z.enum(MEASURES)),
      signed: z.array(z.string()),
      at: z.string(),
      texts: z.array(PieceText),
    }),
  ),
})
export const FEEDS = ['rss.xml', 'atom.xml', 'cap.xml'] as const
export const AskFeed = z.strictObject({ county: County, feed: z.enum(FEEDS) })
export const FeedContent = z.strictObject({ type: z.string(), content: z.string() })
export const AskAlert = z.strictObject({ county: County, dispatchId: z.uuid() })
