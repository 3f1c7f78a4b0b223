import type { Tx } from '../../kernel/db.ts'
import type { Class, OverWhy } from './rules.ts'

export interface Document {
  id: string
  number: string
  issuedAt: Date
  endedAt: Date | null
}
/** A document that was issued, whether or not it still stands. */
export const findDocument = async (tx: Tx, id: string): Promise<Document | null> =>
  (
    await tx<Document[]>`
      select document_id as id, number, issued_at as "issuedAt", ended_at as "endedAt" from command.published_documents
      where county = (select kernel.app_county()) and document_id = ${id}`
  )[0] ?? null

export interface Order {
  id: string
  division: string
  classes: Class[]
  byName: boolean
  named: number
  startsAt: Date
  endsOn: string
  until: Date
  overWhy: OverWhy
  reviewOn: string
  documentId: string
  documentNo: string
  documentTitle: string
  authority: string
  decider: string
  basis: string
  ground: string
  appeal: string
}
const ORDER = (tx: Tx) => tx`o.id, o.division, o.classes, o.by_name as "byName", (select count(*) from closures.named n
    where n.county = o.county and n.order_id = o.id)::integer as named, o.starts_at as "startsAt", o.ends_on::text as "endsOn", o.until,
  o.over_why as "overWhy", o.review_on::text as "reviewOn", o.document_id as "documentId", o.document_no as "documentNo",
  o.document_title as "documentTitle", o.authority, o.decider, o.basis, o.ground, o.appeal`

export const findOrder = async (tx: Tx, id: string): Promise<Order | null> =>
  (
    await tx<Order[]>`
      select ${ORDER(tx)} from closures.order_now o where o.county = (select kernel.app_county()) and o.id = ${id}`
  )[0] ?? null

export interface OrderQuery {
  state: 'standing' | 'review-due' | 'over' | 'all'
  moment: Date
  after: { at: string; id: string } | null
  limit: number
}
export const listOrderRows = (tx: Tx, { state, moment, after, limit }: OrderQuery) => tx<Order[]>`
  select ${ORDER(tx)} from closures.order_now o where o.county = (select kernel.app_county())
    ${state === 'all' ? tx`` : state === 'over' ? tx`and o.until <= ${moment}` : tx`and o.until > ${moment}`}
    ${state === 'review-due' ? tx`and o.review_on <= closures.day_of(${moment}) and o.starts_at <= ${moment}` : tx``}
    ${after ? tx`and (o.starts_at, o.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
  order by o.starts_at desc, o.id desc limit ${limit}`

export interface Held extends Order {
  freedAt: Date | null
}
/** Every closure that ever held for one subject, the latest first. */
export const listHolds = (tx: Tx, subjectId: string) => tx<Held[]>`
  select ${ORDER(tx)}, h.freed_at as "freedAt" from closures.held h
  join closures.order_now o on o.county = h.county and o.id = h.order_id
  where h.county = (select kernel.app_county()) and h.subject_id = ${subjectId} order by o.starts_at desc, o.id desc limit 100`

export interface Act {
  type: 'decided' | 'extended' | 'reviewed' | 'lifted'
  id: string
  at: Date
  by: string
  documentNo: string | null
  endsOn: string | null
  why: string | null
}
export const listOrderActs = (tx: Tx, orderId: string) => tx<Act[]>`
  select case when x.id = x.order_id then 'decided' else 'extended' end as type, x.id, x.from_at as at, x.decider as by,
    d.number as "documentNo", x.ends_on::text as "endsOn", x.ground as why
  from closures.decision x left join command.published_documents d on d.county = x.county and d.document_id = x.document_id
  where x.county = (select kernel.app_county()) and x.order_id = ${orderId}
  union all select 'reviewed', r.id, r.at, r.reviewer, null, r.next_on::text, null from closures.review r
  where r.county = (select kernel.app_county()) and r.order_id = ${orderId}
  union all select 'lifted', l.id, l.at, l.decider, null, null, l.why from closures.lifting l
  where l.county = (select kernel.app_county()) and l.order_id = ${orderId}
  order by at, id`

export async function keepNamed(
  tx: Tx,
  { county, id, division }: { county: number; id: string; division: string },
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return
  await tx`insert into closures.named ${tx(subjectIds.map((subject_id) => ({ county, order_id: id, subject_id, division })))}`
}
