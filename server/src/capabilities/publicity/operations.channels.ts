import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { ADAPTERS } from './channels.ts'
import { dispatchTo, keepOutcome, outgoingOf, queueTry, reachedBy, refuseUnsuited } from './dispatching.ts'
import { loadPiece, tell, type Whole } from './pieces.ts'
import { mayReadPublished, mayRunChannels, maySeeChannels, mayWrite } from './policy.ts'
import {
  channelIncomplete,
  channelUnknown,
  dispatchedAlready,
  dispatchUnknown,
  divisionUnknown,
  hostNotAllowed,
  notByHand,
  notFailed,
  notStanding,
  outOfTime,
  turnOutOfOrder,
} from './problems.ts'
import {
  AddChannel,
  AskDispatch,
  ChannelAdded,
  Channels,
  ConfirmDispatch,
  type Dispatch,
  DispatchPage,
  DispatchPiece,
  ListChannels,
  ListDispatches,
  ProducedFile,
  Retried,
  RetryDispatch,
  TurnChannel,
} from './schema.channels.ts'
import { Kept } from './schema.ts'
import { publicitySettings } from './settings.ts'
import {
  countDispatches,
  type DispatchRow,
  findChannels,
  findDispatch,
  listChannelRows,
  listDispatchRows,
} from './sql.channels.ts'
import { allowedHost, secretOf } from './webhook.ts'

export const addChannel = operation({
  name: 'publicity.channel.add',
  summary: { zh: '设立发布渠道', en: 'Set up a channel' },
  kind: 'write',
  input: AddChannel,
  output: ChannelAdded,
  async load({ tx }, { division }) {
    if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
  },
  allow: (actor, _loaded, input) => mayRunChannels(actor, input),
  async run(ctx, input) {
    const { id, kind, title, settings } = input
    const lacks = ADAPTERS[kind].lacks?.(settings)
    if (lacks) throw channelIncomplete({ kind, what: lacks })
    const secret = kind === 'webhook' ? secretOf(id) : null
    if (await isAgain(ctx, 'publicity.channel', input)) return { id, secret, arrival: 'again' as const }
    if (settings.url) {
      const { host, allowed } = allowedHost(settings.url)
      if (!allowed) throw hostNotAllowed({ host })
    }
    await keepNew(ctx, 'publicity.channel', {
      ...originOf(ctx, input, input),
      kind,
      title,
      settings: ctx.tx.json(settings),
    })
    tell(ctx, 'channel', input.division, id)
    return { id, secret, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    note: { kind: input.kind, arrival: output.arrival },
  }),
})

async function getChannel({ tx }: Ctx, { channelId }: { channelId: string }) {
  const channel = (await findChannels(tx, [channelId])).get(channelId)
  if (!channel) throw channelUnknown({ id: channelId })
  return channel
}

export const turnChannel = operation({
  name: 'publicity.channel.turn',
  summary: { zh: '停用或恢复发布渠道', en: 'Close a channel, or open it again' },
  kind: 'write',
  input: TurnChannel,
  output: Kept,
  load: getChannel,
  allow: (actor, channel) => mayRunChannels(actor, channel),
  async run(ctx, input, { division }) {
    const { channelId, turn, why } = input
    await lockOne(ctx, `publicity.channel/${channelId}`)
    if (await isAgain(ctx, 'publicity.channel_turn', input)) return { id: input.id, arrival: 'again' as const }
    const { open, turnedAt } = await getChannel(ctx, input)
    const at = new Date(input.at)
    if (isAhead(at, ctx.now)) throw outOfTime({ at: input.at })
    if (open !== (turn === 'closed') || (turnedAt && at < turnedAt)) throw turnOutOfOrder()
    const said = { channel_id: channelId, turn, why, at }
    await keepNew(ctx, 'publicity.channel_turn', { ...originOf(ctx, { division }, input), ...said })
    tell(ctx, 'channel', division, channelId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.channelId,
    division: loaded.division,
    note: { turn: input.turn, arrival: output.arrival },
  }),
})

export const listChannels = operation({
  name: 'publicity.channel.list',
  summary: { zh: '发布渠道', en: 'Channels' },
  kind: 'read',
  input: ListChannels,
  output: Channels,
  allow: (actor) => maySeeChannels(actor),
  async run({ tx }) {
    const [rows, counts] = await Promise.all([listChannelRows(tx), countDispatches(tx)])
    const { smtpUrl, mailFrom, webhookHosts } = publicitySettings()
    const items = rows.map(({ id, division, kind, title, open }) => ({
      ...{ id, division, kind, title, open },
      byHand: ADAPTERS[kind].byHand,
      ...(counts.get(id) ?? { sent: 0, failed: 0 }),
    }))
    return { items, mail: Boolean(smtpUrl && mailFrom), hosts: [...webhookHosts] }
  },
  audit: () => null,
})

/** A channel that was not chosen when the piece went out. */
export const dispatchPiece = operation({
  name: 'publicity.piece.dispatch',
  summary: { zh: '将宣传稿发往一个渠道', en: 'Send a piece to one more channel' },
  kind: 'write',
  input: DispatchPiece,
  output: Kept,
  load: loadPiece,
  allow: (actor, whole: Whole) => mayWrite(actor, whole),
  async run(ctx, { pieceId, id, channelId, at: given }, { division, editions }) {
    await lockOne(ctx, `publicity.piece/${pieceId}`)
    const [last] = editions
    if (!last || last.withdrawnAt) throw notStanding({ id: pieceId })
    const at = new Date(given)
    if (isAhead(at, ctx.now) || at < last.at) throw outOfTime({ at: given })
    const channel = await getChannel(ctx, { channelId })
    if (!channel.open) throw channelUnknown({ id: channelId })
    refuseUnsuited(channel, last.content)
    if ((await reachedBy(ctx, pieceId)).includes(channelId)) throw dispatchedAlready()
    await dispatchTo(ctx, { pieceId, publicationId: last.id, division, at }, [{ channelId, what: 'publish' }])
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, loaded }) => ({
    subject: input.pieceId,
    division: loaded.division,
    note: { channel: input.channelId },
  }),
})

const saidOf = ({
  division: _,
  publicationId: __,
  receivedAt: ___,
  sha256,
  at,
  doneAt,
  state,
  ...said
}: DispatchRow): Dispatch => ({
  ...said,
  at: at.toISOString(),
  doneAt: doneAt?.toISOString() ?? null,
  state: state ?? 'waiting',
  sha256: sha256?.toString('hex') ?? null,
})

export const listDispatches = operation({
  name: 'publicity.dispatch.list',
  summary: { zh: '发送记录', en: 'Dispatches' },
  kind: 'read',
  input: ListDispatches,
  output: DispatchPage,
  allow: (actor) => maySeeChannels(actor),
  async run({ tx }, { pieceId, channelId, state, after, limit }) {
    const asked = { pieceId: pieceId ?? null, channelId: channelId ?? null, state, after: positionOf(after), limit }
    const rows = await listDispatchRows(tx, asked)
    return { items: rows.map(saidOf), next: cursorOf(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id })) }
  },
  audit: () => null,
})

async function getDispatch({ tx }: Ctx, { dispatchId }: { dispatchId: string }): Promise<DispatchRow> {
  const found = await findDispatch(tx, dispatchId)
  if (!found) throw dispatchUnknown({ id: dispatchId })
  return found
}

export const readDispatch = operation({
  name: 'publicity.dispatch.read',
  summary: { zh: '下载发送的成品', en: 'What was made for a channel' },
  kind: 'read',
  input: AskDispatch,
  output: ProducedFile,
  load: getDispatch,
  allow: (actor) => mayReadPublished(actor),
  async run(ctx, _input, dispatch) {
    const { fileName, type, content } = await ADAPTERS[dispatch.kind].produce(await outgoingOf(ctx, dispatch))
    return { fileName, type, content: content.toString('base64') }
  },
  audit: () => null,
})

export const confirmDispatch = operation({
  name: 'publicity.dispatch.confirm',
  summary: { zh: '确认已人工发布', en: 'Say that a piece was put up by hand' },
  kind: 'write',
  input: ConfirmDispatch,
  output: Kept,
  load: getDispatch,
  allow: (actor, dispatch) => mayWrite(actor, dispatch),
  async run(ctx, input, { division }) {
    await lockOne(ctx, `publicity.dispatch/${input.dispatchId}`)
    if (await isAgain(ctx, 'publicity.dispatch_result', input)) return { id: input.id, arrival: 'again' as const }
    const dispatch = await getDispatch(ctx, input)
    const at = new Date(input.at)
    if (dispatch.state === 'delivered' || !ADAPTERS[dispatch.kind].byHand) throw notByHand()
    if (isAhead(at, ctx.now) || at < dispatch.at) throw outOfTime({ at: input.at })
    await keepOutcome(ctx, { ...dispatch, division }, { state: 'delivered', reason: null, note: input.note, at }, input)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.dispatchId,
    division: loaded.division,
    note: { channel: loaded.channelId, arrival: output.arrival },
  }),
})

/** By somebody at the desk, once the tries are used up or the cause is known to be gone. */
export const retryDispatch = operation({
  name: 'publicity.dispatch.retry',
  summary: { zh: '重试发送', en: 'Try a dispatch again' },
  kind: 'write',
  input: RetryDispatch,
  output: Retried,
  load: getDispatch,
  allow: (actor, dispatch) => mayWrite(actor, dispatch),
  async run(ctx, { dispatchId }, dispatch) {
    if (dispatch.state !== 'failed') throw notFailed()
    await queueTry(ctx, dispatch)
    return { id: dispatchId }
  },
  audit: ({ input, loaded }) => ({ subject: input.dispatchId, division: loaded.division }),
})
