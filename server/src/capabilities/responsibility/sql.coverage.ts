import type { Tx } from '../../kernel/db.ts'
import type { VillageStand } from './rules.ts'
import type { AnsweringRow } from './sql.posts.ts'

/** Every village of an area as it stood at a moment; one without a household then is not among them. */
export function listVillages(tx: Tx, villages: readonly string[], moment: Date): Promise<VillageStand[]> {
  return tx<VillageStand[]>`
    select v.division, now.households, now.covered from unnest(${villages as string[]}::text[]) as v (division)
    cross join lateral (
      select households, covered from responsibility.standing_of_village s
      where s.county = (select kernel.app_county()) and s.division = v.division and s.at <= ${moment}
      order by s.at desc limit 1) now
    order by v.division collate "C"`
}

export interface UpperRow extends AnsweringRow {
  reachDivision: string
}
/** Posts above the household that answered for whole divisions at a moment, in an area and on the way down to it. */
export function listUpper(tx: Tx, area: string, moment: Date): Promise<UpperRow[]> {
  return tx<UpperRow[]>`
    select d.division as "reachDivision", p.id as "postId", p.kind, p.rank, p.title, p.division, s.account_id as "accountId",
      s.person_id as "personId"
    from responsibility.duty_span d
    join responsibility.post p on p.county = d.county and p.id = d.post_id
    left join lateral (
      select account_id, person_id from responsibility.seating s where s.county = d.county and s.post_id = d.post_id
        and s.at <= ${moment} order by s.at desc, s.received_at desc, s.id desc limit 1) s on true
    where d.county = (select kernel.app_county()) and d.rank in ('county', 'township', 'village') and d.reach = 'division'
      and (d.division >= ${area} and d.division < ${`${area}:`} or d.division in (${area.slice(0, 6)}, ${area.slice(0, 9)}))
      and d.since <= ${moment} and (d.until is null or d.until > ${moment})
    order by d.division, p.kind, p.id`
}

export interface BlockRow {
  unit: string
  compoundId: string | null
  block: string | null
  households: number
  covered: number
}
/** In the order in which the doors are passed. */
export function listBlocks(
  tx: Tx,
  village: string,
  after: { door: number; unit: string } | null,
  limit: number,
): Promise<Array<BlockRow & { firstDoor: number }>> {
  return tx<Array<BlockRow & { firstDoor: number }>>`
    select unit, compound_id as "compoundId", block, first_door as "firstDoor", households, covered
    from responsibility.standing_of_block
    where county = (select kernel.app_county()) and division = ${village}
      ${after ? tx`and (first_door, unit) > (${after.door}, ${after.unit})` : tx``}
    order by first_door, unit limit ${limit}`
}

export interface ReachingRow extends AnsweringRow {
  reach: 'compound' | 'block'
  unit: string
  compoundId: string | null
}
/** Posts that answer now for these blocks of a village, or for the compounds they are in. Lists of households are left out. */
export function listReaching(
  tx: Tx,
  village: string,
  { blocks, moment }: { blocks: readonly BlockRow[]; moment: Date },
): Promise<ReachingRow[]> {
  const named = blocks.flatMap(({ compoundId, block }) => (block === null ? [] : [{ compoundId, block }]))
  const inCompounds = named.filter(({ compoundId }) => compoundId !== null)
  const inGroups = named.filter(({ compoundId }) => compoundId === null)
  const compounds = [...new Set(blocks.flatMap(({ compoundId }) => compoundId ?? []))]
  return tx<ReachingRow[]>`
    with duty as (
      select d.* from unnest(${inCompounds.map(({ compoundId }) => compoundId)}::uuid[], ${inCompounds.map(({ block }) => block)}::text[])
        one (compound_id, block) join responsibility.duty_span d on d.county = (select kernel.app_county()) and d.reach = 'block'
        and d.compound_id is not null and d.compound_id = one.compound_id and d.block = one.block
      union all
      select d.* from unnest(${inGroups.map(({ block }) => block)}::text[]) one (block) join responsibility.duty_span d
        on d.county = (select kernel.app_county()) and d.reach = 'block' and d.compound_id is null and d.division = ${village}
        and d.block = one.block
      union all
      select d.* from unnest(${compounds}::uuid[]) one (id) join responsibility.duty_span d
        on d.county = (select kernel.app_county()) and d.reach = 'compound' and d.compound_id = one.id)
    select d.reach, d.unit, d.compound_id as "compoundId", p.id as "postId", p.kind, p.rank, p.title, p.division,
      s.account_id as "accountId", s.person_id as "personId"
    from duty d
    join responsibility.post p on p.county = d.county and p.id = d.post_id
    left join lateral (
      select account_id, person_id from responsibility.seating s where s.county = d.county and s.post_id = d.post_id
        and s.at <= ${moment} order by s.at desc, s.received_at desc, s.id desc limit 1) s on true
    where d.division = ${village} and d.since <= ${moment} and (d.until is null or d.until > ${moment})
    order by array_position(array['household', 'village', 'beside'], p.rank), p.kind, p.id`
}

/** From what the clerk keeps, so that it costs the same with any number of posts. */
export async function countPostsAt(
  tx: Tx,
  divisions: readonly string[],
  kinds: readonly string[],
  moment: Date,
): Promise<{ all: number; vacant: number }> {
  const [row] = await tx<{ all: number; vacant: number }[]>`
    select coalesce(sum(now.posts), 0)::integer as all, coalesce(sum(now.posts - now.held), 0)::integer as vacant
    from unnest(${divisions as string[]}::text[]) as v (division)
    cross join unnest(${kinds as string[]}::text[]) as k (kind)
    cross join lateral (
      select posts, held from responsibility.standing_of_kind s
      where s.county = (select kernel.app_county()) and s.division = v.division and s.kind = k.kind and s.at <= ${moment}
      order by s.at desc limit 1) now`
  return row ?? { all: 0, vacant: 0 }
}

/** Everybody who answers for one household now, at every level. */
export function listChain(
  tx: Tx,
  home: { id: string; division: string; compoundId: string | null; block: string | null },
  moment: Date,
): Promise<AnsweringRow[]> {
  const { id, division, compoundId, block } = home
  return tx<AnsweringRow[]>`
    with duty as (
      select post_id, since, until from responsibility.duty_span where county = (select kernel.app_county())
        and division in (${division.slice(0, 6)}, ${division.slice(0, 9)}, ${division}) and reach = 'division'
      union all
      select post_id, since, until from responsibility.duty_span where county = (select kernel.app_county())
        and division = ${division} and reach = 'compound' and compound_id = ${compoundId}::uuid
      union all
      select post_id, since, until from responsibility.duty_span where county = (select kernel.app_county()) and reach = 'block'
        and division = ${division} and block = ${block} and ${compoundId ? tx`compound_id is not null and compound_id = ${compoundId}` : tx`compound_id is null`}
      union all
      select post_id, since, until from responsibility.duty_span where county = (select kernel.app_county()) and household_id = ${id}
        and division = ${division})
    select distinct p.id as "postId", p.kind, p.rank, p.title, p.division, s.account_id as "accountId", s.person_id as "personId"
    from duty d
    join responsibility.post p on p.county = (select kernel.app_county()) and p.id = d.post_id
    left join lateral (
      select account_id, person_id from responsibility.seating s where s.county = p.county and s.post_id = p.id
        and s.at <= ${moment} order by s.at desc, s.received_at desc, s.id desc limit 1) s on true
    where d.since <= ${moment} and (d.until is null or d.until > ${moment})
    order by p.kind, p.id`
}

export interface OpenHome {
  id: string
  division: string
  unit: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  named: boolean
}
export interface OpenAsked {
  /** Villages to look in; of those in `whole` every door, of the others those without anybody at the last level. */
  villages: readonly string[]
  whole: readonly string[]
  after: { division: string; unit: string; walkOrder: number; id: string } | null
  moment: Date
  limit: number
}
/** Whether a duty that meets the condition has somebody on its post: each is looked up by an index of its own. */
const isNamed = (tx: Tx, moment: Date, where: ReturnType<Tx>) => tx`exists (
  select from responsibility.duty_span d
  cross join lateral (
    select account_id, person_id from responsibility.seating s where s.county = d.county and s.post_id = d.post_id
      and s.at <= ${moment} order by s.at desc, s.received_at desc, s.id desc limit 1) s
  where d.county = (select kernel.app_county()) and d.rank = 'household' and ${where} and d.since <= ${moment}
    and (d.until is null or d.until > ${moment}) and num_nonnulls(s.account_id, s.person_id) = 1)`

/**
 * Block by block: each block asked for has at least one door to show, so a page looks into no more blocks than it has lines, and
 * in each to no more doors than the page needs.
 */
export function listOpenHomes(tx: Tx, { villages, whole, after, moment, limit }: OpenAsked): Promise<OpenHome[]> {
  const inStairwell = tx`d.reach = 'block' and d.compound_id is not null and d.compound_id = b.compound_id and d.block = b.block`
  const inGroup = tx`d.reach = 'block' and d.compound_id is null and b.compound_id is null and d.division = b.division
    and d.block = b.block`
  const inCompound = tx`d.reach = 'compound' and d.compound_id = b.compound_id and d.division = b.division`
  const inVillage = tx`d.reach = 'division' and d.division = b.division`
  return tx<OpenHome[]>`
    with block as materialized (
      select b.division, b.unit, b.compound_id, b.block, b.first_door, b.last_door, b.division = any (${whole as string[]}::text[]) as whole
      from unnest(${villages as string[]}::text[]) v (division)
      cross join lateral (
        select * from responsibility.standing_of_block b
        where b.county = (select kernel.app_county()) and b.division = v.division
          and (b.covered < b.households or b.division = any (${whole as string[]}::text[]))
          ${after ? tx`and (b.division, b.unit) >= (${after.division}, ${after.unit})` : tx``}
        order by b.division, b.unit limit ${limit + 1}) b
      order by b.division, b.unit limit ${limit + 1}),
    named as materialized (
      select b.*, ${isNamed(tx, moment, inStairwell)} or ${isNamed(tx, moment, inGroup)} or ${isNamed(tx, moment, inCompound)} or ${isNamed(tx, moment, inVillage)} as named
      from block b)
    select h.id, b.division, b.unit, h.compound_id as "compoundId", h.block, h.walk_order as "walkOrder", h.named
    from named b
    cross join lateral (
      select h.id, h.compound_id, h.block, h.walk_order, own.named from people.published_household h
      cross join lateral (select b.named or ${isNamed(tx, moment, tx`d.household_id = h.id and d.division = b.division`)} as named) own
      where h.county = (select kernel.app_county()) and h.division = b.division and h.walk_order >= b.first_door
        and h.walk_order <= b.last_door and h.open and coalesce(h.compound_id::text, '') || '/' || coalesce(h.block, '') = b.unit
        and (b.whole or not own.named)
        ${after ? tx`and (h.division, b.unit, h.walk_order, h.id) > (${after.division}, ${after.unit}, ${after.walkOrder}, ${after.id}::uuid)` : tx``}
      order by h.walk_order, h.id limit ${limit}) h
    order by b.division, b.unit, h.walk_order, h.id limit ${limit}`
}
