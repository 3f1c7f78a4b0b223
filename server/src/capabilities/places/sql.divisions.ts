import type { Tx } from '../../kernel/db.ts'
import type { Division, ListDivisions } from './schema.ts'

export interface DivisionRow {
  code: string
  name: string
  level: Division['level']
  parent: string | null
  committee: boolean
}

/** Keeps what is not there yet and says how many units that were. Names are dated by the edition. */
export async function addDivisions(tx: Tx, rows: readonly DivisionRow[], edition: string): Promise<number> {
  const listed = tx`jsonb_to_recordset(${tx.json(rows.map((row) => ({ ...row })))})
    as listed (code text, name text, level text, parent text, committee boolean)`
  // One statement, because a statement's foreign keys are checked at its end: order does not matter.
  const added = await tx<{ division: string }[]>`
    insert into places.division (county, division, level, parent, committee, edition, valid_from)
    select (select kernel.app_county()), code, level, parent, committee, ${edition}::date,
      case when exists (select 1 from places.division d where d.county = (select kernel.app_county())) then ${edition}::date end
    from ${listed}
    on conflict (county, division) do nothing
    returning division`
  await tx`
    insert into places.division_name (county, division, edition, name)
    select (select kernel.app_county()), code, ${edition}::date, name
    from ${listed}
    where name is distinct from (
      select n.name from places.division_name n
      where n.county = (select kernel.app_county()) and n.division = code and n.edition <= ${edition}::date
      order by n.edition desc limit 1)
    on conflict (county, division, edition) do nothing`
  return added.length
}

/** The same for a list that is complete: what is no longer in it ends with the edition. */
export async function keepEdition(tx: Tx, rows: readonly DivisionRow[], edition: string): Promise<number> {
  const added = await addDivisions(tx, rows, edition)
  await tx`
    update places.division set valid_to = ${edition}::date
    where county = (select kernel.app_county()) and valid_to is null and edition < ${edition}::date
      and not division = any(${rows.map(({ code }) => code)}::text[])`
  return added
}

export async function listDivisionRows(tx: Tx, filter: ListDivisions): Promise<Division[]> {
  const rows = await tx<
    (Omit<Division, 'position'> & { lon: number | null; lat: number | null; placedAt: Date | null })[]
  >`
    select d.division as code, n.name, d.level, d.parent, d.committee, d.edition::text, d.valid_from::text as "validFrom",
      d.valid_to::text as "validTo", p.lon, p.lat, p.recorded_at as "placedAt"
    from places.division d
    cross join lateral (
      select name from places.division_name n where n.county = d.county and n.division = d.division
      order by n.edition desc limit 1) n
    left join lateral (
      select lon, lat, recorded_at from places.position p
      where p.county = d.county and p.division = d.division and p.checkpoint_id is null and p.compound_id is null
      order by p.recorded_at desc, p.id desc limit 1) p on true
    where d.county = (select kernel.app_county())
      ${filter.parent ? tx`and d.parent = ${filter.parent}` : tx``}
      ${filter.level ? tx`and d.level = ${filter.level}` : tx``}
      ${filter.after ? tx`and d.division > ${filter.after}` : tx``}
    order by d.division limit ${filter.limit}`
  return rows.map(({ lon, lat, placedAt, ...division }) => ({ ...division, position: asPosition(lon, lat, placedAt) }))
}

export const asPosition = (lon: number | null, lat: number | null, placedAt: Date | null) =>
  lon === null || lat === null || placedAt === null ? null : { lon, lat, recordedAt: placedAt.toISOString() }

/** By code; a code that is not there is not in the map. */
export async function findDivisionRows(tx: Tx, codes: readonly string[]): Promise<Map<string, DivisionRow>> {
  const rows = await tx<DivisionRow[]>`
    select d.division as code, n.name, d.level, d.parent, d.committee
    from places.division d
    cross join lateral (
      select name from places.division_name n where n.county = d.county and n.division = d.division
      order by n.edition desc limit 1) n
    where d.county = (select kernel.app_county()) and d.division = any(${[...new Set(codes)]}::text[])`
  return new Map(rows.map((row) => [row.code, row]))
}

export async function nameDivisionRows(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx<{ code: string; name: string }[]>`
    select distinct on (division) division as code, name from places.division_name
    where county = (select kernel.app_county()) order by division, edition desc`
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** Every unit of the county that stands, in the order of their codes. */
export const listUnitRows = (tx: Tx) => tx<Pick<DivisionRow, 'code' | 'name' | 'level'>[]>`
  select d.division as code, n.name, d.level from places.division d
  cross join lateral (
    select name from places.division_name n where n.county = d.county and n.division = d.division
    order by n.edition desc limit 1) n
  where d.county = (select kernel.app_county()) and d.valid_to is null order by d.division`
