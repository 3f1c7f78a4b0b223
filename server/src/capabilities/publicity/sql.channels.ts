import type { Tx } from '../../kernel/db.ts'
import type { ChannelKind, ChannelSettings, Dispatch } from './schema.channels.ts'

export interface Channel {
  id: string
  division: string
  kind: ChannelKind
  title: string
  settings: ChannelSettings
  open: boolean
  turnedAt: Date | null
}
const channels = (tx: Tx) => tx`
  select c.id, c.division, c.kind, c.title, c.settings, coalesce(t.turn = 'reopened', true) as open, t.at as "turnedAt"
  from publicity.channel c left join lateral (
    select turn, at from publicity.channel_turn t where t.county = c.county and t.channel_id = c.id
    order by received_at desc, id desc limit 1) t on true
  where c.county = (select kernel.app_county())`
export const listChannelRows = (tx: Tx) => tx<Channel[]>`${channels(tx)} order by c.received_at, c.id limit 200`
export async function findChannels(tx: Tx, ids: readonly string[]): Promise<Map<string, Channel>> {
  const rows = await tx<Channel[]>`${channels(tx)} and c.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export async function countDispatches(tx: Tx): Promise<Map<string, { sent: number; failed: number }>> {
  const rows = await tx<{ id: string; sent: number; failed: number }[]>`
    select d.channel_id as id, count(*)::integer as sent, (count(*) filter (where r.state = 'failed'))::integer as failed
    from publicity.dispatch d left join lateral (
      select state from publicity.dispatch_result r where r.county = d.county and r.dispatch_id = d.id order by nth desc limit 1) r on true
    where d.county = (select kernel.app_county()) group by d.channel_id`
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
}

export interface DispatchRow {
  id: string
  division: string
  pieceId: string
  publicationId: string
  channelId: string
  what: Dispatch['what']
  at: Date
  receivedAt: Date
  title: string
  edition: number
  channel: string
  kind: ChannelKind
  state: 'produced' | 'delivered' | 'failed' | null
  tries: number
  reason: string | null
  note: string | null
  doneAt: Date | null
  sha256: Buffer | null
}
const dispatches = (tx: Tx) => tx`
  select d.id, d.division, d.piece_id as "pieceId", d.publication_id as "publicationId", d.channel_id as "channelId", d.what, d.at,
    d.received_at as "receivedAt", p.title, p.nth as edition, c.title as channel, c.kind, r.state, coalesce(r.nth, 0) as tries, r.fault as reason,
    r.note, r.at as "doneAt", made.sha256
  from publicity.dispatch d
  join publicity.publication p on p.county = d.county and p.id = d.publication_id
  join publicity.channel c on c.county = d.county and c.id = d.channel_id
  left join lateral (select state, nth, fault, note, at from publicity.dispatch_result r
    where r.county = d.county and r.dispatch_id = d.id order by nth desc limit 1) r on true
  left join lateral (select sha256 from publicity.dispatch_result r
    where r.county = d.county and r.dispatch_id = d.id and r.sha256 is not null order by nth desc limit 1) made on true
  where d.county = (select kernel.app_county())`
export const findDispatch = async (tx: Tx, id: string): Promise<DispatchRow | null> =>
  (await tx<DispatchRow[]>`${dispatches(tx)} and d.id = ${id}`)[0] ?? null
/** Everything that was done to send a piece anywhere, the oldest first. */
export const dispatchesOf = (tx: Tx, pieceId: string) => tx<DispatchRow[]>`
  ${dispatches(tx)} and d.piece_id = ${pieceId} order by d.at, d.received_at, d.id`

export interface DispatchQuery {
  pieceId: string | null
  channelId: string | null
  state: 'all' | 'waiting' | 'produced' | 'delivered' | 'failed'
  after: { at: string; id: string } | null
  limit: number
}
export const listDispatchRows = (tx: Tx, { pieceId, channelId, state, after, limit }: DispatchQuery) => tx<
  DispatchRow[]
>`
  ${dispatches(tx)}
    ${pieceId ? tx`and d.piece_id = ${pieceId}` : tx``} ${channelId ? tx`and d.channel_id = ${channelId}` : tx``}
    ${state === 'all' ? tx`` : state === 'waiting' ? tx`and r.state is null` : tx`and r.state = ${state}`}
    ${after ? tx`and (d.received_at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by d.received_at desc, d.id desc limit ${limit}`

/** The last that each piece sent to channels of these kinds, so what those who read from us see; what was taken back too. */
export const listShown = (tx: Tx, kinds: readonly ChannelKind[], upTo: Date, limit: number) => tx<
  Array<{
    dispatchId: string
    pieceId: string
    publicationId: string
    channelId: string
    kind: ChannelKind
    what: Dispatch['what']
    at: Date
  }>
>`
  select * from (
    select distinct on (d.piece_id, c.kind) d.id as "dispatchId", d.piece_id as "pieceId", d.publication_id as "publicationId",
      d.channel_id as "channelId", c.kind, d.what, d.at
    from publicity.dispatch d join publicity.channel c on c.county = d.county and c.id = d.channel_id
    where d.county = (select kernel.app_county()) and c.kind = any (${kinds as string[]}) and d.at <= ${upTo}
    order by d.piece_id, c.kind, d.received_at desc, d.what = 'cancel' desc) shown
  order by at desc, "pieceId" desc limit ${limit}`
