import type { Tx } from '../../kernel/db.ts'

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
