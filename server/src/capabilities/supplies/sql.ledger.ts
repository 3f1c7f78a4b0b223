import type { Tx } from '../../kernel/db.ts'
import type { Fact } from '../../kernel/facts.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { emptyShelf, type Shelf } from './rules.ts'

/** A line as it is kept: whole numbers of the base unit, and the pack and amount it was said in. */
export interface KeptLine {
  item: string
  lot: string
  quantity: number
  pack?: string
  amount?: string
  book?: number
}
export interface NewMovement extends Fact {
  store_id: string
  kind: string
  account: string
  at: Date
  lines: unknown
  document_no: string | null
  to_kind: string | null
  to_ref: string | null
  party: string | null
  note: string | null
  why: string | null
  slip_id: string | null
  to_store_id: string | null
  consignment_id: string | null
  reverses_id: string | null
}

/**
 * One writer of a county's ledger at a time: whoever is judged next finds the stock as it is then. The database takes locks of its own
 * when it writes; this one makes that a refusal of the one movement instead of an error of all.
 */
export const lockLedger = ({ tx, actor }: Ctx) =>
  tx`select pg_advisory_xact_lock(${actor.county}, hashtext('supplies.ledger'))`.execute()

export interface Asked {
  storeId: string
  itemId: string
  lotId: string
  since: Date
}
export const shelfKey = (storeId: string, lotId: string): string => `${storeId}/${lotId}`

/** Each shelf from a moment on. A lot is of one item, so store and lot name it. */
export async function readShelves(tx: Tx, asked: readonly Asked[]): Promise<Map<string, Shelf>> {
  const since = new Map<string, Asked>()
  for (const one of asked) {
    const key = shelfKey(one.storeId, one.lotId)
    const so = since.get(key)
    if (!so || one.since < so.since) since.set(key, one)
  }
  const shelves = new Map<string, Shelf>()
  for (const key of since.keys()) shelves.set(key, emptyShelf())
  if (since.size === 0) return shelves
  const wanted = [...since.values()].map(({ storeId, itemId, lotId, since: from }) => ({
    store_id: storeId,
    item_id: itemId,
    lot_id: lotId,
    since: from.toISOString(),
  }))
  const rows = await tx<
    Array<{
      storeId: string
      lotId: string
      quantity: number
      countedAt: Date | null
      entries: Array<[string, number]> | null
    }>
  >`
    select s.store_id as "storeId", s.lot_id as "lotId", s.quantity::float8 as quantity, s.counted_at as "countedAt", (
      select jsonb_agg(jsonb_build_array(l.at, l.quantity)) from supplies.leg l
      where l.county = s.county and l.store_id = s.store_id and l.item_id = s.item_id and l.lot_id = s.lot_id and l.at >= w.since) as entries
    from jsonb_to_recordset(${tx.json(wanted)}) w (store_id uuid, item_id uuid, lot_id uuid, since timestamptz)
    join supplies.shelf s on s.county = (select kernel.app_county()) and s.store_id = w.store_id and s.item_id = w.item_id
      and s.lot_id = w.lot_id`
  for (const { storeId, lotId, quantity, countedAt, entries } of rows) {
    const list = (entries ?? []).map(([at, moved]) => ({ at: Date.parse(at), quantity: moved }))
    const before = list.reduce((rest, entry) => rest - entry.quantity, quantity)
    shelves.set(shelfKey(storeId, lotId), { before, countedAt, entries: list })
  }
  return shelves
}

export interface StoredLine extends KeptLine {
  amount?: string
}
export interface Consignment {
  id: string
  division: string
  toDivision: string
  storeId: string
  toStoreId: string
  sentAt: Date
  lines: KeptLine[]
  documentNo: string | null
  endedAt: Date | null
  arrived: KeptLine[] | null
}
const consignmentColumns = (tx: Tx) => tx`c.id, c.division, c.to_division as "toDivision", c.store_id as "storeId",
  c.to_store_id as "toStoreId", c.sent_at as "sentAt", c.lines, c.document_no as "documentNo", c.ended_at as "endedAt", c.arrived`
export async function findConsignments(tx: Tx, ids: readonly string[]): Promise<Map<string, Consignment>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<Consignment[]>`
    select ${consignmentColumns(tx)} from supplies.consignment c
    where c.county = (select kernel.app_county()) and c.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface ConsignmentQuery {
  storeId: string | null
  underWay: boolean
  moment: Date
  before: { at: string; id: string } | null
  limit: number
}
/** The latest first, from both ends. As of a moment, what was not yet there by then is under way. */
export const listConsignmentRows = (tx: Tx, { storeId, underWay, moment, before, limit }: ConsignmentQuery) => tx<
  Array<Consignment & { storeName: string; toStoreName: string }>
>`
  select ${consignmentColumns(tx)}, f.name as "storeName", t.name as "toStoreName" from supplies.consignment c
  join supplies.store f on f.county = c.county and f.id = c.store_id
  join supplies.store t on t.county = c.county and t.id = c.to_store_id
  where c.county = (select kernel.app_county()) and c.sent_at <= ${moment}
    ${storeId ? tx`and (c.store_id = ${storeId} or c.to_store_id = ${storeId})` : tx``}
    ${underWay ? tx`and (c.ended_at is null or c.ended_at > ${moment})` : tx``}
    ${before ? tx`and (c.sent_at, c.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
  order by c.sent_at desc, c.id desc limit ${limit}`

export interface Slip {
  id: string
  division: string
  storeId: string
  storeName: string
  at: Date
  lines: KeptLine[]
  toKind: string
  toRef: string | null
  party: string
  documentNo: string | null
  note: string | null
  preparedBy: string
  movementId: string | null
  endId: string | null
}
const slips = (tx: Tx) => tx`
  select p.id, p.division, p.store_id as "storeId", s.name as "storeName", p.at, p.lines, p.to_kind as "toKind", p.to_ref as "toRef", p.party,
    p.document_no as "documentNo", p.note, p.recorded_by as "preparedBy", m.id as "movementId", e.id as "endId"
  from supplies.slip p join supplies.store s on s.county = p.county and s.id = p.store_id
  left join supplies.movement m on m.county = p.county and m.slip_id = p.id
  left join supplies.slip_end e on e.county = p.county and e.slip_id = p.id
  where p.county = (select kernel.app_county())`
export async function findSlips(tx: Tx, ids: readonly string[]): Promise<Map<string, Slip>> {
  const rows = await tx<Slip[]>`${slips(tx)} and p.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export interface SlipQuery {
  storeId: string | null
  open: boolean
  before: { at: string; id: string } | null
  limit: number
}
export const listSlipRows = (tx: Tx, { storeId, open, before, limit }: SlipQuery) => tx<Slip[]>`
  ${slips(tx)} ${storeId ? tx`and p.store_id = ${storeId}` : tx``} ${open ? tx`and m.id is null and e.id is null` : tx``}
    ${before ? tx`and (p.at, p.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
  order by p.at desc, p.id desc limit ${limit}`

/** Which of these ids are kept already, in the caller's area. */
export async function findKept(tx: Tx, table: `supplies.${string}`, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select id from ${tx(table)} where county = (select kernel.app_county()) and id = any (${ids}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}
