import type { Tx } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { Unit } from './schema.ts'

export interface Goods {
  item: string
  quantity: number
  unit: Unit
}
export interface Donation {
  id: string
  division: string
  storeId: string
  storeName: string
  donorKind: 'person' | 'organisation' | 'anonymous'
  organisation: string | null
  personId: string | null
  publicName: string | null
  receiptNo: string
  goods: Goods[]
  at: Date
  void: boolean
}
const donations = (tx: Tx, moment: Date) => tx`
  select d.id, d.division, m.store_id as "storeId", s.name as "storeName", d.donor_kind as "donorKind", d.organisation,
    d.person_id as "personId", n.public_name as "publicName", r.number as "receiptNo", d.at, x.id is not null as void, (
      select jsonb_agg(jsonb_build_object('item', i.name, 'quantity', l.quantity, 'unit', i.unit) order by i.name)
      from jsonb_to_recordset(m.lines) l (item uuid, quantity bigint) join supplies.item i on i.county = m.county and i.id = l.item) as goods
  from supplies.donation d
  join supplies.receipt r on r.county = d.county and r.donation_id = d.id
  join supplies.movement m on m.county = d.county and m.id = d.movement_id
  join supplies.store s on s.county = m.county and s.id = m.store_id
  left join supplies.movement x on x.county = m.county and x.reverses_id = m.id and x.at <= ${moment}
  left join lateral (select one.public_name from supplies.naming one where one.county = d.county and one.donation_id = d.id
    order by one.received_at desc, one.id desc limit 1) n on true
  where d.county = (select kernel.app_county())`
export const findDonation = async (tx: Tx, id: string, moment: Date): Promise<Donation | null> =>
  (await tx<Donation[]>`${donations(tx, moment)} and d.id = ${id}`)[0] ?? null
interface Place {
  at: string
  id: string
}
export const listDonationRows = (tx: Tx, moment: Date, after: Place | null, limit: number) => tx<Donation[]>`
  ${donations(tx, moment)} and d.at <= ${moment}
  ${after ? tx`and (d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by d.at desc, d.id desc limit ${limit}`

export const lockReceipts = async ({ tx, actor }: Ctx): Promise<void> => {
  await tx`select pg_advisory_xact_lock(hashtextextended('supplies.receipt', ${actor.county}))`
}
/** The last number of a year; the whole county's, whoever asks. */
export const lastSerial = async (tx: Tx, year: number): Promise<number> =>
  (
    await tx<{ serial: number }[]>`
      select r.serial from supplies.receipt r where r.county = (select kernel.app_county()) and r.year = ${year}
      order by r.serial desc limit 1`
  )[0]?.serial ?? 0

export interface PublicDonation {
  id: string
  receiptNo: string
  at: Date
  goods: Goods[]
  name: string | null
  void: boolean
}
/** Read by nobody in particular: what the function gives, and nothing of the tables. */
export const listPublicDonations = (tx: Tx, moment: Date, after: Place | null, limit: number) => tx<PublicDonation[]>`
  select one.id, one.number as "receiptNo", one.at, one.goods, one.name, one.void
  from supplies.public_donations(${moment}, ${after?.at ?? null}, ${after?.id ?? null}, ${limit}) one`

export interface PublicPrice {
  storeId: string
  itemId: string
  division: string
  store: string
  owner: string
  item: string
  priceFen: number
  per: string
  state: 'enough' | 'little' | 'none'
  delivery: 'normal' | 'late' | 'stopped'
  at: Date
}
export const listPublicPrices = (
  tx: Tx,
  moment: Date,
  after: { storeId: string; itemId: string } | null,
  limit: number,
) => tx<PublicPrice[]>`
  select one.store_id as "storeId", one.item_id as "itemId", one.division, one.store, one.owner, one.item, one.price_fen as "priceFen",
    one.per, one.state, one.delivery, one.at
  from supplies.public_prices(${moment}, ${after?.storeId ?? null}, ${after?.itemId ?? null}, ${limit}) one`
