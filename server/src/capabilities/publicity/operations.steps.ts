import { createHash } from 'node:crypto'
import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { canonical } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { dispatchTo, reachedBy, refuseUnsuited } from './dispatching.ts'
import { getPiece, inChinese, isMine, loadPiece, tell, type Whole } from './pieces.ts'
import { mayApprove, mayTake, mayWrite } from './policy.ts'
import {
  channelUnknown,
  noteNeeded,
  notStanding,
  outOfTime,
  ownWords,
  pieceUnknown,
  stepOutOfOrder,
  versionStale,
  whyNeeded,
} from './problems.ts'
import { mayFollow, NEEDS_ANOTHER } from './rules.pieces.ts'
import { Kept, Published, PublishPiece, StepTaken, TakePieceStep, WithdrawPiece } from './schema.ts'
import { findChannels } from './sql.channels.ts'
import { listWriters } from './sql.pieces.ts'

export const takePieceStep = operation({
  name: 'publicity.piece.step',
  summary: { zh: '送审、审核、退回或作废宣传稿', en: 'Submit, approve, return or abandon a piece' },
  kind: 'write',
  input: TakePieceStep,
  output: StepTaken,
  load: loadPiece,
  allow: (actor, whole: Whole, { step }) => mayTake(actor, step, whole),
  async run(ctx, input, { division }) {
    const { pieceId, versionId, step, note } = input
    await lockOne(ctx, `publicity.piece/${pieceId}`)
    const { draft, state, editions } = await getPiece(ctx, pieceId)
    if (!draft) throw pieceUnknown({ id: pieceId })
    if (await isAgain(ctx, 'publicity.piece_step', input)) return { id: input.id, state, arrival: 'again' as const }
    if (!mayFollow(state, step, editions.length)) throw stepOutOfOrder({ state, act: step })
    if (draft.versionId !== versionId) throw versionStale({ version: draft.version })
    if (step === 'returned' && !note) throw noteNeeded()
    const writers = NEEDS_ANOTHER.has(step) ? await listWriters(ctx.tx, pieceId) : []
    if (writers.some((one) => isMine(ctx.actor, one))) throw ownWords()
    const said = { piece_id: pieceId, version_id: versionId, nth: draft.steps + 1, step, note }
    await keepNew(ctx, 'publicity.piece_step', { ...originOf(ctx, { division }, input), ...said })
    tell(ctx, 'piece', division, pieceId)
    return { id: input.id, state: (await getPiece(ctx, pieceId)).state, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.pieceId,
    division: loaded.division,
    note: { step: input.step, arrival: output.arrival },
  }),
})

export const publishPiece = operation({
  name: 'publicity.piece.publish',
  summary: { zh: '发布或更正宣传稿', en: 'Publish a piece, or correct what went out' },
  kind: 'write',
  input: PublishPiece,
  output: Published,
  load: loadPiece,
  allow: (actor, whole: Whole) => mayWrite(actor, whole),
  async run(ctx, input, { division, kind }) {
    const { pieceId, versionId, why } = input
    const at = new Date(input.at)
    await lockOne(ctx, `publicity.piece/${pieceId}`)
    const { draft, state, editions } = await getPiece(ctx, pieceId)
    if (!draft) throw pieceUnknown({ id: pieceId })
    const again = (await isAgain(ctx, 'publicity.publication', input)) && editions.find(({ id }) => id === input.id)
    if (again) return saidOf(again, 0, 'again')
    if (!mayFollow(state, 'published', editions.length)) throw stepOutOfOrder({ state, act: 'published' })
    if (draft.versionId !== versionId) throw versionStale({ version: draft.version })
    const [last] = editions
    if (last && !why) throw whyNeeded()
    if (isAhead(at, ctx.now) || (last && at < last.at)) throw outOfTime({ at: input.at })
    const { content } = draft
    const goals = await goalsOf(ctx, input, content)
    const sha256 = createHash('sha256')
      .update(canonical({ kind, content, at: input.at, why }))
      .digest()
    const nth = (last?.nth ?? 0) + 1
    const from = { document_id: draft.documentId, topic_id: draft.topicId }
    const said = {
      piece_id: pieceId,
      version_id: versionId,
      nth,
      corrects: last?.id ?? null,
      why: last ? why : null,
      kind,
    }
    await keepNew(ctx, 'publicity.publication', {
      ...originOf(ctx, { division }, input),
      ...said,
      title: inChinese(content).title,
      content: ctx.tx.json(content),
      ...from,
      content_sha256: sha256,
      at,
    })
    const dispatches = await dispatchTo(ctx, { pieceId, publicationId: input.id, division, at }, goals)
    tell(ctx, 'piece', division, pieceId)
    return saidOf({ id: input.id, nth, sha256 }, dispatches, 'new')
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.pieceId,
    division: loaded.division,
    note: { edition: output.nth, dispatches: output.dispatches, arrival: output.arrival },
  }),
})

const saidOf = (
  { id, nth, sha256 }: { id: string; nth: number; sha256: Buffer },
  dispatches: number,
  arrival: 'new' | 'again',
) => ({
  ...{ id, nth, dispatches, arrival },
  sha256: sha256.toString('hex'),
})

/** The channels that were chosen, and all that the piece went to before: a correction has to reach whoever read the mistake. */
async function goalsOf(
  ctx: Ctx,
  { pieceId, channels }: { pieceId: string; channels: string[] },
  content: Whole['editions'][number]['content'],
) {
  const reached = new Set(await reachedBy(ctx, pieceId))
  const found = await findChannels(ctx.tx, [...channels, ...reached])
  for (const id of channels) if (!found.get(id)?.open) throw channelUnknown({ id })
  return [...new Set([...channels, ...reached])].map((channelId) => {
    const channel = found.get(channelId)
    if (!channel) throw channelUnknown({ id: channelId })
    const isKnown = reached.has(channelId)
    if (!isKnown) refuseUnsuited(channel, content)
    return { channelId, what: isKnown ? ('update' as const) : ('publish' as const) }
  })
}

export const withdrawPiece = operation({
  name: 'publicity.piece.withdraw',
  summary: { zh: '撤回宣传稿', en: 'Withdraw a piece' },
  kind: 'write',
  input: WithdrawPiece,
  output: Kept,
  load: loadPiece,
  allow: (actor, whole: Whole) => mayApprove(actor, whole),
  async run(ctx, input, { division }) {
    const { pieceId, why } = input
    const at = new Date(input.at)
    await lockOne(ctx, `publicity.piece/${pieceId}`)
    if (await isAgain(ctx, 'publicity.withdrawal', input)) return { id: input.id, arrival: 'again' as const }
    const { editions } = await getPiece(ctx, pieceId)
    const [last] = editions
    if (!last || last.withdrawnAt) throw notStanding({ id: pieceId })
    if (isAhead(at, ctx.now) || at < last.at) throw outOfTime({ at: input.at })
    const said = { piece_id: pieceId, publication_id: last.id, why, at }
    await keepNew(ctx, 'publicity.withdrawal', { ...originOf(ctx, { division }, input), ...said })
    const goals = (await reachedBy(ctx, pieceId)).map((channelId) => ({ channelId, what: 'cancel' as const }))
    await dispatchTo(ctx, { pieceId, publicationId: last.id, division, at }, goals)
    tell(ctx, 'piece', division, pieceId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.pieceId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})
