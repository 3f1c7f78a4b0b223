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

export const levelAt = (tx: Tx, { climb }: ReadingPlan, now: Date) => tx`case
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.county}::int) then 'county'
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.township}::int) then 'township'
  when ${now}::timestamptz - missed_at >= make_interval(mins => ${climb.village}::int) then 'village' end`

/** The newest check somebody was met at by a day, where the one that is kept lies beyond it: a day to come, or a look back. */
export const metBy = (
  tx: Tx,
  now: Date,
) => tx`case when s.met >= isolation.check_place(isolation.day_of(${now}) + 1, 'day') then (
  select max(isolation.check_place(r.day, r.slot)) from isolation.reading_now r
  where r.county = s.county and r.order_id = s.order_id and r.day <= isolation.day_of(${now})) else s.met end`

export const sequenceRows = (tx: Tx, stated: Stated) => tx`
  ${statedRows(tx, stated)},
  sequence as materialized (
    select e.profile, array_agg(w.missed_at order by w.missed_at) as missed, array_agg(w.day order by w.missed_at) as days,
      array_agg(w.slot order by w.missed_at) as slots,
      array_agg(isolation.check_place(w.day, w.slot) order by w.missed_at) as places
    from edition e join owed w on w.per_day = e.per_day group by 1)`

const standing = (
  tx: Tx,
  area: string,
  now: Date,
) => tx`s.county = (select kernel.app_county()) and s.division >= ${area}
  and s.division < ${`${area}:`} and upper(s.during) > ${now} and lower(s.during) <= ${now}`

/**
 * For everybody who stands under observation the first check that was missed since they were last met, as `firstMissed` of the
 * rules has it: a place in the sorted list of the checks. `stated.checks` reach back as far as an order can.
 */
const climbing = (tx: Tx, area: string, stated: Stated, plan: ReadingPlan) => tx`
  with ${sequenceRows(tx, stated)},
  missing as (
    select s.order_id as id, s.division, s.kind, s.person_id, q.missed[at.nth] as missed_at, q.days[at.nth] as day, q.slots[at.nth] as slot
    from isolation.span s
    join sequence q on q.profile = s.profile
    cross join lateral (
      select greatest(width_bucket(${metBy(tx, stated.now)}, q.places), width_bucket(lower(s.during), q.missed)) + 1 as nth offset 0) at
    where ${standing(tx, area, stated.now)} and q.missed[at.nth] <= ${stated.now}),
  climbing as (select missing.*, ${levelAt(tx, plan, stated.now)} as level from missing offset 0)`

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
    select page.id as "orderId", page.division, page.kind, page.person_id as "personId", to_char(page.day, 'YYYY-MM-DD') as day, page.slot,
      page.missed_at as "missedAt", page.level, last.occurred_at as "lastReadingAt"
    from (
      select * from climbing where level is not null ${level ? tx`and level = ${level}` : tx``}
        ${after ? tx`and (missed_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
      order by missed_at, id limit ${limit}) page
    left join lateral (
      select r.occurred_at from isolation.reading_now r
      where r.county = (select kernel.app_county()) and r.order_id = page.id and r.day <= isolation.day_of(${stated.now})
      order by isolation.check_place(r.day, r.slot) desc limit 1) last on true
    order by page.missed_at, page.id`.execute()
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
