import type { Tx } from '../../kernel/db.ts'
import type { KeptLine } from './sql.ledger.ts'

export interface Movement {
  id: string
  division: string
  storeId: string
  storeName: string
  kind: string
  account: string
  at: Date
  receivedAt: Date
  lines: KeptLine[]
  documentNo: string | null
  party: string | null
  note: string | null
  why: string | null
  slipId: string | null
  toStoreId: string | null
  consignmentId: string | null
  reversesId: string | null
  reversedBy: string | null
}
const movements = (tx: Tx) => tx`
  select m.id, m.division, m.store_id as "storeId", s.name as "storeName", m.kind, m.account, m.at, m.received_at as "receivedAt", m.lines,
    m.document_no as "documentNo", m.party, m.note, m.why, m.slip_id as "slipId", m.to_store_id as "toStoreId",
    m.consignment_id as "consignmentId", m.reverses_id as "reversesId", r.id as "reversedBy"
  from supplies.movement m join supplies.store s on s.county = m.county and s.id = m.store_id
  left join supplies.movement r on r.county = m.county and r.reverses_id = m.id
  where m.county = (select kernel.app_county())`
export async function findMovement(tx: Tx, id: string): Promise<Movement | null> {
  const [found] = await tx<Movement[]>`${movements(tx)} and m.id = ${id}`
  return found ?? null
}
export interface MovementQuery {
  storeId: string | null
  kind: string | null
  moment: Date
  before: { at: string; id: string } | null
  limit: number
}
/** The latest first. */
export const listMovementRows = (tx: Tx, { storeId, kind, moment, before, limit }: MovementQuery) => tx<Movement[]>`
  ${movements(tx)} and m.at <= ${moment} ${storeId ? tx`and m.store_id = ${storeId}` : tx``} ${kind ? tx`and m.kind = ${kind}` : tx``}
    ${before ? tx`and (m.at, m.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
  order by m.at desc, m.id desc limit ${limit}`

/** What a movement did to its store, for booking it back. */
export const listStoreLegs = (tx: Tx, movementId: string) => tx<
  Array<{ itemId: string; lotId: string; quantity: number }>
>`
  select l.item_id as "itemId", l.lot_id as "lotId", l.quantity::float8 as quantity from supplies.leg l
  where l.county = (select kernel.app_county()) and l.movement_id = ${movementId} and l.store_id is not null`
