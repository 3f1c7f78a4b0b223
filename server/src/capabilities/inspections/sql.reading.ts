import type { z } from 'zod'
import type { Tx } from '../../kernel/db.ts'
import type { Climb, FindingState, PlaceKind, Severity } from './rules.ts'
import type { ListFindings, ListInspections } from './schema.ts'
import { inspectionColumns, type StoredInspection } from './sql.ts'

interface Position {
  at: string
  id: string
}
export interface InspectionQuery
  extends Pick<z.infer<typeof ListInspections>, 'placeKind' | 'manner' | 'planId' | 'limit'> {
  area: string
  moment: Date
  before: Position | null
}

export function listInspectionRows(tx: Tx, asked: InspectionQuery) {
  const { area, moment, before, placeKind, manner, planId, limit } = asked
  return tx<StoredInspection[]>`
    select ${inspectionColumns(tx)} from inspections.inspection_now i
    where i.county = (select kernel.app_county()) and i.division >= ${area} and i.division < ${`${area}:`}
      and i.occurred_at <= ${moment}
      ${placeKind ? tx`and i.place_kind = ${placeKind}` : tx``}
      ${manner ? tx`and i.manner = ${manner}` : tx``}
      ${planId ? tx`and i.plan_id = ${planId}` : tx``}
      ${before ? tx`and (i.occurred_at, i.root_id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by i.occurred_at desc, i.root_id desc limit ${limit}`
}

export interface CountOfInspection {
  inspectionId: string
  findings: number
  open: number
  overdue: number
}
export const countFindings = (tx: Tx, area: string, moment: Date, inspectionIds: readonly string[]) => tx<
  CountOfInspection[]
>`
  select f.inspection_id as "inspectionId", count(*)::integer as findings,
    count(*) filter (where f.climbed is not null)::integer as open, count(*) filter (where f.overdue)::integer as overdue
  from inspections.findings_at(${area}, ${moment}) f where f.inspection_id = any (${inspectionIds}::uuid[]) group by f.inspection_id`

export interface FindingAt {
  id: string
  inspectionId: string
  division: string
  byDivision: string
  placeKind: PlaceKind
  placeName: string
  severity: Severity
  what: string
  linkId: string | null
  at: Date
  state: FindingState
  since: Date
  dueAt: Date
  overdue: boolean
  climbed: Climb | null
}
const findings = (tx: Tx, area: string, moment: Date) => tx`
  select f.id, f.inspection_id as "inspectionId", f.division, i.by_division as "byDivision", i.place_kind as "placeKind",
    i.place_name as "placeName", f.severity, said.what, said.link_id as "linkId", f.at, f.state, f.since, f.due_at as "dueAt", f.overdue,
    f.climbed
  from inspections.findings_at(${area}, ${moment}) f
  join inspections.finding said on said.county = (select kernel.app_county()) and said.id = f.id
  join inspections.inspection_now i on i.county = said.county and i.root_id = f.inspection_id`

export interface FindingQuery {
  area: string
  moment: Date
  state: z.infer<typeof ListFindings>['state']
  climbed: Climb | undefined
  after: Position | null
  limit: number
}
export function listFindingRows(tx: Tx, { area, moment, state, climbed, after, limit }: FindingQuery) {
  const inState =
    state === 'all'
      ? tx`true`
      : state === 'standing'
        ? tx`f.climbed is not null`
        : state === 'overdue'
          ? tx`f.overdue`
          : tx`f.state = ${state}`
  return tx<FindingAt[]>`
    ${findings(tx, area, moment)} where ${inState} ${climbed ? tx`and f.climbed = ${climbed}` : tx``}
      ${after ? tx`and (f.due_at, f.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by f.due_at, f.id limit ${limit}`
}
export const listFindingsOf = (tx: Tx, area: string, moment: Date, inspectionId: string) => tx<FindingAt[]>`
  ${findings(tx, area, moment)} where f.inspection_id = ${inspectionId} order by f.at, f.id`

export interface HeatRow {
  division: string
  inspected: number
  places: number
  findings: number
  open: number
  waiting: number
  overdue: number
  passed: number
}
/** By the parts of an area, one level below it. A place is counted once however often somebody went there. */
export function heatOf(tx: Tx, area: string, moment: Date) {
  const part = area.length + 3
  return tx<HeatRow[]>`
    with went as (
      select left(i.division, ${part}::integer) as division, count(*) as inspected,
        count(distinct coalesce(i.place_id::text, i.division || i.place_kind || i.place_name)) as places
      from inspections.inspection_now i
      where i.county = (select kernel.app_county()) and i.division >= ${area} and i.division < ${`${area}:`} and i.occurred_at <= ${moment}
      group by 1
    ), found as (
      select left(f.division, ${part}::integer) as division, count(*) as findings, count(*) filter (where f.state = 'open') as open,
        count(*) filter (where f.state = 'rectified') as waiting, count(*) filter (where f.overdue) as overdue,
        count(*) filter (where f.state = 'passed') as passed
      from inspections.findings_at(${area}, ${moment}) f group by 1
    )
    select division, inspected::integer, places::integer, coalesce(findings, 0)::integer as findings, coalesce(open, 0)::integer as open,
      coalesce(waiting, 0)::integer as waiting, coalesce(overdue, 0)::integer as overdue, coalesce(passed, 0)::integer as passed
    from went left join found using (division)`
}
