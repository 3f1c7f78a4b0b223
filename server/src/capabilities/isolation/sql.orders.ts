import type { Tx } from '../../kernel/db.ts'
import type { Kind } from './rules.ts'
import { orderColumns, type StoredOrder } from './sql.ts'

export interface OrderQuery {
  area: string
  kinds: readonly Kind[]
  state: 'standing' | 'ends-today' | 'review-due' | 'review-overdue' | 'appealed' | 'ended'
  now: Date
  /** The day in China, and its end. */
  today: string
  todayEnds: Date
  after: { at: string; id: string } | null
  limit: number
}
export type ListedOrder = StoredOrder & { appealed: boolean }

const openAppeal = (tx: Tx) => tx`exists (
  select from isolation.appeal a where a.county = o.county and a.order_id = o.id and not exists (
    select from isolation.appeal_decision d where d.county = a.county and d.appeal_id = a.id))`

const standsAt = (tx: Tx, now: Date) => tx`lower(s.during) <= ${now} and upper(s.during) > ${now}`

function stateOf(tx: Tx, { state, now, today, todayEnds }: OrderQuery) {
  const stands = standsAt(tx, now)
  switch (state) {
    case 'standing':
      return tx`${stands}`
    case 'ends-today':
      return tx`${stands} and upper(s.during) <= ${todayEnds}`
    case 'review-due':
      return tx`${stands} and s.review_on = ${today}::date`
    case 'review-overdue':
      return tx`${stands} and s.review_on < ${today}::date`
    case 'appealed':
      return tx`${stands} and ${openAppeal(tx)}`
    case 'ended':
      return tx`upper(s.during) <= ${now}`
    default:
      return state satisfies never
  }
}

/** Those that stand by their end, the nearest first; those that are over by their end, the latest first. */
export function listOrderRows(tx: Tx, query: OrderQuery): Promise<ListedOrder[]> {
  const { area, kinds, after, limit } = query
  const backwards = query.state === 'ended'
  const onwards =
    after &&
    tx`and (upper(s.during), s.order_id) ${backwards ? tx`<` : tx`>`} (${after.at}::timestamptz, ${after.id}::uuid)`
  return tx<ListedOrder[]>`
    select ${orderColumns(tx)}, ${openAppeal(tx)} as appealed
    from isolation.span s
    join isolation.order_now o on o.county = s.county and o.id = s.order_id
    where s.county = (select kernel.app_county()) and ${stateOf(tx, query)} and s.kind = any(${[...kinds]}::text[])
      and s.division >= ${area} and s.division < ${`${area}:`} ${onwards ?? tx``}
    order by upper(s.during) ${backwards ? tx`desc` : tx``}, s.order_id ${backwards ? tx`desc` : tx``} limit ${limit}`
}

export interface AreaCount {
  division: string
  home: number
  central: number
  endsToday: number
  reviewDue: number
  reviewOverdue: number
  appealed: number
}
export function countStanding(
  tx: Tx,
  { area, kinds, now, today, todayEnds }: Pick<OrderQuery, 'area' | 'kinds' | 'now' | 'today' | 'todayEnds'>,
): Promise<AreaCount[]> {
  return tx<AreaCount[]>`
    select o.division, (count(*) filter (where o.kind = 'home'))::integer as home,
      (count(*) filter (where o.kind = 'central'))::integer as central,
      (count(*) filter (where upper(o.during) <= ${todayEnds}))::integer as "endsToday",
      (count(*) filter (where o.review_on = ${today}::date))::integer as "reviewDue",
      (count(*) filter (where o.review_on < ${today}::date))::integer as "reviewOverdue",
      (count(*) filter (where ${openAppeal(tx)}))::integer as appealed
    from (select county, order_id as id, division, kind, during, review_on from isolation.span s
      where s.county = (select kernel.app_county()) and ${standsAt(tx, now)} and s.kind = any(${[...kinds]}::text[])
        and s.division >= ${area} and s.division < ${`${area}:`}) o
    group by o.division order by o.division`
}

export interface StoredAct {
  type: 'opened' | 'extended' | 'shortened' | 'reviewed' | 'appealed' | 'appeal-decided' | 'ended'
  id: string
  at: Date
  endsOn: string | null
  reviewOn: string | null
  documentNo: string | null
  authority: string | null
  decider: string | null
  ground: string | null
  why: string | null
  outcome: string | null
  lodger: string | null
  said: Buffer | null
  appealId: string | null
}

/** Everything that was decided and done about an order, as it came in. */
export function listActs(tx: Tx, orderId: string): Promise<StoredAct[]> {
  const of = (table: string) => tx`from ${tx(`isolation.${table}`)} f where f.county = (select kernel.app_county())`
  return tx<StoredAct[]>`
    select type, id, at, ends_on::text as "endsOn", review_on::text as "reviewOn", document_no as "documentNo", authority, decider,
      ground, why, outcome, lodger, said, appeal_id as "appealId"
    from (
      select 0 as nth, f.received_at, 'opened' as type, f.id, f.starts_at as at, f.ends_on, f.review_on, f.document_no, f.authority, f.decider,
        f.ground, null as why, null as outcome, null as lodger, null::bytea as said, null::uuid as appeal_id
      ${of('opening')} and f.id = ${orderId}
      union all select 1, f.received_at, 'extended', f.id, f.decided_at, f.ends_on, f.review_on, f.document_no, f.authority, f.decider,
        f.ground, null, null, null, null, null ${of('extension')} and f.order_id = ${orderId}
      union all select 1, f.received_at, 'shortened', f.id, f.recorded_at, f.ends_on, null, null, null, f.decider, null, f.why, null, null,
        null, null ${of('shortening')} and f.order_id = ${orderId}
      union all select 1, f.received_at, 'reviewed', f.id, f.reviewed_at, null, f.next_on, null, null, f.reviewer, null, null, null, null,
        null, null ${of('review')} and f.order_id = ${orderId}
      union all select 1, f.received_at, 'appealed', f.id, f.lodged_at, null, null, null, null, null, null, null, null, f.lodger, f.said, f.id
        ${of('appeal')} and f.order_id = ${orderId}
      union all select 2, f.received_at, 'appeal-decided', f.id, f.decided_at, null, null, f.document_no, null, f.decider, null, f.reason,
        f.outcome, null, null, f.appeal_id ${of('appeal_decision')}
        and f.appeal_id in (select a.id from isolation.appeal a where a.county = f.county and a.order_id = ${orderId})
      union all select 3, f.received_at, 'ended', f.id, f.ended_at, null, null, f.certificate_no, null, null, null, f.note, f.why, null, null, null
        ${of('ending')} and f.order_id = ${orderId}) act
    order by received_at, nth, id`
}

/** The order that took the place of this one. */
export async function findFollower(tx: Tx, orderId: string): Promise<string | null> {
  const [found] = await tx<{ id: string }[]>`
    select id from isolation.opening where county = (select kernel.app_county()) and follows = ${orderId}`
  return found?.id ?? null
}
