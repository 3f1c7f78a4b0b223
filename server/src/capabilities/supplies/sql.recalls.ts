import type { Tx } from '../../kernel/db.ts'
import type { Owner, Unit } from './schema.ts'
import { type Lot, lotColumns } from './sql.catalogue.ts'

/** Everywhere in the caller's area that ever had some of a lot. */
export const listHolders = (tx: Tx, lotIds: readonly string[]) => tx<
  Array<{ lotId: string; storeId: string; storeName: string; owner: Owner; division: string; quantity: number }>
>`
  select h.lot_id as "lotId", h.store_id as "storeId", s.name as "storeName", s.owner, s.division, h.quantity::float8 as quantity
  from supplies.shelf h join supplies.store s on s.county = h.county and s.id = h.store_id
  where h.county = (select kernel.app_county()) and h.lot_id = any (${lotIds}::uuid[])
    and h.item_id in (select o.item_id from supplies.lot o where o.county = h.county and o.id = any (${lotIds}::uuid[]))
  order by s.division, s.id`

export interface Use {
  movementId: string
  storeId: string
  storeName: string
  at: Date
  account: string
  toKind: string | null
  party: string | null
  quantity: number
}
/** What left the stores for good; booked back, it is not listed. The latest first. */
export const listUses = (tx: Tx, lot: Pick<Lot, 'id' | 'itemId'>, limit: number) => tx<Use[]>`
  select l.movement_id as "movementId", m.store_id as "storeId", s.name as "storeName", l.at, l.account, m.to_kind as "toKind", m.party,
    l.quantity::float8 as quantity
  from supplies.leg l join supplies.movement m on m.county = l.county and m.id = l.movement_id
  join supplies.store s on s.county = m.county and s.id = m.store_id
  where l.county = (select kernel.app_county()) and l.item_id = ${lot.itemId} and l.lot_id = ${lot.id}
    and l.account in ('used', 'sold', 'written-off', 'expired') and m.kind <> 'reversed'
    and not exists (select from supplies.movement r where r.county = m.county and r.reverses_id = m.id)
  order by l.at desc, l.movement_id desc limit ${limit}`

export const sumAccounts = (tx: Tx, lot: Pick<Lot, 'id' | 'itemId'>) => tx<
  Array<{ account: string; quantity: number }>
>`
  select l.account, sum(l.quantity)::float8 as quantity from supplies.leg l
  where l.county = (select kernel.app_county()) and l.item_id = ${lot.itemId} and l.lot_id = ${lot.id} group by l.account`

export interface Recall {
  recallId: string
  at: Date
  notice: string
  documentNo: string | null
  itemName: string
  unit: Unit
}
export async function findRecall(tx: Tx, id: string): Promise<{ lotId: string; at: Date } | null> {
  const [found] = await tx<{ lotId: string; at: Date }[]>`
    select r.lot_id as "lotId", r.at from supplies.recall r where r.county = (select kernel.app_county()) and r.id = ${id}`
  return found ?? null
}
export const listRecallRows = (tx: Tx, before: { at: string; id: string } | null, limit: number) => tx<
  Array<Recall & Lot>
>`
  select r.id as "recallId", r.at, r.notice, r.document_no as "documentNo", i.name as "itemName", i.unit, ${lotColumns(tx)}
  from supplies.recall r join supplies.lot o on o.county = r.county and o.id = r.lot_id
  join supplies.item i on i.county = o.county and i.id = o.item_id
  where r.county = (select kernel.app_county()) ${before ? tx`and (r.at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
  order by r.at desc, r.id desc limit ${limit}`
/** The latest of each store. */
export const listAnswers = (tx: Tx, recallIds: readonly string[]) => tx<
  Array<{ recallId: string; storeId: string; at: Date; found: number; done: string; note: string | null }>
>`
  select distinct on (a.recall_id, a.store_id) a.recall_id as "recallId", a.store_id as "storeId", a.at, a.found::float8 as found, a.done, a.note
  from supplies.recall_answer a where a.county = (select kernel.app_county()) and a.recall_id = any (${recallIds}::uuid[])
  order by a.recall_id, a.store_id, a.at desc, a.received_at desc, a.id desc`
