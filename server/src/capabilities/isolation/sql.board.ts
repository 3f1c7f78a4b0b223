import type { Tx } from '../../kernel/db.ts'
import { type Level, type ReadingPlan, type Slot, slots } from './rules.readings.ts'
import { levelAt, metBy, sequenceRows } from './sql.climb.ts'
import type { Stated } from './sql.work.ts'

export interface CheckCount {
  division: string
  slot: Slot
  owed: number
  done: number
  late: number
  due: number
  missed: number
  abnormal: number
}
export interface PeopleCount {
  division: string
  level: Level | null
  people: number
}
type Row = Omit<CheckCount, 'slot'> & { slot: Slot | null; level: Level | null }

/** When each check of the day is due, by how many of them an edition asks for. */
function dueTimes(tx: Tx, day: string, { checks, editions }: Stated) {
  const due = (perDay: number, slot: Slot) =>
    checks.find((check) => check.day === day && check.perDay === perDay && check.slot === slot)?.dueAt ?? null
  const thrice = editions.filter(({ perDay }) => perDay >= 3).map(({ profile }) => profile)
  return (slot: Slot) =>
    slot === 'day'
      ? tx`${due(1, slot)}::timestamptz`
      : tx`case when s.profile = any (${thrice}::text[]) then ${due(3, slot)}::timestamptz else ${due(2, slot)}::timestamptz end`
}

/** A letter for each check: not taken by the moment, done, late; large where something abnormal was said. */
const letters = (tx: Tx, day: string, stated: Stated) => {
  const due = dueTimes(tx, day, stated)
  const letter = (slot: Slot, at: number) => tx`case when s.seen[${at}::int] <= ${stated.now} then
    case when s.ill[${at}::int] <= ${stated.now} then case when s.seen[${at}::int] <= ${due(slot)} then 'D' else 'L' end
      when s.seen[${at}::int] <= ${due(slot)} then 'd' else 'l' end else '-' end`
  return slots.map((slot, nth) => letter(slot, nth + 1)).reduce((so, one) => tx`${so} || ${one}`)
}

/**
 * One walk through the orders of an area, which leaves some groups of a village: those who began and ended alike as far as the day goes,
 * were last met at the same check and whose checks of the day stand alike. What a group comes to is worked out once. The walk comes first
 * and by itself, because a join with the few checks of a day is planned as if there were fewer orders than checks.
 */
const grouped = (tx: Tx, area: string, day: string, stated: Stated) => {
  const today = stated.checks.filter((check) => check.day === day)
  const opens = today.map(({ opensAt }) => opensAt.getTime())
  const missed = today.map(({ missedAt }) => missedAt.getTime())
  const at = stated.now.getTime()
  const [from, till] = [new Date(Math.min(at, ...opens)), new Date(Math.max(at, ...missed))]
  const [firstMissed, lastOpens] = [new Date(Math.min(till.getTime(), ...missed)), new Date(Math.max(0, ...opens))]
  const ofDay = (
    kept: string,
  ) => tx`case when s.seen_day = ${day}::date then s.${tx(kept)} when s.seen_day > ${day}::date then (
    select d.${tx(kept)} from isolation.day_seen d where d.county = s.county and d.order_id = s.order_id and d.day = ${day}::date) end`
  return tx`
    select s.division, s.profile, s.met, s.began <= ${stated.now} and s.ends > ${stated.now} as stands,
      case when s.met is null or s.began >= (date '2000-01-01' + (s.met - 1) / 4)::timestamp at time zone 'Asia/Shanghai' then s.began end as since,
      case when s.began >= ${firstMissed} then s.began end as began, case when s.ends <= ${lastOpens} then s.ends end as ends,
      ${letters(tx, day, stated)} as checks, count(*) as people
    from (
      select s.division, s.profile, lower(s.during) as began, upper(s.during) as ends, ${metBy(tx, stated.now)} as met,
        ${ofDay('seen_at')} as seen, ${ofDay('ill_at')} as ill
      from isolation.span s
      where s.county = (select kernel.app_county()) and s.division >= ${area} and s.division < ${`${area}:`}
        and upper(s.during) > ${from} and lower(s.during) <= ${till} offset 0) s
    group by 1, 2, 3, 4, 5, 6, 7, 8`
}

/**
 * The board of an area at a moment, by the divisions right below it: the day's checks, of which those taken later are not known yet, and
 * who stands under observation, with the office that each has climbed up to. `stated.checks` reach back as far as an order can.
 */
export async function countBoard(
  tx: Tx,
  { area, day }: { area: string; day: string },
  stated: Stated,
  plan: ReadingPlan,
): Promise<{ checks: CheckCount[]; people: PeopleCount[] }> {
  const { now } = stated
  const below = Math.min(area.length + 3, 12)
  const rows = await tx<Row[]>`
    with ${sequenceRows(tx, stated)},
    alike as materialized (${grouped(tx, area, day, stated)}),
    stood as (
      select left(a.division, ${below}::int) as division, w.slot, w.opens_at, w.missed_at, a.people,
        substr(a.checks, array_position(${[...slots]}::text[], w.slot), 1) as letter
      from alike a join edition e on e.profile = a.profile
      join owed w on w.per_day = e.per_day and w.day = ${day}::date
        and (a.began is null or w.missed_at > a.began) and (a.ends is null or w.opens_at < a.ends)),
    climbed as (
      select left(a.division, ${below}::int) as division, a.people, q.missed[at.nth] as missed_at from alike a
      left join sequence q on q.profile = a.profile
      cross join lateral (select greatest(width_bucket(a.met, q.places), width_bucket(a.since, q.missed)) + 1 as nth offset 0) at
      where a.stands)
    select division, slot, null as level, sum(people)::int as owed, coalesce(sum(people) filter (where letter in ('d', 'D')), 0)::int as done,
      coalesce(sum(people) filter (where letter in ('l', 'L')), 0)::int as late,
      coalesce(sum(people) filter (where letter = '-' and opens_at <= ${now} and missed_at > ${now}), 0)::int as due,
      coalesce(sum(people) filter (where letter = '-' and missed_at <= ${now}), 0)::int as missed,
      coalesce(sum(people) filter (where letter in ('D', 'L')), 0)::int as abnormal
    from stood group by 1, 2
    union all
    select division, null, ${levelAt(tx, plan, now)}, sum(people)::int, 0, 0, 0, 0, 0 from climbed group by 1, 3
    order by 1, 2`
  const checks = rows.flatMap(({ level: _, slot, ...row }) => (slot === null ? [] : [{ ...row, slot }]))
  const people = rows.flatMap(({ division, slot, level, owed }) =>
    slot === null ? [{ division, level, people: owed }] : [],
  )
  return { checks, people }
}
