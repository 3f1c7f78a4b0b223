import { announce } from '../../kernel/feed.ts'
import type { Actor, Ctx } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { pieceUnknown, rightsMissing } from './problems.ts'
import { type State, stateOf } from './rules.pieces.ts'
import type { PieceContent, PieceKind, PieceText } from './schema.ts'
import { type Draft, type Edition, findDraft, listEditions } from './sql.pieces.ts'

export const tell = (ctx: Ctx, kind: string, division: string, id: string): void =>
  announce(ctx, [{ kind, division, ids: [id] }])

export interface Whole {
  id: string
  division: string
  kind: PieceKind
  draft: Draft | null
  /** The last first. */
  editions: Edition[]
  state: State
}
/** A piece as far as the reader may know it: the draft is its own office's, what went out is everybody's. */
export async function getPiece({ tx }: Ctx, id: string): Promise<Whole> {
  const [draft, editions] = await Promise.all([findDraft(tx, id), listEditions(tx, id)])
  const [last] = editions
  const one = last ?? draft
  if (!one) throw pieceUnknown({ id })
  const state = stateOf({
    editions: editions.length,
    lastOut: last?.version ?? 0,
    withdrawn: (last?.withdrawnAt ?? null) !== null,
    version: draft?.version ?? last?.version ?? 1,
    step: draft?.step ?? null,
    stepVersion: draft?.stepVersion ?? null,
  })
  return { id, division: one.division, kind: one.kind, draft, editions, state }
}
export const loadPiece = (ctx: Ctx, { pieceId }: { pieceId: string }) => getPiece(ctx, pieceId)

export const isMine = (actor: Actor, by: string | null): boolean => by !== null && by === actor.accountId

/** A legal notice says what people may claim wherever it says what they have to do. */
export function lacksRights(kind: PieceKind, { texts }: PieceContent): Problem | null {
  if (kind !== 'legal-notice') return null
  const half = texts.find(({ duties, rights }) => duties.length === 0 || rights.length === 0)
  return half ? rightsMissing({ lang: half.lang }) : null
}

/** The Chinese text, which every piece has. */
export const inChinese = ({ texts }: PieceContent): PieceText =>
  texts.find(({ lang }) => lang === 'zh') ?? (texts[0] as PieceText)
