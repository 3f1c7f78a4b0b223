import type { Tx } from '../../kernel/db.ts'
import type { Relation } from './rules.ts'
import type { ListHouseholds } from './schema.households.ts'

export interface HouseholdRow {
  id: string
  dwellingId: string
  division: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  door: Buffer | null
  since: string
  open: boolean
  until: string | null
  members: number
  /** The head, or whoever stands first; null in an empty household. */
  headId: string | null
}

interface HouseholdsAsked extends Omit<ListHouseholds, 'after'> {
  after?: { division: string; walkOrder: number; id: string } | null
}
/** In the order somebody walks past the doors. */
export function listHouseholdRows(tx: Tx, { after, ...filter }: HouseholdsAsked): Promise<HouseholdRow[]> {
  return tx<HouseholdRow[]>`
    select home.household_id as id, home.id as "dwellingId", home.division, home.compound_id as "compoundId", home.block,
      home.walk_order as "walkOrder", home.door, to_char(home.since, 'YYYY-MM-DD') as since, gone.dwelling_id is null as open,
      to_char(gone.until, 'YYYY-MM-DD') as until, who.members, who.head as "headId"
    from people.dwelling home
    left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
    cross join lateral (
      select count(*)::int as members, (array_agg(lives.person_id order by lives.head desc, lives.since, lives.person_id))[1] as head
      from people.published_member lives where lives.county = home.county and lives.household_id = home.household_id) who
    where home.county = (select kernel.app_county())
      ${filter.state === 'open' ? tx`and gone.dwelling_id is null` : tx`and gone.reason <> 'moved'`}
      ${filter.division ? tx`and home.division >= ${filter.division} and home.division < ${`${filter.division}:`}` : tx``}
      ${filter.compoundId ? tx`and home.compound_id = ${filter.compoundId}` : tx``}
      ${filter.block ? tx`and home.block = ${filter.block}` : tx``}
      ${after ? tx`and (home.division, home.walk_order, home.household_id) > (${after.division}, ${after.walkOrder}::int, ${after.id}::uuid)` : tx``}
    order by home.division, home.walk_order, home.household_id limit ${filter.limit}`.execute()
}

export interface MemberRow {
  membershipId: string
  personId: string
  division: string
  relation: Relation
  since: string
  until: string | null
  reason: string | null
}

/** Everybody who lives or lived in a household, within the reader's area; the head first, then by age of the record. */
export function listMemberRows(tx: Tx, householdId: string): Promise<MemberRow[]> {
  return tx<MemberRow[]>`
    select lives.id as "membershipId", lives.person_id as "personId", lives.division, lives.relation,
      to_char(lives.since, 'YYYY-MM-DD') as since, to_char(gone.until, 'YYYY-MM-DD') as until, gone.reason
    from people.membership lives
    left join people.membership_end gone on gone.county = lives.county and gone.membership_id = lives.id
    where lives.county = (select kernel.app_county()) and lives.household_id = ${householdId}
    order by lives.head desc, lives.since, lives.id`.execute()
}

export interface HomeOfRow extends Omit<MemberRow, 'personId'> {
  householdId: string
  block: string | null
}

/** Every household these ids of one person lived in, within the reader's area, the latest first. */
export function listHomesOf(tx: Tx, personIds: readonly string[]): Promise<HomeOfRow[]> {
  return tx<HomeOfRow[]>`
    select lives.id as "membershipId", lives.household_id as "householdId", lives.division, home.block, lives.relation,
      to_char(lives.since, 'YYYY-MM-DD') as since, to_char(gone.until, 'YYYY-MM-DD') as until, gone.reason
    from people.membership lives
    left join people.membership_end gone on gone.county = lives.county and gone.membership_id = lives.id
    left join lateral (
      select block from people.dwelling home
      where home.county = lives.county and home.household_id = lives.household_id and home.division = lives.division
      order by home.received_at desc limit 1) home on true
    where lives.county = (select kernel.app_county()) and lives.person_id = any (${[...personIds]}::uuid[])
    order by gone.until desc nulls first, lives.since desc, lives.id`.execute()
}

export interface BehindDoorRow {
  householdId: string
  dwellingId: string
  door: Buffer | null
  personId: string | null
  relation: Relation | null
}

/** Who lives behind each door now, the head first, or only the head, or the doors alone; within the reader's area. */
export function listBehindDoors(
  tx: Tx,
  householdIds: readonly string[],
  who: 'nobody' | 'heads' | 'everybody',
): Promise<BehindDoorRow[]> {
  return tx<BehindDoorRow[]>`
    select home.household_id as "householdId", home.id as "dwellingId", home.door, who.person_id as "personId", who.relation
    from (select distinct one as id from unnest(${householdIds as string[]}::uuid[]) as one) wanted
    cross join lateral (
      select d.county, d.id, d.household_id, d.door from people.dwelling d
      where d.county = (select kernel.app_county()) and d.household_id = wanted.id offset 0) home
    left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
    left join lateral (
      select lives.person_id, lives.relation, lives.head, lives.since, lives.id from people.membership lives
      where lives.county = home.county and lives.household_id = home.household_id and not exists (
        select from people.membership_end left_it where left_it.county = lives.county and left_it.membership_id = lives.id)
      order by lives.head desc, lives.since, lives.id limit ${{ nobody: 0, heads: 1, everybody: null }[who]}::int) who on true
    where gone.dwelling_id is null
    order by home.household_id, who.head desc, who.since, who.id`.execute()
}
