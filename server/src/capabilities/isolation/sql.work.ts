import type { Tx } from '../../kernel/db.ts'
import type { Check } from './rules.readings.ts'

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
