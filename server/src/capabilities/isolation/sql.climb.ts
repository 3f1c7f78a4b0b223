import type { Tx } from '../../kernel/db.ts'
import type { Level, ReadingPlan, Slot } from './rules.readings.ts'
import { type Stated, statedRows } from './sql.work.ts'

export interface ClimbRow {
  orderId: string
  division: string
  kind: 'home' | 'central'
  personId: string
  day: string
  slot: Slot
  missedAt: Date
  level: Level
  lastReadingAt: Date | null
}

const levelAt = (tx: Tx, { climb }: ReadingPlan, now: Date) => tx`case
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.county}::int) then 'county'
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.township}::int) then 'township'
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.village}::int) then 'village' end`

/** Where a check stands among all of an order, as a text that sorts: slots of a day come in this order. */
const placeOf = (tx: Tx, day: ReturnType<Tx>, slot: ReturnType<Tx>) =>
  tx`(${day}::text || array_position(array['day', 'morning', 'noon', 'evening'], ${slot})::text)`

/**
 * For everybody who stands under observation the first check that was missed since they were last met: one look at the newest
 * reading of each order, then a place in the sorted list of the checks. `stated.checks` reach back as far as an order can.
 */
const climbing = (tx: Tx, area: string, stated: Stated, plan: ReadingPlan) => tx`
  with ${statedRows(tx, stated)},
  sequence as materialized (
    select e.profile, array_agg(w.missed_at order by w.missed_at) as missed, array_agg(w.day order by w.missed_at) as days,
      array_agg(w.slot order by w.missed_at) as slots,
      array_agg(${placeOf(tx, tx`w.day`, tx`w.slot`)} order by w.missed_at) as places
    from edition e join owed w on w.per_day = e.per_day group by 1),
  met as (
    select o.id, s.division, o.kind, o.person_id, q.missed, q.days, q.slots, last.occurred_at as last_at,
      greatest(array_position(q.places, last.place), width_bucket(o.starts_at, q.missed)) + 1 as nth
    from isolation.span s
    join isolation.opening o on o.county = s.county and o.id = s.order_id
    join sequence q on q.profile = o.profile
    left join lateral (
      select ${placeOf(tx, tx`r.day`, tx`r.slot`)} as place, r.occurred_at from isolation.reading_now r
      where r.county = o.county and r.order_id = o.id and r.day <= isolation.day_of(${stated.now})
      order by r.day desc, array_position(array['day', 'morning', 'noon', 'evening'], r.slot) desc limit 1) last on true
    where s.county = (select kernel.app_county()) and s.division >= ${area} and s.division < ${`${area}:`}
      and upper(s.during) > ${stated.now} and lower(s.during) <= ${stated.now}),
  missing as (
    select id, division, kind, person_id, last_at, missed[nth] as missed_at, days[nth] as day, slots[nth] as slot
    from met where missed[nth] <= ${stated.now}),
  climbing as (select missing.*, ${levelAt(tx, plan, stated.now)} as level from missing)`

export interface ClimbQuery {
  area: string
  level: Level | null
  after: { at: string; id: string } | null
  limit: number
}

/** The longest without anybody first. */
export function listClimbRows(
  tx: Tx,
  { area, level, after, limit }: ClimbQuery,
  stated: Stated,
  plan: ReadingPlan,
): Promise<ClimbRow[]> {
  return tx<ClimbRow[]>`
    ${climbing(tx, area, stated, plan)}
    select id as "orderId", division, kind, person_id as "personId", to_char(day, 'YYYY-MM-DD') as day, slot, missed_at as "missedAt",
      level, last_at as "lastReadingAt"
    from climbing where level is not null ${level ? tx`and level = ${level}` : tx``}
      ${after ? tx`and (missed_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by missed_at, id limit ${limit}`.execute()
}

export function countClimbing(
  tx: Tx,
  area: string,
  stated: Stated,
  plan: ReadingPlan,
): Promise<Array<{ division: string; level: Level; people: number }>> {
  const below = Math.min(area.length + 3, 12)
  return tx<Array<{ division: string; level: Level; people: number }>>`
    ${climbing(tx, area, stated, plan)}
    select left(division, ${below}::int) as division, level, count(*)::int as people from climbing where level is not null
    group by 1, 2 order by 1, 2`.execute()
}

export interface Told {
  orderId: string
  division: string
  level: Level
}
/** Writes down whom each office has to be told of now and was not told before, in one statement however many they are. */
export function tellClimbing(tx: Tx, county: number, stated: Stated, plan: ReadingPlan): Promise<Told[]> {
  return tx<Told[]>`
    ${climbing(tx, String(county), stated, plan)}
    insert into isolation.climb_told (county, order_id, day, slot, level, division, told_at)
    select ${county}, id, day, slot, level, division, ${stated.now} from climbing where level is not null
    on conflict do nothing returning order_id as "orderId", division, level`.execute()
}
