import { z } from 'zod'
import { ACTS, AUDIENCES, KINDS, MEASURES, STATES, STEPS } from './rules.pieces.ts'

export const Instant = z.iso.datetime({ offset: true })
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Words = (max: number) => z.string().trim().min(1).max(max)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const paging = {
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(300).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const PieceKind = z.enum(KINDS)
export type PieceKind = z.infer<typeof PieceKind>
export const PieceState = z.enum(STATES)

/** Structured plain text: whatever looks like markup in it is shown as it was typed. */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text: Words(120) }),
  z.strictObject({ kind: z.literal('paragraph'), text: Words(2000) }),
  z.strictObject({ kind: z.literal('list'), items: z.array(Words(500)).min(1).max(40) }),
])
export type Block = z.infer<typeof Block>
const Points = z.array(Words(300)).max(40)
export const PieceText = z.strictObject({
  /** zh, en, mn, zh-Hans … */
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  title: Words(100),
  blocks: z.array(Block).max(120).default([]),
  /** What people have to do, and what they may claim: a legal notice says both. */
  duties: Points.default([]),
  rights: Points.default([]),
})
export type PieceText = z.infer<typeof PieceText>
/** What a warning has to say of itself before it can go out as one. */
export const Alert = z.strictObject({
  event: Words(60),
  responses: z
    .array(z.enum(['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None']))
    .max(9)
    .default([]),
  urgency: z.enum(['Immediate', 'Expected', 'Future', 'Past', 'Unknown']),
  severity: z.enum(['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']),
  certainty: z.enum(['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']),
  expires: Instant.nullable().default(null),
})
export type Alert = z.infer<typeof Alert>
export const PieceContent = z
  .strictObject({
    audience: z.array(z.enum(AUDIENCES)).min(1).max(AUDIENCES.length).default(['everybody']),
    texts: z.array(PieceText).min(1).max(8),
    /** Who says it, as it is signed: one organ or several together. */
    signed: z.array(Words(60)).min(1).max(10),
    alert: Alert.nullable().default(null),
    /** Of a legal notice: the measures that it is told with; with each of them where none is named. */
    measures: z.array(z.enum(MEASURES)).max(MEASURES.length).optional(),
  })
  .check(({ value: { texts }, issues }) => {
    const langs = texts.map(({ lang }) => lang)
    if (new Set(langs).size !== langs.length)
      issues.push({
        code: 'custom',
        message: '同一语言只能有一份 | One text for each language',
        path: ['texts'],
        input: texts,
      })
    if (!langs.includes('zh'))
      issues.push({
        code: 'custom',
        message: '须有中文稿 | There has to be a Chinese text',
        path: ['texts'],
        input: texts,
      })
  })
export type PieceContent = z.infer<typeof PieceContent>

export const DraftPiece = z.strictObject({
  id: z.uuid(),
  versionId: z.uuid(),
  division: Division,
  kind: PieceKind,
  /** An issued document that it is made from. */
  documentId: z.uuid().nullable().default(null),
  /** A topic of the rumour desk that it answers. */
  topicId: z.uuid().nullable().default(null),
  content: PieceContent,
})
export type DraftPiece = z.infer<typeof DraftPiece>
export const RevisePiece = z.strictObject({
  id: z.uuid(),
  pieceId: z.uuid(),
  /** The version that was changed, so that nobody writes over what they have not seen. */
  onVersion: z.uuid(),
  content: PieceContent,
})
export const Version = z.strictObject({ id: z.uuid(), nth: z.int(), arrival: z.enum(['new', 'again']) })
export const TakePieceStep = z.strictObject({
  id: z.uuid(),
  pieceId: z.uuid(),
  versionId: z.uuid(),
  step: z.enum(STEPS),
  note: z.string().trim().min(2).max(500).nullable().default(null),
})
export const StepTaken = z.strictObject({ id: z.uuid(), state: PieceState, arrival: z.enum(['new', 'again']) })
export const PublishPiece = z.strictObject({
  id: z.uuid(),
  pieceId: z.uuid(),
  versionId: z.uuid(),
  at: Instant,
  /** What was wrong before, when this corrects what went out. */
  why: z.string().trim().min(2).max(300).nullable().default(null),
  channels: z.array(z.uuid()).max(30).default([]),
})
export type PublishPiece = z.infer<typeof PublishPiece>
export const Published = z.strictObject({
  id: z.uuid(),
  nth: z.int(),
  sha256: z.string(),
  dispatches: z.int(),
  arrival: z.enum(['new', 'again']),
})
export const WithdrawPiece = z.strictObject({
  id: z.uuid(),
  pieceId: z.uuid(),
  at: Instant,
  why: z.string().trim().min(2).max(300),
})

export const PieceRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: PieceKind,
  title: z.string(),
  state: PieceState,
  languages: z.array(z.string()),
  documentId: z.uuid().nullable(),
  topicId: z.uuid().nullable(),
  publishedAt: Instant.nullable(),
  receivedAt: Instant,
})
export type PieceRow = z.infer<typeof PieceRow>
export const ListPieces = z.strictObject({
  kind: PieceKind.optional(),
  state: z.enum(['open', 'standing', 'withdrawn', 'all']).default('all'),
  documentId: z.uuid().optional(),
  topicId: z.uuid().optional(),
  ...paging,
})
export const PiecePage = page(PieceRow)
export const AskPiece = z.strictObject({ pieceId: z.uuid() })
const Edition = z.strictObject({
  id: z.uuid(),
  nth: z.int(),
  title: z.string(),
  at: Instant,
  why: z.string().nullable(),
  sha256: z.string(),
})
export const PieceDetails = z.strictObject({
  ...PieceRow.shape,
  /** What is being worked on, or what went out where there is no draft the reader may see. */
  content: PieceContent,
  versionId: z.uuid().nullable(),
  version: z.int().nullable(),
  withdrawn: z.strictObject({ at: Instant, why: z.string() }).nullable(),
  editions: z.array(Edition),
  steps: z.array(
    z.strictObject({
      step: z.enum(STEPS),
      version: z.int(),
      note: z.string().nullable(),
      at: Instant,
      mine: z.boolean(),
    }),
  ),
  next: z.array(z.enum(ACTS)),
  seconds: z.strictObject({ radio: z.int(), television: z.int(), loudspeakers: z.int() }),
})
