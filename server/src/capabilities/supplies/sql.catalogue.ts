import type { Tx } from '../../kernel/db.ts'
import type { Owner, Unit } from './schema.ts'

export interface Item {
  id: string
  code: string
  name: string
  kind: 'medical' | 'daily'
  unit: Unit
}
export interface Pack {
  id: string
  itemId: string
  label: string
  holds: number
  from: string
}
const itemColumns = (tx: Tx) => tx`i.id, i.code, i.name, i.kind, i.unit`
const packColumns = (tx: Tx) =>
  tx`p.id, p.item_id as "itemId", p.label, p.holds::float8 as holds, p.from_day::text as from`

export async function findItems(tx: Tx, ids: readonly string[]): Promise<Map<string, Item>> {
  const rows = await tx<Item[]>`
    select ${itemColumns(tx)} from supplies.item i
    where i.county = (select kernel.app_county()) and i.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export async function itemsByCode(tx: Tx, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; code: string }[]>`
    select i.id, i.code from supplies.item i where i.county = (select kernel.app_county()) and i.code = any (${codes}::text[])`
  return new Map(rows.map(({ id, code }) => [code, id]))
}
export const listItemRows = (tx: Tx, query: { kind: string | null; after: string | null; limit: number }) => tx<Item[]>`
  select ${itemColumns(tx)} from supplies.item i where i.county = (select kernel.app_county())
    ${query.kind ? tx`and i.kind = ${query.kind}` : tx``} ${query.after ? tx`and i.code > ${query.after}` : tx``}
  order by i.code limit ${query.limit}`
export const listPacks = (tx: Tx, itemIds: readonly string[]) => tx<Pack[]>`
  select ${packColumns(tx)} from supplies.pack p
  where p.county = (select kernel.app_county()) and p.item_id = any (${itemIds}::uuid[]) order by p.item_id, p.holds, p.from_day`
export async function findPacks(tx: Tx, ids: readonly string[]): Promise<Map<string, Pack>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<Pack[]>`
    select ${packColumns(tx)} from supplies.pack p
    where p.county = (select kernel.app_county()) and p.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface Lot {
  id: string
  itemId: string
  maker: string | null
  makerNo: string | null
  expiresOn: string | null
}
export const lotColumns = (tx: Tx) =>
  tx`o.id, o.item_id as "itemId", o.maker, o.maker_no as "makerNo", o.expires_on::text as "expiresOn"`
export async function findLots(tx: Tx, ids: readonly string[]): Promise<Map<string, Lot & { isRecalled: boolean }>> {
  const rows = await tx<Array<Lot & { isRecalled: boolean }>>`
    select ${lotColumns(tx)}, exists (select from supplies.recall r where r.county = o.county and r.lot_id = o.id) as "isRecalled"
    from supplies.lot o where o.county = (select kernel.app_county()) and o.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface LotQuery {
  itemId: string | null
  search: string | null
  after: string | null
  limit: number
}
export const listLotRows = (tx: Tx, { itemId, search, after, limit }: LotQuery) => tx<Lot[]>`
  select ${lotColumns(tx)} from supplies.lot o
  where o.county = (select kernel.app_county()) ${itemId ? tx`and o.item_id = ${itemId}` : tx``}
    ${search ? tx`and starts_with(o.maker_no, ${search})` : tx``} ${after ? tx`and o.id > ${after}::uuid` : tx``}
  order by o.id limit ${limit}`

export interface Store {
  id: string
  division: string
  owner: Owner
  name: string
  post: string
  openedAt: Date
  closedAt: Date | null
}
const storeColumns = (tx: Tx) => tx`s.id, s.division, s.owner, s.name, s.post, s.opened_at as "openedAt", (
    select e.at from supplies.store_closing e where e.county = s.county and e.store_id = s.id) as "closedAt"`
export async function findStores(tx: Tx, ids: readonly string[]): Promise<Map<string, Store>> {
  const rows = await tx<Store[]>`
    select ${storeColumns(tx)} from supplies.store s
    where s.county = (select kernel.app_county()) and s.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface StoreQuery {
  owner: string | null
  division: string | null
  after: { division: string; id: string } | null
  limit: number
}
export const listStoreRows = (tx: Tx, { owner, division, after, limit }: StoreQuery) => tx<Store[]>`
  select ${storeColumns(tx)} from supplies.store s
  where s.county = (select kernel.app_county()) ${owner ? tx`and s.owner = ${owner}` : tx``}
    ${division ? tx`and s.division >= ${division} and s.division < ${`${division}:`}` : tx``}
    ${after ? tx`and (s.division, s.id) > (${after.division} collate "C", ${after.id}::uuid)` : tx``}
  order by s.division, s.id limit ${limit}`
