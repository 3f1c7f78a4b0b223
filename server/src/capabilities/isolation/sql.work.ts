import type { Tx } from '../../kernel/db.ts'
import type { Check, Slot } from './rules.readings.ts'

/** What a query has to know of editions and windows: worked out by the rules, given as rows. */
export interface Stated {
  now: Date
  editions: ReadonlyArray<{ profile: string; perDay: number }>
  checks: ReadonlyArray<Check & { perDay: number }>
}

export const statedRows = (tx: Tx, { editions, checks }: Stated) => tx`
  edition as materialized (
    select profile, "perDay" as per_day from jsonb_to_recordset(${tx.json(editions)}) as e (profile text, "perDay" integer)),
  owed as materialized (
    select "perDay" as per_day, day, slot, "opensAt" as opens_at, "dueAt" as due_at, "missedAt" as missed_at
    from jsonb_to_recordset(${tx.json(checks)}) as c ("perDay" integer, day date, slot text, "opensAt" timestamptz,
      "dueAt" timestamptz, "missedAt" timestamptz))`

/** Villages (or whatever an order is filed under) with somebody under observation, in their order: one index probe each. */
export async function listWatchedPlaces(tx: Tx, area: string, from: string, now: Date): Promise<string[]> {
  const next = (after: ReturnType<Tx>) => tx`
    select s.division from isolation.span s where s.county = (select kernel.app_county()) and ${after} and s.division < ${`${area}:`}
      and upper(s.during) > ${now} order by s.division limit 1`
  const rows = await tx<{ division: string }[]>`
    with recursive place (division) as (
      (${next(tx`s.division >= ${from}`)})
      union all
      select (${next(tx`s.division > place.division`)}) from place where place.division is not null)
    select division from place where division is not null`
  return rows.map(({ division }) => division)
}

export interface WorkRow {
  orderId: string
  division: string
  kind: 'home' | 'central'
  personId: string
  householdId: string | null
  block: string | null
  unit: string
  walkOrder: number
  profile: string
  anchorOn: string
  startsAt: Date
  endsAt: Date
}
export interface WorkQuery {
  area: string
  kind: 'home' | 'central' | null
  state: 'open' | 'abnormal' | 'all'
  after: WorkPlace | null
  limit: number
}
export type WorkPlace = Pick<WorkRow, 'division' | 'unit' | 'walkOrder' | 'orderId'>

/** Door by door. Villages are taken a few at a time, so that a page costs what stands on it and not what the county has. */
export async function listWorkRows(tx: Tx, query: WorkQuery, stated: Stated): Promise<WorkRow[]> {
  const from = query.after?.division ?? query.area
  const places = await listWatchedPlaces(tx, query.area, from > query.area ? from : query.area, stated.now)
  const found: WorkRow[] = []
  for (let at = 0, many = 1; at < places.length && found.length < query.limit; at += many, many *= 2) {
    const limit = query.limit - found.length
    found.push(...(await workIn(tx, places.slice(at, at + many), { ...query, limit }, stated)))
  }
  return found
}

/** Beyond every number of a door: whoever lives behind none that is known is looked for last. */
const LAST = 2_000_000_000

function workIn(
  tx: Tx,
  places: string[],
  { kind, state, after, limit }: WorkQuery,
  stated: Stated,
): Promise<WorkRow[]> {
  const { now } = stated
  const wanted = {
    all: tx``,
    open: tx`and exists (
      select from owed w where w.per_day = e.per_day and w.opens_at <= ${now} and w.missed_at > o.starts_at and w.opens_at < upper(s.during)
        and not exists (select from isolation.reading_now r where r.county = o.county and r.order_id = o.id and r.day = w.day
          and r.slot = w.slot))`,
    abnormal: tx`and exists (
      select from isolation.reading_now r where r.county = o.county and r.order_id = o.id and (r.fever or r.symptoms <> '{}')
        and r.day = isolation.day_of(${now}))`,
  }[state]
  return tx<WorkRow[]>`
    with ${statedRows(tx, stated)},
    watched as (
      select o.id, s.division, o.kind, o.person_id, o.household_id, h.block, o.profile, o.anchor_on, o.starts_at, upper(s.during) as ends_at,
        coalesce(h.compound_id::text, '') || '/' || coalesce(h.block, '') as unit, coalesce(h.walk_order, ${LAST}) as walk_order
      from isolation.span s
      join isolation.opening o on o.county = s.county and o.id = s.order_id
      join edition e on e.profile = o.profile
      left join people.published_household h on h.county = o.county and h.id = o.household_id
      where s.county = (select kernel.app_county()) and s.division = any (${places}) and upper(s.during) > ${now}
        and lower(s.during) <= ${now} ${kind ? tx`and o.kind = ${kind}` : tx``} ${wanted})
    select id as "orderId", division, kind, person_id as "personId", household_id as "householdId", block, unit,
      walk_order as "walkOrder", profile, to_char(anchor_on, 'YYYY-MM-DD') as "anchorOn", starts_at as "startsAt", ends_at as "endsAt"
    from watched
    ${after ? tx`where (division, unit, walk_order, id) > (${after.division}, ${after.unit}, ${after.walkOrder}::int, ${after.orderId}::uuid)` : tx``}
    order by division, unit, walk_order, id limit ${limit}`.execute()
}

export interface BoardRow {
  division: string
  slot: Slot
  owed: number
  done: number
  late: number
  due: number
  missed: number
  abnormal: number
}
/**
 * The checks of one day by the divisions right below an area; what was taken after the moment is not known yet. The newest day of each
 * order stands with it, so that today costs a walk through the orders; of a day before that the readings are read.
 */
export function countChecks(tx: Tx, area: string, day: string, stated: Stated): Promise<BoardRow[]> {
  const { now } = stated
  const below = Math.min(area.length + 3, 12)
  const ofDay = (
    kept: 'seen_at' | 'ill_at',
  ) => tx`case when s.seen_day = ${day}::date then s.${tx(kept)} when s.seen_day > ${day}::date then (
    select d.${tx(kept)} from isolation.day_seen d where d.county = s.county and d.order_id = s.order_id and d.day = ${day}::date) end`
  return tx<BoardRow[]>`
    with ${statedRows(tx, stated)},
    asked as materialized (
      select e.profile, w.slot, w.opens_at, w.due_at, w.missed_at, array_position(array['day', 'morning', 'noon', 'evening'], w.slot) as nth
      from edition e join owed w on w.per_day = e.per_day where w.day = ${day}::date),
    stood as (
      select o.division, w.slot, o.ill_at[w.nth] <= ${now} as abnormal,
        case when o.seen_at[w.nth] <= ${now} then case when o.seen_at[w.nth] <= w.due_at then 'done' else 'late' end
          when w.missed_at <= ${now} then 'missed' when w.opens_at <= ${now} then 'due' end as standing
      from (
        select s.division, s.profile, s.during, ${ofDay('seen_at')} as seen_at, ${ofDay('ill_at')} as ill_at from isolation.span s
        where s.county = (select kernel.app_county()) and s.division >= ${area} and s.division < ${`${area}:`} offset 0) o
      join asked w on w.profile = o.profile and w.missed_at > lower(o.during) and w.opens_at < upper(o.during)),
    counted as (
      select left(division, ${below}::int) as division, slot, standing, abnormal, count(*) as many from stood group by 1, 2, 3, 4)
    select division, slot, sum(many)::int as owed, coalesce(sum(many) filter (where standing = 'done'), 0)::int as done,
      coalesce(sum(many) filter (where standing = 'late'), 0)::int as late,
      coalesce(sum(many) filter (where standing = 'due'), 0)::int as due,
      coalesce(sum(many) filter (where standing = 'missed'), 0)::int as missed,
      coalesce(sum(many) filter (where abnormal), 0)::int as abnormal
    from counted group by 1, 2 order by 1, 2`.execute()
}
