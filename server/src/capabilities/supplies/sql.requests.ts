import type { Tx } from '../../kernel/db.ts'
import type { RequestPurpose } from './rules.allocation.ts'
import type { Unit } from './schema.ts'

export interface Request {
  id: string
  division: string
  storeId: string
  storeName: string
  itemId: string
  itemName: string
  unit: Unit
  quantity: number
  purpose: RequestPurpose
  neededOn: string
  note: string | null
  at: Date
  allotted: number
  sent: number
  arrived: number
  /** Sent and arrived, however much of it. */
  settled: number
  ended: boolean
  endWhy: string | null
}
/** Each with what was given, sent and received for it by a moment; a sending that was booked back is none. */
const requests = (tx: Tx, moment: Date) => tx`
  select r.id, r.division, r.store_id as "storeId", s.name as "storeName", r.item_id as "itemId", i.name as "itemName", i.unit,
    r.quantity::float8 as quantity, r.purpose, r.needed_on::text as "neededOn", r.note, r.at, given.sum as allotted, way.sent, way.arrived,
    way.settled, e.id is not null as ended, e.why as "endWhy"
  from supplies.request r
  join supplies.store s on s.county = r.county and s.id = r.store_id
  join supplies.item i on i.county = r.county and i.id = r.item_id
  left join supplies.request_end e on e.county = r.county and e.request_id = r.id and e.at <= ${moment}
  cross join lateral (select coalesce(sum(a.quantity), 0)::float8 as sum from supplies.allotment a
    where a.county = r.county and a.request_id = r.id and a.at <= ${moment}) given
  cross join lateral (
    select coalesce(sum(p.quantity), 0)::float8 as sent,
      coalesce(sum(p.quantity) filter (where c.ended_at <= ${moment}), 0)::float8 as settled,
      coalesce(sum(case when c.ended_at <= ${moment} then (select sum(l.quantity) from jsonb_to_recordset(c.arrived) l (quantity bigint)) end), 0)::float8
        as arrived
    from supplies.shipment p join supplies.consignment c on c.county = p.county and c.id = p.id
    where p.county = r.county and p.request_id = r.id and p.at <= ${moment}
      and not (c.end_id is not null and c.arrived is null and c.ended_at <= ${moment})) way
  where r.county = (select kernel.app_county()) and r.at <= ${moment}`
export async function findRequests(tx: Tx, ids: readonly string[], moment: Date): Promise<Map<string, Request>> {
  const rows = await tx<Request[]>`${requests(tx, moment)} and r.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface RequestQuery {
  moment: Date
  itemId: string | null
  open: boolean
  only: string | null
  after: { at: string; id: string } | null
  limit: number
}
/** The latest first. Open is what somebody still waits for. */
export const listRequestRows = (tx: Tx, { moment, itemId, open, only, after, limit }: RequestQuery) => tx<Request[]>`
  select one.* from (${requests(tx, moment)} ${itemId ? tx`and r.item_id = ${itemId}` : tx``}
    ${only ? tx`and r.store_id = ${only}` : tx``}) one
  where true ${open ? tx`and not one.ended and one.settled < one.quantity` : tx``}
    ${after ? tx`and (one.at, one.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by one.at desc, one.id desc limit ${limit}`
/** Whoever waits the longest first: for a proposal. */
export const listWaiting = (tx: Tx, moment: Date, itemId: string, limit: number) => tx<Request[]>`
  select one.* from (${requests(tx, moment)} and r.item_id = ${itemId}) one
  where not one.ended and one.allotted < one.quantity order by one.at, one.id limit ${limit}`

/** What of one item is in a store, in all its lots, as of a moment and from then on. */
export const stockOfItem = async (tx: Tx, storeId: string, itemId: string, moment: Date): Promise<number> =>
  (
    await tx<{ sum: number }[]>`
      select coalesce(sum(h.quantity), 0)::float8 - coalesce((
        select sum(l.quantity) from supplies.leg l where l.county = (select kernel.app_county()) and l.store_id = ${storeId}
          and l.item_id = ${itemId} and l.at > ${moment}), 0)::float8 as sum
      from supplies.shelf h where h.county = (select kernel.app_county()) and h.store_id = ${storeId} and h.item_id = ${itemId}`
  )[0]?.sum ?? 0
