import type { Tx } from '../../kernel/db.ts'
import type { Derivation } from '../../kernel/feed.ts'

/** What came of each order, act after act in the order in which they came here. */
async function derive(tx: Tx, county: number): Promise<void> {
  await tx`
    with recursive act as (
      select order_id, received_at, id, 'extension' as kind, ends_at, review_on as day from isolation.extension where county = ${county}
      union all
      select order_id, received_at, id, 'shortening', ends_at, ends_on from isolation.shortening where county = ${county}
      union all
      select order_id, received_at, id, 'review', null, next_on from isolation.review where county = ${county}),
    numbered as materialized (
      select *, row_number() over (partition by order_id order by received_at, id) as nth from act),
    folded as (
      select o.id as order_id, 0::bigint as nth, o.ends_at, o.review_on from isolation.opening o where o.county = ${county}
      union all
      select f.order_id, n.nth, coalesce(n.ends_at, f.ends_at), case n.kind
        when 'extension' then n.day when 'shortening' then least(f.review_on, n.day) else greatest(f.review_on, n.day) end
      from folded f join numbered n on n.order_id = f.order_id and n.nth = f.nth + 1),
    came as (select distinct on (order_id) * from folded order by order_id, nth desc),
    met as (
      select distinct on (order_id) order_id, met, day, seen_at, ill_at from isolation.day_seen where county = ${county}
      order by order_id, day desc)
    insert into isolation.span (county, order_id, division, person_id, kind, during, review_on, profile, ended, met, seen_day, seen_at, ill_at)
    select o.county, o.id, o.division, o.person_id, o.kind, tstzrange(o.starts_at, coalesce(e.ended_at, c.ends_at)), c.review_on, o.profile,
      e.order_id is not null, m.met, m.day, m.seen_at, m.ill_at
    from isolation.opening o
    join came c on c.order_id = o.id
    left join isolation.ending e on e.county = o.county and e.order_id = o.id
    left join met m on m.order_id = o.id
    where o.county = ${county}`
}

export const derivedSpans: Derivation = {
  tables: { 'isolation.span': null },
  how: {
    zh: '隔离决定及其延长、缩短、复核、解除与测温:每道命令从何时到何时',
    en: 'orders with what became of them and their readings: from when to when each stands',
  },
  derive,
}
