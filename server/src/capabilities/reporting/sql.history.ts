import type { Tx } from '../../kernel/db.ts'
import type { CorrectedKind } from './catalogue/corrections.ts'

interface Said {
  id: string
  title: string
  asOf: Date
  countedAt: Date
  number: number
  value: number | null
  version: number
}
/** Sealed reports of an area up to a moment, the newest first, with what each says of a figure. */
export const reportsWith = (
  tx: Tx,
  { figure, area, moment, limit }: { figure: string; area: string; moment: Date; limit: number },
): Promise<Said[]> => tx<Said[]>`
  select e.report_id as id, v.title, e.as_of as "asOf", v.received_at as "countedAt", e.nth as number,
    (c.one ->> 'value')::float8 as value, (c.one ->> 'version')::integer as version
  from reporting.seal e
  join reporting.report_version v on v.county = e.county and v.id = e.version_id
  cross join lateral (
    select one from jsonb_array_elements(v.counted) one where one ->> 'figure' = ${figure} limit 1) c
  where e.county = (select kernel.app_county()) and e.division = ${area} and e.as_of <= ${moment}
  order by e.as_of desc, e.nth desc limit ${limit}`

export interface CorrectedRecord {
  kind: CorrectedKind
  division: string
  recordId: string
  pageId: string | null
  at: Date
  correctedAt: Date
  voided: boolean
  why: string | null
}
/** Records of these kinds that were put right since, the newest first, and how many there are of them. */
export async function correctedSince(
  tx: Tx,
  kinds: readonly CorrectedKind[],
  { area, moment, since, limit }: { area: string; moment: Date; since: Date; limit: number },
): Promise<{ total: number; items: CorrectedRecord[] }> {
  if (kinds.length === 0) return { total: 0, items: [] }
  const rows = await tx<Array<CorrectedRecord & { total: number }>>`
    select c.kind, c.division, c.record_id as "recordId", c.page_id as "pageId", c.at, c.corrected_at as "correctedAt", c.voided, c.why,
      (count(*) over ())::integer as total
    from report.corrected_v1(${area}, ${moment}, ${since}) c where c.kind = any (${[...kinds]}::text[])
    order by c.corrected_at desc, c.record_id limit ${limit}`
  return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) }
}
