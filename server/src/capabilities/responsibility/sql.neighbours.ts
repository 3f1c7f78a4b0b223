import type { Tx } from '../../kernel/db.ts'
import type { DoorWork } from './schema.plans.ts'

export function listAnswering(
  tx: Tx,
  householdIds: readonly string[],
  moment: Date,
): Promise<Array<{ householdId: string; postId: string }>> {
  const stands = tx`d.county = (select kernel.app_county()) and d.rank = 'household' and d.since <= ${moment}
    and (d.until is null or d.until > ${moment})`
  return tx<Array<{ householdId: string; postId: string }>>`
    with home as materialized (
      select id, division, compound_id, block from people.published_household
      where county = (select kernel.app_county()) and id = any (${householdIds as string[]}::uuid[]) and open)
    select h.id as "householdId", d.post_id as "postId" from home h join responsibility.duty_span d
      on ${stands} and d.household_id = h.id and d.division = h.division
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'block' and d.compound_id is not null and d.compound_id = h.compound_id and d.block = h.block
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'block' and d.compound_id is null and h.compound_id is null and d.division = h.division
        and d.block = h.block
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'compound' and d.compound_id = h.compound_id
    union
    select h.id, d.post_id from home h join responsibility.duty_span d
      on ${stands} and d.reach = 'division' and d.division = h.division`
}

export interface PostOfKind {
  postId: string
  kind: string
  title: string
  accountId: string | null
}
/** Posts of some kinds that stand at a moment, in these divisions, with the account on them. */
export function listPostsOfKinds(
  tx: Tx,
  { kinds, divisions, moment }: { kinds: readonly string[]; divisions: readonly string[]; moment: Date },
): Promise<PostOfKind[]> {
  return tx<PostOfKind[]>`
    select p.id as "postId", p.kind, p.title, (
      select s.account_id from responsibility.seating s where s.county = p.county and s.post_id = p.id and s.at <= ${moment}
      order by s.at desc, s.received_at desc, s.id desc limit 1) as "accountId"
    from responsibility.post p
    left join responsibility.post_end e on e.county = p.county and e.post_id = p.id
    where p.county = (select kernel.app_county()) and p.division = any (${divisions as string[]}::text[])
      and p.kind = any (${kinds as string[]}::text[]) and p.opened_at <= ${moment} and (e.ended_at is null or e.ended_at > ${moment})
    order by p.division, p.kind, p.title, p.id limit 200`
}

export type OpenWork = DoorWork & { householdId: string }
/** What visits have open at these doors; a door with nothing open is not there. */
export function listOpenWork(tx: Tx, homes: ReadonlyArray<{ id: string; division: string }>): Promise<OpenWork[]> {
  const wanted = tx.json(homes.map(({ id, division }) => ({ id, division })))
  return tx<OpenWork[]>`
    with home as materialized (
      select id, division from jsonb_to_recordset(${wanted}) as one (id uuid, division text)), visit as (
      select v.household_id, jsonb_agg(jsonb_build_object('round', v.title, 'state', v.state, 'attempts', v.attempts)
        order by v.title) as visits
      from home h join visits.published_open_home v
        on v.county = (select kernel.app_county()) and v.division = h.division and v.household_id = h.id
      group by 1), follow_up as (
      select f.household_id, array_agg(f.kind order by f.opened_at, f.id) as kinds
      from home h join visits.published_open_follow_up f
        on f.county = (select kernel.app_county()) and f.household_id = h.id
      group by 1)
    select coalesce(v.household_id, f.household_id) as "householdId", coalesce(v.visits, '[]') as visits,
      coalesce(f.kinds, '{}') as "followUps"
    from visit v full join follow_up f on f.household_id = v.household_id`.execute()
}

export async function countTeamsWithin(tx: Tx, division: string, moment: Date): Promise<number> {
  const [row] = await tx<{ teams: number }[]>`
    select count(*)::integer as teams from responsibility.team t
    left join responsibility.team_end e on e.county = t.county and e.team_id = t.id
    where t.county = (select kernel.app_county()) and t.division >= ${division} and t.division < ${`${division}:`}
      and t.formed_at <= ${moment} and (e.ended_at is null or e.ended_at > ${moment})`
  return row?.teams ?? 0
}
