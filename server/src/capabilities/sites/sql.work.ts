import type { Tx } from '../../kernel/db.ts'
import type { Meal, Routine } from './rules.ts'

export interface Position {
  at: string
  id: string
}
export const before = (tx: Tx, position: Position | null) =>
  position ? tx`and (f.at, f.id) < (${position.at}::timestamptz, ${position.id}::uuid)` : tx``

/** The rule in force at a moment for each area, and when it was last done by then. */
export const listRoutines = (tx: Tx, siteId: string, moment: Date) => tx<Routine[]>`
  select r.area, r.every_hours as "everyHours", r.at as since, (
    select max(d.at) from sites.disinfected_now d
    where d.county = r.county and d.site_id = r.site_id and d.area = r.area and d.at <= ${moment}) as "lastDoneAt"
  from (
    select distinct on (f.area) f.* from sites.routine f
    where f.county = (select kernel.app_county()) and f.site_id = ${siteId} and f.at <= ${moment}
    order by f.area, f.at desc, f.received_at desc, f.id desc) r
  order by r.area`

export interface NewDisinfected {
  county: number
  disinfection_id: string
  nth: number
  division: string
  site_id: string
  area: string | null
  room_id: string | null
  at: Date
}
export const keepDisinfected = (tx: Tx, rows: readonly NewDisinfected[]) =>
  tx`insert into sites.disinfected ${tx(rows)} on conflict do nothing`

export interface DisinfectionDetails {
  id: string
  at: Date
  agent: string
  mgPerLitre: number
  persons: number
  accountId: string | null
  areas: string[]
  rooms: string[]
  takenBack: boolean
}
export const listDisinfectionRows = (tx: Tx, siteId: string, after: Position | null, limit: number) => tx<
  DisinfectionDetails[]
>`
  select f.id, f.at, f.agent, f.mg_per_litre as "mgPerLitre", f.persons, f.recorded_by as "accountId",
    coalesce(done.areas, '{}') as areas, coalesce(done.rooms, '{}') as rooms, exists (
      select from sites.taking_back t where t.county = f.county and t.kind = 'disinfection' and t.record_id = f.id) as "takenBack"
  from sites.disinfection f
  left join lateral (
    select array_agg(d.area order by d.nth) filter (where d.area is not null) as areas,
      array_agg(r.label order by d.nth) filter (where r.id is not null) as rooms
    from sites.disinfected d left join sites.room r on r.county = d.county and r.id = d.room_id
    where d.county = f.county and d.disinfection_id = f.id) done on true
  where f.county = (select kernel.app_county()) and f.site_id = ${siteId} ${before(tx, after)}
  order by f.at desc, f.id desc limit ${limit}`

export interface Eater {
  room: string
  floor: number
  since: Date
  until: Date
  /** As they were said, the earliest first. */
  said: Array<{ at: string; needs: string[] }>
}
/** Whoever lives in the site at some time of these hours. */
export const listEaters = (tx: Tx, siteId: string, from: Date, till: Date) => tx<Eater[]>`
  select r.label as room, r.floor, s.since, s.until, coalesce((
    select jsonb_agg(jsonb_build_object('at', d.at, 'needs', d.needs) order by d.at, d.received_at, d.id) from sites.diet d
    where d.county = r.county and d.lodging_id = s.lodging_id), '[]') as said
  from sites.spans(array[${siteId}::uuid]) s
  join sites.room r on r.county = (select kernel.app_county()) and r.id = s.room_id
  where s.since < ${till} and s.until > ${from} order by r.floor, r.label, s.since`

export const listDelivered = (tx: Tx, siteId: string, day: string, moment: Date | null) => tx<
  Array<{ meal: Meal; portions: number }>
>`
  select f.meal, sum(f.portions)::integer as portions from sites.meal_now f
  where f.county = (select kernel.app_county()) and f.site_id = ${siteId} and f.day = ${day}
    ${moment ? tx`and f.at <= ${moment}` : tx``}
  group by f.meal`

export const listActivities = (tx: Tx, siteId: string, from: Date, till: Date) => tx<
  Array<{ id: string; at: Date; title: string; persons: number }>
>`
  select f.id, f.at, f.title, f.persons from sites.activity_now f
  where f.county = (select kernel.app_county()) and f.site_id = ${siteId} and f.at >= ${from} and f.at < ${till}
  order by f.at desc, f.id desc limit 500`

export const sumGoods = (tx: Tx, siteId: string, from: Date, till: Date) => tx<
  Array<{ item: string; unit: string; quantity: number; times: number }>
>`
  select f.item, f.unit, sum(f.quantity)::float8 as quantity, count(*)::integer as times from sites.goods_use_now f
  where f.county = (select kernel.app_county()) and f.site_id = ${siteId} and f.at >= ${from} and f.at < ${till}
  group by f.item, f.unit order by f.item, f.unit`

export async function countCounselled(tx: Tx, siteId: string, from: Date, till: Date): Promise<number> {
  const [found] = await tx<{ count: number }[]>`
    select count(*)::integer as count from sites.counselling f
    join sites.lodging l on l.county = f.county and l.id = f.lodging_id
    where f.county = (select kernel.app_county()) and l.site_id = ${siteId} and f.at >= ${from} and f.at < ${till}`
  return found?.count ?? 0
}
