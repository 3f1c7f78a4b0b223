import type { Tx } from '../../kernel/db.ts'
import type { Status } from './rules.course.ts'

export interface Asked {
  area: string
  disease: string
  moment: Date
}
export interface Standing {
  id: string
  division: string
  status: Status
  since: Date
  onset: string | null
}

export function countStanding(
  tx: Tx,
  { area, disease, moment }: Asked,
  by: 'onset' | 'found',
): Promise<Array<{ status: Status; day: string | null; cases: number }>> {
  const day = by === 'onset' ? tx`onset` : tx`(opened_at at time zone 'Asia/Shanghai')::date`
  return tx<Array<{ status: Status; day: string | null; cases: number }>>`
    select status, to_char(on_day, 'YYYY-MM-DD') as day, count(*)::integer as cases
    from (select status, ${day} as on_day from cases.standing_as_of(${area}, ${moment}) where disease = ${disease}) one
    group by status, on_day order by on_day, status`
}

/** The cases of an area that were not excluded, by onset, the first ones first. */
export function listStanding(
  tx: Tx,
  { area, disease, moment }: Asked,
  statuses: readonly Status[],
  limit: number,
): Promise<Standing[]> {
  return tx<Standing[]>`
    select case_id as id, division, status, since, to_char(onset, 'YYYY-MM-DD') as onset
    from cases.standing_as_of(${area}, ${moment}) where disease = ${disease} and status = any (${[...statuses]}::text[])
    order by coalesce(onset, (since at time zone 'Asia/Shanghai')::date), case_id limit ${limit}`
}

export interface SourceOf {
  caseId: string
  sourceCaseId: string | null
  setting: string
  metFrom: Date | null
  metTill: Date | null
  certainty: 'high' | 'moderate' | 'low'
}
/** The last word on where each of these cases comes from. */
export function listSourcesOf(tx: Tx, caseIds: readonly string[], moment: Date): Promise<SourceOf[]> {
  return tx<SourceOf[]>`
    select distinct on (n.case_id) n.case_id as "caseId", n.source_case_id as "sourceCaseId", n.code as setting,
      (n.body ->> 'metFrom')::timestamptz as "metFrom", (n.body ->> 'metTill')::timestamptz as "metTill", n.body ->> 'certainty' as certainty
    from cases.entry_now n
    where n.county = (select kernel.app_county()) and n.case_id = any (${[...caseIds]}::uuid[]) and n.kind = 'source' and n.at <= ${moment}
    order by n.case_id, n.at desc, n.received_at desc, n.id desc`
}
