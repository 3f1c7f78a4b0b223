import type { Tx } from '../../kernel/db.ts'
import type { DONORS } from './rules.ts'
import { countsOfFiles, type FileCounts } from './sql.files.ts'

export interface Donation extends FileCounts {
  id: string
  division: string
  donorKind: (typeof DONORS)[number]
  organisation: string | null
  personId: string | null
  publicName: string | null
  receiptNo: string
  purpose: string
  earmarked: boolean
  fen: number
  at: Date
  void: boolean
}
const donations = (tx: Tx, moment: Date) => tx`
  select d.id, d.division, d.donor_kind as "donorKind", d.organisation, d.person_id as "personId", n.public_name as "publicName",
    r.number as "receiptNo", p.title as purpose, s.earmark is not null as earmarked, e.fen::float8 as fen, d.at,
    x.id is not null as void, ${countsOfFiles(tx, 'donation_id', 'd')}
  from funds.donation d
  join funds.receipt r on r.county = d.county and r.donation_id = d.id
  join funds.source s on s.county = d.county and s.id = d.source_id
  join funds.purpose p on p.county = d.county and p.id = d.purpose_id
  join funds.entry e on e.county = d.county and e.id = d.id
  left join funds.entry x on x.county = d.county and x.reverses = d.id and x.at <= ${moment}
  left join lateral (select one.public_name from funds.naming one where one.county = d.county and one.donation_id = d.id
    order by one.received_at desc, one.id desc limit 1) n on true
  where d.county = (select kernel.app_county())`
export const findDonation = async (tx: Tx, id: string, moment: Date): Promise<Donation | null> =>
  (await tx<Donation[]>`${donations(tx, moment)} and d.id = ${id}`)[0] ?? null
export const listDonationRows = (tx: Tx, moment: Date, after: { at: string; id: string } | null, limit: number) => tx<
  Donation[]
>`
  ${donations(tx, moment)} and d.at <= ${moment}
  ${after ? tx`and (d.at, d.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by d.at desc, d.id desc limit ${limit}`

/** The last number of a year; the whole county's, whoever asks. */
export const lastSerial = async (tx: Tx, year: number): Promise<number> =>
  (
    await tx<{ serial: number }[]>`
      select r.serial from funds.receipt r where r.county = (select kernel.app_county()) and r.year = ${year}
      order by r.serial desc limit 1`
  )[0]?.serial ?? 0
export const receiptOf = async (tx: Tx, donationId: string): Promise<string | null> =>
  (
    await tx<{ number: string }[]>`
      select r.number from funds.receipt r where r.county = (select kernel.app_county()) and r.donation_id = ${donationId}`
  )[0]?.number ?? null

export interface PublicDonation {
  id: string
  receiptNo: string
  at: Date
  fen: number
  purpose: string
  name: string | null
  void: boolean
}
/** Read by nobody in particular: what the function gives, and nothing of the tables. */
export const listPublicDonations = (
  tx: Tx,
  moment: Date,
  after: { at: string; id: string } | null,
  limit: number,
) => tx<PublicDonation[]>`
  select one.id, one.number as "receiptNo", one.at, one.fen::float8 as fen, one.purpose, one.name, one.void
  from funds.public_donations(${moment}, ${after?.at ?? null}, ${after?.id ?? null}, ${limit}) one`
export interface PublicHeld {
  purpose: string
  receivedFen: number
  availableFen: number
  committedFen: number
  paidFen: number
}
export const listPublicHeld = (tx: Tx, moment: Date) => tx<PublicHeld[]>`
  select one.purpose, one.received::float8 as "receivedFen", one.available::float8 as "availableFen",
    one.committed::float8 as "committedFen", one.paid::float8 as "paidFen"
  from funds.public_held(${moment}) one`
