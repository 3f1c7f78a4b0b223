import { createHash, randomUUID } from 'node:crypto'
import { keepFacts, lockOne } from '../../kernel/facts.ts'
import { type Errand, enqueue } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import { nextTryAt } from '../exchange/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { ADAPTERS } from './channels.ts'
import { type Outgoing, type Produced, Undelivered } from './outgoing.ts'
import { tell } from './pieces.ts'
import { dispatchUnknown, notSuited } from './problems.ts'
import { publicitySettings } from './settings.ts'
import { type Channel, type DispatchRow, dispatchesOf, findChannels, findDispatch } from './sql.channels.ts'
import { type Edition, findEdition, listEditions } from './sql.pieces.ts'

export const DELIVER = 'publicity.deliver'
type What = DispatchRow['what']

/** Refused before anything is kept: a channel that cannot say what the piece has to say. */
export function refuseUnsuited({ kind }: Pick<Channel, 'kind'>, content: Edition['content']): void {
  const issues = ADAPTERS[kind].unsuited?.(content) ?? []
  if (issues.length > 0) throw notSuited({ kind }, issues)
}

interface Wanted {
  pieceId: string
  publicationId: string
  division: string
  at: Date
}
/** One dispatch for each channel; what brings it there is queued with it, in the same transaction. */
export async function dispatchTo(
  ctx: Ctx,
  wanted: Wanted,
  goals: ReadonlyArray<{ channelId: string; what: What }>,
): Promise<number> {
  const { actor, now, tx } = ctx
  const rows = goals.map(({ channelId, what }) => {
    const said = { publication_id: wanted.publicationId, channel_id: channelId, what }
    const id = idFrom('publicity.dispatch', wanted.publicationId, channelId, what)
    const origin = {
      county: actor.county,
      id,
      division: wanted.division,
      recorded_by: actor.accountId,
      received_at: now,
    }
    return { ...origin, digest: digestOf(said), piece_id: wanted.pieceId, ...said, at: wanted.at }
  })
  const arrivals = await keepFacts(tx, 'publicity.dispatch', rows)
  const fresh = rows.filter((_, nth) => arrivals[nth] === 'new')
  for (const { id, piece_id: pieceId, channel_id: channelId } of fresh) {
    ctx.meanwhile.push(queueTry(ctx, { id, pieceId, channelId, tries: 0 }))
    tell(ctx, 'dispatch', wanted.division, id)
  }
  return fresh.length
}

type Tried = Pick<DispatchRow, 'id' | 'pieceId' | 'channelId' | 'tries'>
/** What is said of a piece in a channel is said one after the other. */
export function queueTry(ctx: Ctx, one: Tried, due: Date = ctx.now): Promise<unknown> {
  const place = idFrom('publicity.dispatch', one.pieceId, one.channelId)
  return enqueue(ctx, DELIVER, { dispatchId: one.id, after: one.tries }, due, place)
}

/** Where a piece went and was not taken back from: a correction and a withdrawal go there too. */
export async function reachedBy({ tx }: Ctx, pieceId: string): Promise<string[]> {
  const gone = await dispatchesOf(tx, pieceId)
  return [...new Set(gone.map(({ channelId }) => channelId))]
}

export async function outgoingOf(ctx: Ctx, dispatch: DispatchRow): Promise<Outgoing> {
  const { tx, actor } = ctx
  const [edition, editions, before, channels, names] = await Promise.all([
    findEdition(tx, dispatch.publicationId),
    listEditions(tx, dispatch.pieceId),
    dispatchesOf(tx, dispatch.pieceId),
    findChannels(tx, [dispatch.channelId]),
    nameOfDivisions(tx),
  ])
  const channel = channels.get(dispatch.channelId)
  if (!edition || !channel) throw dispatchUnknown({ id: dispatch.id })
  const same = before.filter(({ channelId }) => channelId === dispatch.channelId)
  const earlier = same.slice(
    0,
    same.findIndex(({ id }) => id === dispatch.id),
  )
  return {
    county: actor.county,
    division: edition.division,
    areaName: names.get(edition.division) ?? edition.division,
    channel,
    what: dispatch.what,
    dispatchId: dispatch.id,
    pieceId: dispatch.pieceId,
    kind: edition.kind,
    edition: edition.nth,
    content: edition.content,
    firstAt: editions.at(-1)?.at ?? edition.at,
    at: dispatch.at,
    why: dispatch.what === 'cancel' ? edition.withdrawnWhy : edition.why,
    earlier: earlier.map(({ id, at }) => ({ dispatchId: id, at })),
    publicUrl: publicitySettings().publicUrl,
  }
}

export interface Outcome {
  state: 'produced' | 'delivered' | 'failed'
  reason: string | null
  note?: string | null
  file?: Produced | null
  at?: Date
}
export async function keepOutcome(ctx: Ctx, dispatch: DispatchRow, outcome: Outcome, sent?: { id: string }) {
  const { state, reason, note = null, file = null, at = ctx.now } = outcome
  const said = { dispatch_id: dispatch.id, nth: dispatch.tries + 1, state, fault: reason, note, at }
  const made = {
    bytes: file?.content.length ?? null,
    sha256: file ? createHash('sha256').update(file.content).digest() : null,
  }
  const { county, accountId } = ctx.actor
  const { division } = dispatch
  const id = sent?.id ?? randomUUID()
  const origin = { county, id, division, recorded_by: accountId, received_at: ctx.now, digest: digestOf(sent ?? said) }
  const [arrival] = await keepFacts(ctx.tx, 'publicity.dispatch_result', [{ ...origin, ...said, ...made }])
  tell(ctx, 'dispatch', division, dispatch.id)
  return arrival
}

/**
 * Makes what the channel takes and brings it there. Every try leaves its result, and one that failed queues the next. Somebody at the
 * desk may have had it tried meanwhile: then it is after more tries than these.
 */
export async function deliver(ctx: Ctx, dispatchId: string, after?: number): Promise<Errand | null> {
  const dispatch = await findDispatch(ctx.tx, dispatchId)
  if (!dispatch || isOver(dispatch) || dispatch.tries !== (after ?? dispatch.tries)) return null
  const outgoing = await outgoingOf(ctx, dispatch)
  return async () => {
    const outcome = await attempt(outgoing)
    return (then) => keepTry(then, dispatchId, outcome)
  }
}

const isOver = ({ state }: DispatchRow): boolean => state === 'delivered' || state === 'produced'

async function keepTry(ctx: Ctx, dispatchId: string, outcome: Outcome): Promise<void> {
  // Somebody may be saying at this very moment that they put it up by hand.
  await lockOne(ctx, `publicity.dispatch/${dispatchId}`)
  const dispatch = await findDispatch(ctx.tx, dispatchId)
  if (!dispatch || isOver(dispatch)) return
  await keepOutcome(ctx, dispatch, outcome)
  const nextAt = nextTryAt(dispatch.tries, ctx.now)
  if (outcome.state === 'failed' && nextAt) await queueTry(ctx, { ...dispatch, tries: dispatch.tries + 1 }, nextAt)
}

async function attempt(outgoing: Outgoing): Promise<Outcome> {
  const adapter = ADAPTERS[outgoing.channel.kind]
  let file: Produced | null = null
  try {
    file = await adapter.produce(outgoing)
    await adapter.deliver?.(outgoing, file)
    const isDone = !adapter.byHand && outgoing.channel.kind !== 'loudspeakers'
    return { state: isDone ? 'delivered' : 'produced', reason: null, file }
  } catch (error) {
    if (error instanceof Undelivered) return { state: 'failed', reason: error.reason, file }
    throw error
  }
}
