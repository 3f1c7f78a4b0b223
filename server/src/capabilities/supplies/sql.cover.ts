import type { Tx } from '../../kernel/db.ts'
import type { Unit } from './schema.ts'

export interface Assumption {
  itemId: string
  basis: 'isolated' | 'checkpoint' | 'resident' | 'day'
  perDay: number
  heads: number | null
  because: string
  from: string
}
/** What holds on a day, of each item and basis; one of nothing has ended. */
export const listAssumptions = (tx: Tx, itemIds: readonly string[], day: string) => tx<Assumption[]>`
  select one.* from (
    select distinct on (a.item_id, a.basis) a.item_id as "itemId", a.basis, a.per_day::float8 as "perDay", a.heads, a.because,
      a.from_day::text as "from"
    from supplies.assumption a
    where a.county = (select kernel.app_county()) and a.item_id = any (${itemIds as string[]}::uuid[]) and a.from_day <= ${day}::date
    order by a.item_id, a.basis, a.from_day desc) one
  where one."perDay" > 0 order by one."itemId", one.basis`

/** People in isolation at a moment, in the reader's area; nothing of who they are. */
export const countIsolated = async (tx: Tx, division: string, moment: Date): Promise<number> =>
  (
    await tx<{ count: number }[]>`
      select count(*)::integer as count from isolation.published_orders o
      where o.county = (select kernel.app_county()) and o.village >= ${division} and o.village < ${`${division}:`}
        and o.starts_at <= ${moment} and coalesce(o.ended_at, o.ends_at) > ${moment}`
  )[0]?.count ?? 0

export interface Item {
  id: string
  code: string
  name: string
  unit: Unit
  inStore: number
}
/** Goods on their way from one store of the county to another are the county's still; of a part of it nobody knows yet whose they are. */
const held = (tx: Tx, division: string) =>
  division.length === 6 ? tx`l.account in ('store', 'in-transit')` : tx`l.account = 'store'`

interface ItemQuery {
  division: string
  moment: Date
  kind: string | null
  itemId: string | null
  after: string | null
  limit: number
}
/** Items with what is in all stores of an area, as of a moment. */
export const listItemStocks = (tx: Tx, { division, moment, kind, itemId, after, limit }: ItemQuery) => tx<Item[]>`
  select i.id, i.code, i.name, i.unit, (
    select coalesce(sum(l.quantity), 0)::float8 from supplies.leg l
    where l.county = i.county and l.item_id = i.id and ${held(tx, division)} and l.at <= ${moment}
      and l.division >= ${division} and l.division < ${`${division}:`}) as "inStore"
  from supplies.item i
  where i.county = (select kernel.app_county()) ${kind ? tx`and i.kind = ${kind}` : tx``} ${itemId ? tx`and i.id = ${itemId}` : tx``}
    ${after ? tx`and i.code > ${after}` : tx``}
  order by i.code limit ${limit}`

export interface DayUse {
  itemId: string
  day: string
  used: number
  /** What came and went in all. */
  moved: number
}
/** Use day by day in an area: what was issued and sold, whatever was booked back of it taken off. Days without any are not listed. */
export const listDays = (tx: Tx, itemIds: readonly string[], division: string, from: Date, till: Date) => tx<DayUse[]>`
  select l.item_id as "itemId", (l.at at time zone 'Asia/Shanghai')::date::text as day,
    coalesce(-sum(l.quantity) filter (where coalesce(t.account, m.account) in ('used', 'sold')), 0)::float8 as used,
    coalesce(sum(l.quantity), 0)::float8 as moved
  from supplies.leg l join supplies.movement m on m.county = l.county and m.id = l.movement_id
  left join supplies.movement t on t.county = m.county and t.id = m.reverses_id
  where l.county = (select kernel.app_county()) and l.item_id = any (${itemIds as string[]}::uuid[]) and ${held(tx, division)}
    and l.division >= ${division} and l.division < ${`${division}:`} and l.at > ${from} and l.at <= ${till}
  group by 1, 2 order by 1, 2`
/** Since when there has been anything of an item in the area. */
export const listFirstDays = (tx: Tx, itemIds: readonly string[], division: string) => tx<
  { itemId: string; at: Date }[]
>`
  select l.item_id as "itemId", min(l.at) as at from supplies.leg l
  where l.county = (select kernel.app_county()) and l.item_id = any (${itemIds as string[]}::uuid[]) and ${held(tx, division)}
    and l.division >= ${division} and l.division < ${`${division}:`} group by l.item_id`
