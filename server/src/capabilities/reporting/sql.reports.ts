import type { Tx } from '../../kernel/db.ts'
import type { Block } from './rules.outline.ts'
import type { CountedFigure, State, Step } from './rules.reports.ts'

export type Table = `reporting.${string}`

export interface Report {
  id: string
  division: string
  asOf: Date
  knownBy: Date | null
  corrects: string | null
  versionId: string
  nth: number
  title: string
  blocks: Block[]
  counted: CountedFigure[]
  countedAt: Date
  writer: string | null
  step: Step | null
  stepVersion: string | null
  steps: number
  sealNumber: number | null
  sha256: Buffer | null
  previousSha256: Buffer | null
  sealedAt: Date | null
}

const reports = (tx: Tx) => tx`
  select r.id, r.division, r.as_of as "asOf", r.known_by as "knownBy", r.corrects, v.id as "versionId", v.nth, v.title, v.blocks, v.counted,
    v.received_at as "countedAt", v.recorded_by as writer, s.step, s.version_id as "stepVersion", coalesce(s.nth, 0) as steps,
    e.nth as "sealNumber", e.sha256, e.previous_sha256 as "previousSha256", e.received_at as "sealedAt"
  from reporting.report r
  join lateral (select * from reporting.report_version v where v.county = r.county and v.report_id = r.id order by v.nth desc limit 1) v on true
  left join lateral (select * from reporting.report_step s where s.county = r.county and s.report_id = r.id order by s.nth desc limit 1) s on true
  left join reporting.seal e on e.county = r.county and e.report_id = r.id
  where r.county = (select kernel.app_county())`

export const findReport = async (tx: Tx, id: string): Promise<Report | null> =>
  (await tx<Report[]>`${reports(tx)} and r.id = ${id}`)[0] ?? null

export type Listed = Pick<Report, 'id' | 'division' | 'asOf' | 'title' | 'corrects' | 'sealNumber'> & { state: State }

/** Newest moment first. */
export const listReports = (
  tx: Tx,
  wanted: { area: string; state: State | null; before: { at: string; id: string } | null; limit: number },
): Promise<Listed[]> => tx<Listed[]>`
  select id, division, "asOf", title, corrects, "sealNumber", state from (
    select r.*, case when step in ('issued', 'abandoned') then step when "sealNumber" is not null then 'sealed'
      when step is null or step = 'returned' or "stepVersion" <> "versionId" then 'drafting' else step end as state
    from (${reports(tx)}) r) listed
  where division >= ${wanted.area} and division < ${`${wanted.area}:`} and (${wanted.state}::text is null or state = ${wanted.state})
    and (${wanted.before?.at ?? null}::timestamptz is null or ("asOf", id) < (${wanted.before?.at ?? null}, ${wanted.before?.id ?? null}::uuid))
  order by "asOf" desc, id desc limit ${wanted.limit}`

/** The sealed report of the same area that stands before this moment. */
export const findBefore = async (tx: Tx, division: string, asOf: Date, than: string): Promise<Report | null> =>
  (
    await tx<Report[]>`
      ${reports(tx)} and r.id = (
        select e.report_id from reporting.seal e where e.county = (select kernel.app_county()) and e.division = ${division}
          and (e.as_of < ${asOf} or e.report_id = (select corrects from reporting.report r where r.county = e.county and r.id = ${than}))
        order by e.as_of desc, e.nth desc limit 1)`
  )[0] ?? null

export const lastSeal = async (tx: Tx, division: string): Promise<{ nth: number; sha256: Buffer } | null> =>
  (
    await tx<{ nth: number; sha256: Buffer }[]>`
      select nth, sha256 from reporting.seal where county = (select kernel.app_county()) and division = ${division}
      order by nth desc limit 1`
  )[0] ?? null

export const listSteps = (tx: Tx, reportId: string) => tx<{ step: Step; at: Date; note: string | null }[]>`
  select step, received_at as at, note from reporting.report_step
  where county = (select kernel.app_county()) and report_id = ${reportId} order by nth`

export const namesOf = async (tx: Tx, area: string): Promise<Map<string, string>> =>
  new Map(
    (
      await tx<{ division: string; name: string }[]>`
        select division, name from report.division_v1 where county = (select kernel.app_county()) and (division = ${area} or parent = ${area})`
    ).map(({ division, name }) => [division, name]),
  )
