import { keepNew, originOf } from '../../kernel/facts.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { type PaperColumns, tell } from './origin.ts'
import { earmarked, elsewhere, notEnough, purposeUnknown, sourceUnknown } from './problems.ts'
import { type Account, type EntryKind, type Moved, WAYS, yuanOf } from './rules.ts'
import { findPurposes, findSource, type Purpose, roomIn, type Source } from './sql.ts'

export async function getSource({ tx }: Ctx, id: string): Promise<Source> {
  const found = await findSource(tx, id)
  if (!found) throw sourceUnknown({ id })
  return found
}

export async function getPurposes({ tx }: Ctx, ids: readonly string[]): Promise<Map<string, Purpose>> {
  const found = await findPurposes(tx, ids)
  const missing = ids.find((id) => !found.has(id))
  if (missing) throw purposeUnknown({ id: missing })
  return found
}

/** Money stays with the division it was given to, and with its purpose when it was given for one. */
export async function fitting(ctx: Ctx, source: Source, purposeIds: readonly string[]): Promise<void> {
  for (const { division } of (await getPurposes(ctx, purposeIds)).values())
    if (division !== source.division) throw elsewhere({ purpose: division, source: source.division })
  if (source.earmark && purposeIds.some((id) => id !== source.earmark)) throw earmarked({ source: source.title })
}

const ACCOUNT_WORDS: Record<Account, string> = {
  outside: '来源',
  available: '可用',
  committed: '已承诺',
  paid: '已支付',
}

/** Whoever takes from an account holds its source; the database looks again when the entry is kept. */
export async function roomFor({ tx }: Ctx, sourceId: string, moved: Moved, at: Date): Promise<void> {
  const { fromAccount: account, purposeId, commitmentId, fen } = moved
  if (account === 'outside') return
  const ofPot = await roomIn(tx, { account, purposeId, sourceId, commitmentId: null }, at)
  const own =
    commitmentId && account !== 'available'
      ? await roomIn(tx, { account, purposeId, sourceId, commitmentId }, at)
      : ofPot
  const room = Math.max(0, Math.min(ofPot, own))
  if (fen > room) throw notEnough({ account: ACCOUNT_WORDS[account], room: yuanOf(room), asked: yuanOf(fen) })
}

export interface Posting {
  id: string
  division: string
  kind: Exclude<EntryKind, 'reversed'>
  sourceId: string
  purposeId: string
  toPurposeId?: string
  commitmentId?: string
  paymentId?: string
  fen: number
  why?: string
  at: Date
  paper: PaperColumns
  /** What was sent under this id, when the entry itself was. */
  sent?: { id: string }
}

export const movedBy = ({ kind, purposeId, toPurposeId, commitmentId, fen }: Posting): Moved => ({
  fromAccount: WAYS[kind][0],
  toAccount: WAYS[kind][1],
  purposeId,
  toPurposeId: toPurposeId ?? null,
  commitmentId: commitmentId ?? null,
  fen,
})

export const rowOf = (moved: Moved) => ({
  from_account: moved.fromAccount,
  to_account: moved.toAccount,
  purpose_id: moved.purposeId,
  to_purpose_id: moved.toPurposeId,
  commitment_id: moved.commitmentId,
  fen: moved.fen,
})

/** Posts what is known to be new, under a lock on its source when it takes from an account. */
export async function post(ctx: Ctx, postings: readonly Posting[]): Promise<void> {
  const rows = []
  for (const posting of postings) {
    const { id, division, kind, sourceId, paymentId = null, why = null, at, paper, sent } = posting
    const moved = movedBy(posting)
    await roomFor(ctx, sourceId, moved, at)
    const origin = originOf(ctx, { division }, sent ?? { id, ...moved })
    rows.push({
      ...origin,
      kind,
      ...rowOf(moved),
      source_id: sourceId,
      payment_id: paymentId,
      reverses: null,
      why,
      ...paper,
      at,
    })
  }
  await keepNew(ctx, 'funds.entry', ...rows)
  for (const { id, division } of postings) tell(ctx, division, [id])
}
