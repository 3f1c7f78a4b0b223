import type { Tx } from '../../kernel/db.ts'
import type { Owner, Unit } from './schema.ts'
import { type Lot, lotColumns } from './sql.catalogue.ts'

const within = (tx: Tx, division: string | null) =>
  division ? tx`and h.division >= ${division} and h.division < ${`${division}:`}` : tx``

/** Every shelf in the caller's area as it stood at a moment: as it is now, less what came after. */
const shelves = (tx: Tx, moment: Date) => tx`
  select h.county, h.division, h.store_id, h.item_id, h.lot_id, h.counted_at, h.quantity - coalesce((
    select sum(l.quantity) from supplies.leg l where l.county = h.county and l.store_id = h.store_id and l.item_id = h.item_id
      and l.lot_id = h.lot_id and l.at > ${moment}), 0) as quantity
  from supplies.shelf h where h.county = (select kernel.app_county())`

export interface Sum {
  itemId: string
  owner: Owner
  quantity: number
  stores: number
  expired: number
  expiringSoon: number
}
export interface SumQuery {
  moment: Date
  day: string
  soon: string
  division: string | null
  only: string | null
}
export const sumStock = (tx: Tx, { moment, day, soon, division, only }: SumQuery) => tx<Sum[]>`
  select h.item_id as "itemId", s.owner, sum(h.quantity)::float8 as quantity,
    count(distinct h.store_id) filter (where h.quantity > 0)::integer as stores,
    coalesce(sum(h.quantity) filter (where o.expires_on < ${day}::date), 0)::float8 as expired,
    coalesce(sum(h.quantity) filter (where o.expires_on between ${day}::date and ${soon}::date), 0)::float8 as "expiringSoon"
  from (${shelves(tx, moment)} ${within(tx, division)} ${only ? tx`and h.store_id = ${only}` : tx``}) h
  join supplies.store s on s.county = h.county and s.id = h.store_id
  join supplies.lot o on o.county = h.county and o.id = h.lot_id
  group by h.item_id, s.owner having sum(h.quantity) > 0`

export const sumUnderWay = (tx: Tx, moment: Date, only: string | null) => tx<
  Array<{ itemId: string; quantity: number }>
>`
  select l.item as "itemId", sum(l.quantity)::float8 as quantity from supplies.consignment c
  cross join lateral jsonb_to_recordset(c.lines) l (item uuid, quantity bigint)
  where c.county = (select kernel.app_county()) and c.sent_at <= ${moment} and (c.ended_at is null or c.ended_at > ${moment})
    ${only ? tx`and (c.store_id = ${only} or c.to_store_id = ${only})` : tx``}
  group by l.item`

export interface StockLine extends Lot {
  itemName: string
  unit: Unit
  quantity: number
  countedAt: Date | null
}
export interface StoreQuery {
  storeId: string
  moment: Date
  after: string | null
  limit: number
}
/** What is there, or was counted as not there. By lot. */
export const listStockOfStore = (tx: Tx, { storeId, moment, after, limit }: StoreQuery) => tx<StockLine[]>`
  select ${lotColumns(tx)}, i.name as "itemName", i.unit, h.quantity::float8 as quantity, h.counted_at as "countedAt"
  from (${shelves(tx, moment)} and h.store_id = ${storeId} ${after ? tx`and h.lot_id > ${after}::uuid` : tx``}) h
  join supplies.lot o on o.county = h.county and o.id = h.lot_id join supplies.item i on i.county = h.county and i.id = h.item_id
  where h.quantity > 0 order by h.lot_id limit ${limit}`

export interface CardQuery {
  storeId: string
  itemId: string
  lotId: string | null
  from: Date | null
  till: Date
  after: { at: string; id: string } | null
  limit: number
}
export interface CardRow {
  movementId: string
  at: Date
  kind: string
  account: string
  party: string | null
  documentNo: string | null
  makerNo: string | null
  lotId: string
  quantity: number
}
const legsOf = (tx: Tx, { storeId, itemId, lotId, till }: CardQuery) => tx`
  from supplies.leg l where l.county = (select kernel.app_county()) and l.store_id = ${storeId} and l.item_id = ${itemId}
    ${lotId ? tx`and l.lot_id = ${lotId}` : tx``} and l.at < ${till}`
/** One line for a movement, with all its lots: a page never ends within one. */
export const listCard = (tx: Tx, query: CardQuery) => tx<CardRow[]>`
  select c.movement_id as "movementId", c.at, c.quantity::float8 as quantity, c.maker_no as "makerNo", m.kind, m.account, m.party,
    m.document_no as "documentNo"
  from (
    select l.movement_id, l.at, sum(l.quantity) as quantity, string_agg(o.maker_no, '、' order by o.maker_no) as maker_no
    from (select l.* ${legsOf(tx, query)} ${query.from ? tx`and l.at >= ${query.from}` : tx``}
      ${query.after ? tx`and (l.at, l.movement_id) > (${query.after.at}::timestamptz, ${query.after.id}::uuid)` : tx``}) l
    join supplies.lot o on o.county = (select kernel.app_county()) and o.id = l.lot_id
    group by l.movement_id, l.at order by l.at, l.movement_id limit ${query.limit}) c
  join supplies.movement m on m.county = (select kernel.app_county()) and m.id = c.movement_id
  order by c.at, c.movement_id`
/** What was there before the first line of the page. */
export async function openingOf(tx: Tx, query: CardQuery): Promise<number> {
  const { after, from } = query
  const before = after
    ? tx`and (l.at, l.movement_id) <= (${after.at}::timestamptz, ${after.id}::uuid)`
    : from
      ? tx`and l.at < ${from}`
      : tx`and false`
  const [found] = await tx<
    { sum: number }[]
  >`select coalesce(sum(l.quantity), 0)::float8 as sum ${legsOf(tx, query)} ${before}`
  return found?.sum ?? 0
}
export async function closingOf(tx: Tx, query: CardQuery): Promise<number> {
  const [found] = await tx<{ sum: number }[]>`select coalesce(sum(l.quantity), 0)::float8 as sum ${legsOf(tx, query)}`
  return found?.sum ?? 0
}

export interface ExpiringRow {
  storeId: string
  storeName: string
  owner: Owner
  itemId: string
  itemName: string
  unit: Unit
  lotId: string
  makerNo: string | null
  expiresOn: string
  quantity: number
}
export interface ExpiringQuery {
  moment: Date
  till: string
  only: string | null
  after: { day: string; storeId: string; lotId: string } | null
  limit: number
}
/** The first to expire first. */
export const listExpiringRows = (tx: Tx, { moment, till, only, after, limit }: ExpiringQuery) => tx<ExpiringRow[]>`
  select h.store_id as "storeId", s.name as "storeName", s.owner, h.item_id as "itemId", i.name as "itemName", i.unit, h.lot_id as "lotId",
    o.maker_no as "makerNo", o.expires_on::text as "expiresOn", h.quantity::float8 as quantity
  from (${shelves(tx, moment)} ${only ? tx`and h.store_id = ${only}` : tx``}) h
  join supplies.lot o on o.county = h.county and o.id = h.lot_id and o.expires_on <= ${till}::date
  join supplies.store s on s.county = h.county and s.id = h.store_id
  join supplies.item i on i.county = h.county and i.id = h.item_id
  where h.quantity > 0
    ${after ? tx`and (o.expires_on, h.store_id, h.lot_id) > (${after.day}::date, ${after.storeId}::uuid, ${after.lotId}::uuid)` : tx``}
  order by o.expires_on, h.store_id, h.lot_id limit ${limit}`
