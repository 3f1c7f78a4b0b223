import type { Tx } from '../../kernel/db.ts'
import type { PlaceKind } from './rules.ts'

export interface Plan {
  id: string
  area: string
  title: string
  placeKinds: PlaceKind[]
  from: string
  to: string
  wanted: number | null
  unannounced: boolean
  key: string | null
  version: number | null
  endedAt: Date | null
}
const plans = (tx: Tx) => tx`
  select p.id, p.division as area, p.title, p.place_kinds as "placeKinds", p.from_on::text as "from", p.to_on::text as "to", p.wanted,
    p.unannounced, p.checklist_key as key, p.checklist_version as version, e.at as "endedAt"
  from inspections.plan p left join inspections.plan_end e on e.county = p.county and e.plan_id = p.id
  where p.county = (select kernel.app_county())`
export async function findPlans(tx: Tx, ids: readonly string[]): Promise<Map<string, Plan>> {
  const rows = await tx<Plan[]>`${plans(tx)} and p.id = any (${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}
export const listPlanRows = (tx: Tx, after: { from: string; id: string } | null, limit: number) => tx<Plan[]>`
  ${plans(tx)} ${after ? tx`and (p.from_on, p.id) < (${after.from}::date, ${after.id}::uuid)` : tx``}
  order by p.from_on desc, p.id desc limit ${limit}`

export interface TeamRow {
  id: string
  planId: string
  title: string
  areas: string[]
  postIds: string[]
}
export const listTeams = (tx: Tx, planIds: readonly string[]) => tx<TeamRow[]>`
  select t.id, t.plan_id as "planId", t.title, t.areas, t.post_ids as "postIds" from inspections.team t
  where t.county = (select kernel.app_county()) and t.plan_id = any (${planIds}::uuid[]) order by t.plan_id, t.nth`

export interface NewTeam {
  county: number
  id: string
  division: string
  plan_id: string
  nth: number
  title: string
  areas: string[]
  post_ids: string[]
}
/** How many of them were kept: an id that is somebody else's is not. */
export const keepTeams = async (tx: Tx, rows: readonly NewTeam[]): Promise<number> =>
  rows.length === 0 ? 0 : (await tx`insert into inspections.team ${tx(rows)} on conflict do nothing`).count

export const countOfPlans = (tx: Tx, planIds: readonly string[], moment: Date) => tx<
  { planId: string; teamId: string | null; inspected: number }[]
>`
  select i.plan_id as "planId", i.team_id as "teamId", count(*)::integer as inspected from inspections.inspection_now i
  where i.county = (select kernel.app_county()) and i.plan_id = any (${planIds}::uuid[]) and i.occurred_at <= ${moment}
  group by i.plan_id, i.team_id`
