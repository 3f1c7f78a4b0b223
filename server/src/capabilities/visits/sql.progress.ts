import type { Tx } from '../../kernel/db.ts'
import type { FeedEntry } from '../../kernel/feed.ts'
import { standingOf, stepsOf } from './rules.steps.ts'
import type { Outcome } from './rules.ts'

export const VISITED = 'visit'
export const ROUND_CALLED = 'visit-round'
export const ROUND_OVER = 'visit-round-over'
export const FOLLOWED_UP = 'visit-follow-up'

const idsOf = (entries: readonly FeedEntry[], kind: string) => [
  ...new Set(entries.filter((one) => one.kind === kind).flatMap(({ ids }) => ids)),
]
/** A moment's worth of pairs of round and household. */
const AT_ONCE = 5_000

/** Brings progress up to date with what was just settled. Runs as the clerk; nobody else writes it. */
export async function keepProgress(tx: Tx, county: number, entries: readonly FeedEntry[]): Promise<void> {
  const homes = entries.filter(({ kind, division }) => kind.startsWith('household') && division.length === 12)
  const villages = [...new Set(homes.map(({ division }) => division))]
  if (villages.length > 0) await countHomes(tx, county, villages)
  for (const round of idsOf(entries, ROUND_CALLED)) await enrolAll(tx, county, round)
  for (const round of idsOf(entries, ROUND_OVER)) await renewAll(tx, county, await movedAfter(tx, county, round))
  const visits = idsOf(entries, VISITED)
  const households = homes.flatMap(({ division, ids }) => ids.map((id) => ({ division, id })))
  if (visits.length + households.length > 0) await renewHomes(tx, county, visits, households)
  const followUps = idsOf(entries, FOLLOWED_UP)
  if (visits.length + followUps.length > 0) await renewFollowUps(tx, county, visits, followUps)
}

const unit = (tx: Tx) => tx`coalesce(compound_id::text, '') || '/' || coalesce(block, '')`
const midnight = (tx: Tx, day: string) => tx`${tx(day)}::timestamp at time zone 'Asia/Shanghai'`

async function countHomes(tx: Tx, county: number, villages: string[]): Promise<void> {
  const living = tx`
    select division, ${unit(tx)} as unit, compound_id, block, walk_order, ${midnight(tx, 'since')} as since,
      ${midnight(tx, 'until')} as until
    from people.published_dwelling
    where county = ${county} and division = any (${villages}) and (until is null or until > since)`
  await tx`delete from visits.homes_of_village where county = ${county} and division = any (${villages})`
  await tx`delete from visits.homes_of_block where county = ${county} and division = any (${villages})`
  await tx`
    with home as materialized (${living}), step as (
      select division, since as at, 1 as change from home union all select division, until, -1 from home where until is not null)
    insert into visits.homes_of_village (county, division, at, households)
    select ${county}, division, at, sum(sum(change)) over (partition by division order by at) from step group by division, at`
  await tx`
    with home as materialized (${living}), step as (
      select division, unit, since as at, 1 as change from home
      union all select division, unit, until, -1 from home where until is not null), block as (
      select division, unit, (array_agg(compound_id))[1] as compound_id, min(block) as block, min(walk_order) as first_door
      from home group by division, unit)
    insert into visits.homes_of_block (county, division, unit, at, compound_id, block, first_door, households)
    select ${county}, division, unit, at, min(compound_id::text)::uuid, min(block), min(first_door),
      sum(sum(change)) over (partition by division, unit order by at)
    from step join block using (division, unit) group by division, unit, at`
}

/** A round asks everybody who lives in its area; one that is over, everybody who did when it ended. */
async function enrolAll(tx: Tx, county: number, round: string): Promise<void> {
  await tx`
    insert into visits.home_now (county, round_id, division, household_id, compound_id, block, walk_order, state, attempts)
    select distinct on (d.division, d.household_id) d.county, r.id, d.division, d.household_id, d.compound_id, d.block, d.walk_order,
      'to-visit', 0
    from visits.round r
    join people.published_dwelling d on d.county = r.county and d.division >= r.division and d.division < r.division || ':'
    left join visits.round_end e on e.county = r.county and e.round_id = r.id
    where r.county = ${county} and r.id = ${round} and (d.until is null or ${midnight(tx, 'until')} > e.ended_at)
      and (e.ended_at is null or ${midnight(tx, 'since')} <= e.ended_at)
    order by d.division, d.household_id, d.since desc
    on conflict do nothing`
}

interface Pair {
  roundId: string
  division: string
  householdId: string
}
async function renewHomes(
  tx: Tx,
  county: number,
  visits: string[],
  households: ReadonlyArray<{ division: string; id: string }>,
): Promise<void> {
  const pairs = await tx<Pair[]>`
    select v.round_id as "roundId", v.division, v.household_id as "householdId" from visits.visit v
    where v.county = ${county} and v.id = any (${visits}::uuid[])
    union
    select r.id, h.division, h.id
    from unnest(${households.map(({ division }) => division)}::text[], ${households.map(({ id }) => id)}::uuid[]) as h (division, id)
    join visits.round r on r.county = ${county} and h.division >= r.division and h.division < r.division || ':'`
  await renewAll(tx, county, pairs)
}

/** Who came or left after the round had ended: for the round they live where they lived then. */
function movedAfter(tx: Tx, county: number, round: string): Promise<Pair[]> {
  return tx<Pair[]>`
    select distinct r.id as "roundId", d.division, d.household_id as "householdId" from visits.round r
    join visits.round_end e on e.county = r.county and e.round_id = r.id
    join people.published_dwelling d on d.county = r.county and d.division >= r.division and d.division < r.division || ':'
    where r.county = ${county} and r.id = ${round} and greatest(${midnight(tx, 'since')}, ${midnight(tx, 'until')}) > e.ended_at`.execute()
}

async function renewAll(tx: Tx, county: number, pairs: readonly Pair[]): Promise<void> {
  for (let at = 0; at < pairs.length; at += AT_ONCE) await renew(tx, county, pairs.slice(at, at + AT_ONCE))
}

interface Facts extends Pair {
  spans: Array<{ unit: string; from: string; till: string | null }>
  knocks: Array<{ at: string; outcome: Outcome }>
  home: { compoundId: string | null; block: string | null; walkOrder: number } | null
}

/** Where each household lived in the village, and what was found there in the round. */
function factsOf(tx: Tx, county: number, pairs: readonly Pair[]): Promise<Facts[]> {
  return tx<Facts[]>`
    with pair as materialized (
      select * from jsonb_to_recordset(${tx.json(pairs)}) as p ("roundId" uuid, division text, "householdId" uuid))
    select p."roundId", p.division, p."householdId", lived.spans, coalesce(found.knocks, '[]') as knocks, lived.home
    from pair p
    left join visits.round_end e on e.county = ${county} and e.round_id = p."roundId"
    left join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('unit', ${unit(tx)}, 'from', ${midnight(tx, 'since')},
          'till', case when ${midnight(tx, 'until')} > e.ended_at then null else ${midnight(tx, 'until')} end) order by since), '[]') as spans,
        (jsonb_agg(jsonb_build_object('compoundId', compound_id, 'block', block, 'walkOrder', walk_order))
          filter (where until is null or ${midnight(tx, 'until')} > e.ended_at)) -> 0 as home
      from people.published_dwelling d
      where d.county = ${county} and d.household_id = p."householdId" and d.division = p.division
        and (d.until is null or d.until > d.since)
        and (e.ended_at is null or ${midnight(tx, 'since')} <= e.ended_at)) lived on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('at', v.occurred_at, 'outcome', v.outcome) order by v.occurred_at, v.id) as knocks
      from visits.visit_now v
      where v.county = ${county} and v.household_id = p."householdId" and v.round_id = p."roundId"
        and v.division = p.division) found on true`.execute()
}

async function renew(tx: Tx, county: number, pairs: readonly Pair[]): Promise<void> {
  const facts = (await factsOf(tx, county, pairs)).map(({ spans, knocks, ...same }) => ({
    ...same,
    spans: spans.map(({ unit: of, from, till }) => ({
      unit: of,
      from: new Date(from),
      till: till ? new Date(till) : null,
    })),
    knocks: knocks.map(({ at, outcome }) => ({ at: new Date(at), outcome })),
  }))
  const steps = facts.flatMap(({ roundId, division, householdId, spans, knocks }) =>
    stepsOf(spans, knocks).map((step, nth) => ({ roundId, division, householdId, nth, ...step })),
  )
  await replaceSteps(tx, county, pairs, steps)
  const standing = facts.map(({ roundId, division, householdId, knocks, home }) => {
    return { roundId, division, householdId, gone: home === null, ...home, ...standingOf(knocks) }
  })
  await tx`
    with now as materialized (
      select * from jsonb_to_recordset(${tx.json(standing)}) as n ("roundId" uuid, division text, "householdId" uuid, gone boolean,
        "compoundId" uuid, block text, "walkOrder" integer, state text, attempts integer, "lastAt" timestamptz)), left_it as (
      delete from visits.home_now h using now n
      where n.gone and h.county = ${county} and h.round_id = n."roundId" and h.division = n.division and h.household_id = n."householdId")
    insert into visits.home_now as h (county, round_id, division, household_id, compound_id, block, walk_order, state, attempts, last_at)
    select ${county}, "roundId", division, "householdId", "compoundId", block, "walkOrder", state, attempts, "lastAt"
    from now where not gone
    on conflict (county, round_id, division, household_id) do update set compound_id = excluded.compound_id, block = excluded.block,
      walk_order = excluded.walk_order, state = excluded.state, attempts = excluded.attempts, last_at = excluded.last_at`
}

type NewStep = Pair & { nth: number; at: Date; unit: string; state: string; change: number }

/** The counts are moved by the difference between the steps as they were and as they are now. */
async function replaceSteps(tx: Tx, county: number, pairs: readonly Pair[], steps: readonly NewStep[]): Promise<void> {
  await tx`
    with pair as materialized (
      select * from jsonb_to_recordset(${tx.json(pairs)}) as p ("roundId" uuid, division text, "householdId" uuid)), old as (
      delete from visits.step s using pair p
      where s.county = ${county} and s.round_id = p."roundId" and s.division = p.division and s.household_id = p."householdId"
      returning s.round_id, s.division, s.unit, s.at, s.state, -s.change as change), new as (
      select "roundId" as round_id, division, unit, at, state, change
      from jsonb_to_recordset(${tx.json(steps)}) as n ("roundId" uuid, division text, unit text, at timestamptz, state text, change integer)),
    moved as materialized (
      select round_id, division, unit, date_trunc('hour', at) as at,
        sum(change) filter (where state = 'met') as met, sum(change) filter (where state = 'phone') as phone,
        sum(change) filter (where state = 'notice') as notice, sum(change) filter (where state = 'nobody') as nobody,
        sum(change) filter (where state = 'sealed') as sealed, sum(change) filter (where state = 'refused') as refused
      from (select * from old union all select * from new) both_of group by 1, 2, 3, 4), by_village as (
      ${addTo(tx, county, 'visits.count_of_village', '')})
    ${addTo(tx, county, 'visits.count_of_block', ', unit')}`
  await tx`
    insert into visits.step (county, round_id, division, household_id, nth, at, unit, state, change)
    select ${county}, "roundId", division, "householdId", nth, at, unit, state, change
    from jsonb_to_recordset(${tx.json(steps)}) as n ("roundId" uuid, division text, "householdId" uuid, nth integer, at timestamptz,
      unit text, state text, change integer)`
}

function addTo(tx: Tx, county: number, table: string, more: '' | ', unit') {
  const by = more === '' ? tx`round_id, division, at` : tx`round_id, division, unit, at`
  return tx`
    insert into ${tx(table)} as c (county, ${by}, met, phone, notice, nobody, sealed, refused)
    select ${county}, ${by}, coalesce(sum(met), 0), coalesce(sum(phone), 0), coalesce(sum(notice), 0), coalesce(sum(nobody), 0),
      coalesce(sum(sealed), 0), coalesce(sum(refused), 0)
    from moved group by ${by}
    on conflict (county, ${by}) do update set met = c.met + excluded.met, phone = c.phone + excluded.phone,
      notice = c.notice + excluded.notice, nobody = c.nobody + excluded.nobody, sealed = c.sealed + excluded.sealed,
      refused = c.refused + excluded.refused`
}

/** Open: no outcome that closes it, and the visit that opened it still counts, which a correction may have ended. */
async function renewFollowUps(tx: Tx, county: number, visits: string[], said: string[]): Promise<void> {
  const lost = await tx<{ id: string }[]>`
    select f.id from visits.visit v join visits.follow_up f on f.county = v.county and f.visit_id = v.corrects
    where v.county = ${county} and v.id = any (${visits}::uuid[]) and v.corrects is not null`
  const ids = [...said, ...lost.map(({ id }) => id)]
  if (ids.length === 0) return
  await tx`delete from visits.follow_up_open where county = ${county} and follow_up_id = any (${ids}::uuid[])`
  await tx`
    insert into visits.follow_up_open (county, follow_up_id, division, kind, opened_at)
    select f.county, f.id, f.division, f.kind, f.opened_at from visits.follow_up f
    join visits.visit_now v on v.county = f.county and v.id = f.visit_id
    where f.county = ${county} and f.id = any (${ids}::uuid[]) and not exists (
      select from visits.follow_up_outcome o where o.county = f.county and o.follow_up_id = f.id and o.outcome <> 'unreachable')`
}
