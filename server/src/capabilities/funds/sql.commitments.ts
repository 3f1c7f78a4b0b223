import type { Tx } from '../../kernel/db.ts'
import type { PaymentState } from './rules.ts'
import { countsOfFiles, type FileCounts } from './sql.files.ts'
import { type PaperOf, paperColumns } from './sql.ts'

interface Place {
  at: string
  id: string
}

export interface Commitment extends PaperOf {
  id: string
  division: string
  purposeId: string
  purpose: string
  sourceId: string
  source: string
  title: string
  payee: string
  at: Date
}
const columns = (tx: Tx) => tx`
  c.id, c.division, c.purpose_id as "purposeId", p.title as purpose, c.source_id as "sourceId", s.title as source, c.title, c.payee,
  ${paperColumns(tx, 'c')}, c.at`
const joined = (tx: Tx) => tx`
  from funds.commitment c
  join funds.purpose p on p.county = c.county and p.id = c.purpose_id
  join funds.source s on s.county = c.county and s.id = c.source_id`
export const findCommitment = async (tx: Tx, id: string): Promise<Commitment | null> =>
  (
    await tx<Commitment[]>`
      select ${columns(tx)} ${joined(tx)} where c.county = (select kernel.app_county()) and c.id = ${id}`
  )[0] ?? null

export const listCommitmentRows = (tx: Tx, moment: Date, after: Place | null, limit: number) => tx<
  Array<Commitment & FileCounts & { openFen: number; paidFen: number }>
>`
  select ${columns(tx)}, held.open::float8 as "openFen", held.paid::float8 as "paidFen", ${countsOfFiles(tx, 'commitment_id', 'c')}
  ${joined(tx)} cross join lateral (
    select coalesce(sum(e.fen * ((e.to_account = 'committed')::integer - (e.from_account = 'committed')::integer)), 0) as open,
      coalesce(sum(e.fen * ((e.to_account = 'paid')::integer - (e.from_account = 'paid')::integer)), 0) as paid
    from funds.entry e where e.county = c.county and e.commitment_id = c.id and e.at <= ${moment}) held
  where c.county = (select kernel.app_county()) and c.at <= ${moment}
    ${after ? tx`and (c.at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by c.at desc, c.id desc limit ${limit}`

/** What was paid on a commitment on the day, in China, of a moment. */
export const paidThatDay = async (tx: Tx, commitmentId: string, at: Date): Promise<number> =>
  (
    await tx<{ fen: number }[]>`
      select coalesce(sum(e.fen), 0)::float8 as fen from funds.entry e
      where e.county = (select kernel.app_county()) and e.commitment_id = ${commitmentId} and e.kind = 'paid'
        and (e.at at time zone 'Asia/Shanghai')::date = (${at}::timestamptz at time zone 'Asia/Shanghai')::date`
  )[0]?.fen ?? 0

export interface Payment extends PaperOf, FileCounts {
  id: string
  division: string
  commitmentId: string
  purposeId: string
  sourceId: string
  title: string
  payee: string
  fen: number
  at: Date
  by: string | null
  state: PaymentState
  why: string | null
}
const payments = (tx: Tx, moment: Date) => tx`
  select p.id, p.division, p.commitment_id as "commitmentId", c.purpose_id as "purposeId", c.source_id as "sourceId", c.title, c.payee,
    p.fen::float8 as fen, ${paperColumns(tx, 'p')}, p.at, p.recorded_by as by, d.why, ${countsOfFiles(tx, 'payment_id', 'p')},
    case when e.id is not null then 'paid' when d.decision = 'refused' then 'refused' else 'waiting' end as state
  from funds.payment p
  join funds.commitment c on c.county = p.county and c.id = p.commitment_id
  left join funds.entry e on e.county = p.county and e.payment_id = p.id and e.kind = 'paid' and e.at <= ${moment}
  left join funds.payment_decision d on d.county = p.county and d.payment_id = p.id and d.at <= ${moment}
  where p.county = (select kernel.app_county())`
export const findPayment = async (tx: Tx, id: string, moment: Date): Promise<Payment | null> =>
  (await tx<Payment[]>`${payments(tx, moment)} and p.id = ${id}`)[0] ?? null

interface Sought {
  moment: Date
  state: PaymentState | null
  after: Place | null
  limit: number
}
export const listPaymentRows = (tx: Tx, { moment, state, after, limit }: Sought) => tx<Payment[]>`
  select one.* from (${payments(tx, moment)} and p.at <= ${moment}) one
  where true ${state ? tx`and one.state = ${state}` : tx``}
    ${after ? tx`and (one.at, one.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by one.at desc, one.id desc limit ${limit}`
