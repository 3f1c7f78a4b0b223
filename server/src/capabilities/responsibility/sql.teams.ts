import type { Tx } from '../../kernel/db.ts'
import type { Arrival, Fact } from '../../kernel/facts.ts'
import { type Ending, keepEnds, keepFacts } from './sql.facts.ts'

export interface NewTeam extends Fact {
  rule: string
  household_id: string | null
  person_id: string | null
  formed_at: Date
}
export const keepTeams = (tx: Tx, rows: readonly NewTeam[]): Promise<Arrival[]> => keepFacts(tx, 'team', rows)

export interface NewMember extends Fact {
  team_id: string
  post_id: string
  role: string
  joined_at: Date
}
export const keepMembers = (tx: Tx, rows: readonly NewMember[]): Promise<Arrival[]> =>
  keepFacts(tx, 'team_member', rows)

export const keepMemberEnd = async (tx: Tx, row: Ending & { member_id: string; left_at: Date }): Promise<boolean> =>
  (await keepEnds(tx, 'team_member_end', [row])) > 0
export const keepTeamEnd = async (tx: Tx, row: Ending & { team_id: string; ended_at: Date; ground: string }) =>
  (await keepEnds(tx, 'team_end', [row])) > 0

export interface StoredMember {
  id: string
  postId: string
  role: string
  title: string
  kind: string
  held: boolean
}
export interface StoredTeam {
  id: string
  division: string
  rule: string
  householdId: string | null
  personId: string | null
  formedAt: Date
  endedAt: Date | null
  members: StoredMember[]
}

const teamColumns = (tx: Tx) => tx`t.id, t.division, t.rule, t.household_id as "householdId", t.person_id as "personId",
  t.formed_at as "formedAt", e.ended_at as "endedAt", m.members`
const teams = (tx: Tx, moment: Date) => tx`responsibility.team t
  left join responsibility.team_end e on e.county = t.county and e.team_id = t.id
  cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'postId', m.post_id, 'role', m.role, 'title', p.title, 'kind', p.kind,
      'held', coalesce(num_nonnulls(s.account_id, s.person_id) = 1, false) and (pe.ended_at is null or pe.ended_at > ${moment}))
      order by m.role, m.id), '[]') as members
    from responsibility.team_member m
    join responsibility.post p on p.county = m.county and p.id = m.post_id
    left join responsibility.post_end pe on pe.county = m.county and pe.post_id = m.post_id
    left join lateral (
      select account_id, person_id from responsibility.seating s where s.county = m.county and s.post_id = m.post_id
        and s.at <= ${moment} order by s.at desc, s.received_at desc, s.id desc limit 1) s on true
    where m.county = t.county and m.team_id = t.id and m.joined_at <= ${moment} and not exists (
      select from responsibility.team_member_end x where x.county = m.county and x.member_id = m.id and x.left_at <= ${moment})) m`

export async function findTeams(tx: Tx, ids: readonly string[], moment: Date): Promise<Map<string, StoredTeam>> {
  const rows = await tx<StoredTeam[]>`
    select ${teamColumns(tx)} from ${teams(tx, moment)}
    where t.county = (select kernel.app_county()) and t.id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface TeamFilter {
  area: string
  rule: string | null
  /** What the rules in force ask for: how many of each role. */
  asks: ReadonlyArray<{ rule: string; role: string; least: number }>
  state: 'incomplete' | 'complete' | 'all'
  moment: Date
  after: { division: string; id: string } | null
  limit: number
}
export function listTeamRows(tx: Tx, filter: TeamFilter): Promise<StoredTeam[]> {
  const { area, rule, asks, state, moment, after, limit } = filter
  const incomplete = tx`exists (
    select from jsonb_to_recordset(${tx.json([...asks] as never)}) as ask (rule text, role text, least integer)
    where ask.rule = t.rule and ask.least > (
      select count(*) from jsonb_array_elements(m.members) one where one->>'role' = ask.role and (one->>'held')::boolean))`
  return tx<StoredTeam[]>`
    select ${teamColumns(tx)} from ${teams(tx, moment)}
    where t.county = (select kernel.app_county()) and t.division >= ${area} and t.division < ${`${area}:`}
      and t.formed_at <= ${moment} and (e.ended_at is null or e.ended_at > ${moment})
      ${rule ? tx`and t.rule = ${rule}` : tx``}
      ${state === 'incomplete' ? tx`and ${incomplete}` : state === 'complete' ? tx`and not ${incomplete}` : tx``}
      ${after ? tx`and (t.division, t.id) > (${after.division}, ${after.id}::uuid)` : tx``}
    order by t.division, t.id limit ${limit}`
}

const inTeams = (tx: Tx, postId: string, moment: Date) => tx`
  select m.team_id from responsibility.team_member m
  where m.county = (select kernel.app_county()) and m.post_id = ${postId} and m.joined_at <= ${moment}
    and not exists (select from responsibility.team_member_end x where x.county = m.county and x.member_id = m.id and x.left_at <= ${moment})
    and not exists (select from responsibility.team_end e where e.county = m.county and e.team_id = m.team_id and e.ended_at <= ${moment})`

export async function countTeamsOf(tx: Tx, postId: string, moment: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(distinct team_id)::integer as count from (${inTeams(tx, postId, moment)}) own`
  return row?.count ?? 0
}

export async function listTeamsOf(tx: Tx, postId: string, moment: Date, limit: number): Promise<StoredTeam[]> {
  const rows = await tx<{ id: string }[]>`
    select distinct team_id as id from (${inTeams(tx, postId, moment)}) own order by 1 limit ${limit}`
  const ids = rows.map(({ id }) => id)
  return [...(await findTeams(tx, ids, moment)).values()]
}
