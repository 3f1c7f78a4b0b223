import type { Tx } from '../../kernel/db.ts'
import type { FeedEntry } from '../../kernel/feed.ts'

const idsOf = (entries: readonly FeedEntry[], kinds: readonly string[]) => [
  ...new Set(entries.filter(({ kind }) => kinds.includes(kind)).flatMap(({ ids }) => ids)),
]
const isVillage = (division: string) => division.length === 12

/** Something about the post changed: who sits there, what it answers for, whether it stands. */
export const POST_CHANGED = 'responsibility-post'
export const ROLL_CALLED = 'responsibility-roll-call'

/** Brings the counts up to date with what was just settled. Runs as the clerk; nobody else writes them. */
export async function keepStanding(tx: Tx, county: number, entries: readonly FeedEntry[]): Promise<void> {
  const changed = idsOf(entries, [POST_CHANGED])
  const homes = entries.filter(({ kind, division }) => kind.startsWith('household') && isVillage(division))
  const touched = idsOf(entries, [POST_CHANGED, ROLL_CALLED])
  if (touched.length === 0 && homes.length === 0) return
  const now = new Date()
  const villages = await villagesOf(tx, county, changed, new Set(homes.map(({ division }) => division)))
  if (villages.length > 0) {
    await bySets(tx, async () => {
      await countHomes(tx, county, villages, now)
      await countLoads(tx, county, villages, now)
    })
  }
  await renewPosts(tx, county, { touched, villages, now })
  if (changed.length > 0) await countKinds(tx, county, changed)
}

/**
 * What is joined here is made on the way and nobody knows how much it is; taken for a row or two, it is gone through row by row, a
 * thousand times slower. Hashed, it costs the same whatever the planner believes.
 */
async function bySets(tx: Tx, work: () => Promise<void>): Promise<void> {
  await tx`set local enable_nestloop = off`
  await work()
  await tx`set local enable_nestloop = on`
}

async function villagesOf(tx: Tx, county: number, posts: string[], homes: Set<string>): Promise<string[]> {
  const rows = await tx<{ division: string }[]>`
    select distinct division from responsibility.duty
    where county = ${county} and post_id = any (${posts}::uuid[]) and rank = 'household'`
  return [...new Set([...homes, ...rows.map(({ division }) => division)])]
}

/**
 * Doors of the villages from day to day, and what answers for them from moment to moment with somebody on the post. The offset
 * keeps the seatings of one post a look-up of its own; without it the whole county's would be read.
 */
const covering = (tx: Tx, county: number, villages: readonly string[]) => tx`
  home as materialized (
    select id, household_id, division, compound_id, walk_order, block, coalesce(compound_id::text, '') || '/' || coalesce(block, '') as unit,
      tstzrange(since::timestamp at time zone 'Asia/Shanghai', until::timestamp at time zone 'Asia/Shanghai') as lives
    from people.published_dwelling
    where county = ${county} and division = any (${villages as string[]}) and until is distinct from since),
  answering as materialized (
    select d.division, d.reach, d.compound_id, d.unit, d.household_id,
      range_agg(tstzrange(greatest(d.since, s.since), least(d.until, s.until))) as during
    from responsibility.duty_span d
    cross join lateral (
      select since, until from responsibility.seating_span s
      where s.county = d.county and s.post_id = d.post_id and num_nonnulls(s.account_id, s.person_id) = 1 offset 0) s
    where d.county = ${county} and d.division = any (${villages as string[]}) and d.rank = 'household'
      and greatest(d.since, s.since) < coalesce(least(d.until, s.until), 'infinity')
    group by 1, 2, 3, 4, 5),
  covered as materialized (
    select division, id, range_agg(during) * multirange(lives) as during
    from (
      select h.*, a.during from home h join answering a on a.reach = 'household' and a.division = h.division
        and a.household_id = h.household_id
      union all
      select h.*, a.during from home h join answering a on a.reach = 'block' and a.division = h.division and a.unit = h.unit
      union all
      select h.*, a.during from home h
        join answering a on a.reach = 'compound' and a.division = h.division and a.compound_id = h.compound_id
      union all
      select h.*, a.during from home h join answering a on a.reach = 'division' and a.division = h.division) every
    group by division, id, lives)`

async function countHomes(tx: Tx, county: number, villages: readonly string[], now: Date): Promise<void> {
  await tx`delete from responsibility.standing_of_village where county = ${county} and division = any (${villages as string[]})`
  await tx`delete from responsibility.standing_of_block where county = ${county} and division = any (${villages as string[]})`
  await tx`
    with ${covering(tx, county, villages)}, step as (
      select division, lower(lives) as at, 1 as homes, 0 as named from home
      union all select division, upper(lives), -1, 0 from home where upper(lives) is not null
      union all select division, lower(part), 0, 1 from covered, unnest(during) part
      union all select division, upper(part), 0, -1 from covered, unnest(during) part where upper(part) is not null),
    village as (
      insert into responsibility.standing_of_village (county, division, at, households, covered)
      select ${county}, division, at, sum(sum(homes)) over w, sum(sum(named)) over w
      from step group by division, at window w as (partition by division order by at))
    insert into responsibility.standing_of_block (county, division, unit, compound_id, block, first_door, last_door, households,
      covered)
    select ${county}, h.division, h.unit, (array_agg(h.compound_id))[1], min(h.block), min(h.walk_order), max(h.walk_order), count(*),
      count(*) filter (where c.during @> ${now}::timestamptz)
    from home h left join covered c using (id)
    where h.lives @> ${now}::timestamptz group by h.division, h.unit`
}

/** What a post answers for, whether anybody sits on it or not: the load is the seat's. */
async function countLoads(tx: Tx, county: number, villages: readonly string[], now: Date): Promise<void> {
  await tx`delete from responsibility.load where county = ${county} and division = any (${villages as string[]})`
  await tx`
    with home as materialized (
      select household_id, division, compound_id, coalesce(compound_id::text, '') || '/' || coalesce(block, '') as unit
      from people.published_dwelling
      where county = ${county} and division = any (${villages as string[]})
        and since <= (${now}::timestamptz at time zone 'Asia/Shanghai')::date
        and (until is null or until > (${now}::timestamptz at time zone 'Asia/Shanghai')::date)),
    duty as materialized (
      select post_id, division, reach, compound_id, unit, household_id from responsibility.duty_span
      where county = ${county} and division = any (${villages as string[]}) and rank = 'household' and since <= ${now}
        and (until is null or until > ${now}))
    insert into responsibility.load (county, division, post_id, households)
    select ${county}, division, post_id, count(distinct household_id) from (
      select h.division, d.post_id, h.household_id from home h join duty d on d.reach = 'household' and d.division = h.division
        and d.household_id = h.household_id
      union all
      select h.division, d.post_id, h.household_id from home h
        join duty d on d.reach = 'block' and d.division = h.division and d.unit = h.unit
      union all
      select h.division, d.post_id, h.household_id from home h
        join duty d on d.reach = 'compound' and d.division = h.division and d.compound_id = h.compound_id
      union all
      select h.division, d.post_id, h.household_id from home h join duty d on d.reach = 'division' and d.division = h.division) each
    group by division, post_id`
}

interface Renewal {
  touched: readonly string[]
  villages: readonly string[]
  now: Date
}
async function renewPosts(tx: Tx, county: number, { touched, villages, now }: Renewal): Promise<void> {
  const rows = await tx<{ id: string }[]>`
    select distinct post_id as id from responsibility.duty
    where county = ${county} and division = any (${villages as string[]}) and rank = 'household'`
  const ids = [...new Set([...touched, ...rows.map(({ id }) => id)])]
  if (ids.length === 0) return
  await tx`delete from responsibility.post_now where county = ${county} and post_id = any (${ids}::uuid[])`
  await tx`
    insert into responsibility.post_now (county, post_id, division, kind, rank, ended, account_id, person_id, seated_at, last_sign_at,
      households)
    select p.county, p.id, p.division, p.kind, p.rank, coalesce(e.ended_at <= ${now}, false), s.account_id, s.person_id, s.at,
      (select max(g.at) from responsibility.sign g where g.county = p.county and g.post_id = p.id),
      coalesce((select sum(l.households) from responsibility.load l where l.county = p.county and l.post_id = p.id), 0)
    from responsibility.post p
    left join responsibility.post_end e on e.county = p.county and e.post_id = p.id
    left join lateral (
      select account_id, person_id, at from responsibility.seating s where s.county = p.county and s.post_id = p.id
      order by at desc, received_at desc, id desc limit 1) s on true
    where p.county = ${county} and p.id = any (${ids}::uuid[])`
}

async function countKinds(tx: Tx, county: number, changed: readonly string[]): Promise<void> {
  const kinds = await tx<{ division: string; kind: string }[]>`
    select distinct division, kind from responsibility.post where county = ${county} and id = any (${changed as string[]}::uuid[])`
  const divisions = kinds.map(({ division }) => division)
  const codes = kinds.map(({ kind }) => kind)
  const pairs = tx`select * from unnest(${divisions}::text[], ${codes}::text[]) as pair (division, kind)`
  await tx`
    delete from responsibility.standing_of_kind k using (${pairs}) pair
    where k.county = ${county} and k.division = pair.division and k.kind = pair.kind`
  await tx`
    with post as materialized (
      select p.county, p.id, p.division, p.kind, p.opened_at, e.ended_at from (${pairs}) pair
      join responsibility.post p on p.county = ${county} and p.division = pair.division and p.kind = pair.kind
      left join responsibility.post_end e on e.county = p.county and e.post_id = p.id),
    step as (
      select division, kind, opened_at as at, 1 as posts, 0 as held from post
      union all select division, kind, ended_at, -1, 0 from post where ended_at is not null
      union all
      select p.division, p.kind, edge.at, 0, edge.held from post p
      cross join lateral (
        select since, until from responsibility.seating_span s
        where s.county = p.county and s.post_id = p.id and num_nonnulls(s.account_id, s.person_id) = 1
          and (s.until is null or s.until > s.since) offset 0) s
      cross join lateral (values (s.since, 1), (s.until, -1)) edge (at, held) where edge.at is not null)
    insert into responsibility.standing_of_kind (county, division, kind, at, posts, held)
    select ${county}, division, kind, at, sum(sum(posts)) over w, sum(sum(held)) over w
    from step group by division, kind, at window w as (partition by division, kind order by at)`
}
