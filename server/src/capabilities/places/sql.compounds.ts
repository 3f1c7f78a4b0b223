import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { DivisionPlace } from './rules.cursors.ts'
import { calledSo, isThreeNo } from './rules.ts'
import type { Compound, CompoundAspect, CompoundFact, ListCompounds } from './schema.ts'
import type { Kept } from './sql.checkpoints.ts'
import { asPosition } from './sql.divisions.ts'

export interface KeptCompound extends Kept {
  name: string
  households: number | null
}

export async function keepCompounds(tx: Tx, rows: readonly KeptCompound[]): Promise<Arrival[]> {
  const inserted = await tx<{ id: string }[]>`
    insert into places.compound ${tx(rows)} on conflict (county, id) do nothing returning id`
  return judgeArrivals(tx, 'places.compound', rows, new Set(inserted.map(({ id }) => id)))
}

export interface KeptCompoundFact extends Kept {
  compound_id: string
  aspect: CompoundAspect
  present: boolean
  unit: string | null
  since: string
}

export async function keepCompoundFact(tx: Tx, row: KeptCompoundFact): Promise<Arrival> {
  const inserted = await tx<{ id: string }[]>`
    insert into places.compound_fact ${tx([row])} on conflict (county, id) do nothing returning id`
  const [arrival = 'taken'] = await judgeArrivals(
    tx,
    'places.compound_fact',
    [row],
    new Set(inserted.map(({ id }) => id)),
  )
  return arrival
}

export async function findCompoundDivision(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx<{ division: string }[]>`
    select division from places.compound where county = (select kernel.app_county()) and id = ${id}`
  return row?.division ?? null
}

/** The division of each of these compounds; what is unknown, or outside the caller's scope, is not in the map. */
export async function findCompoundDivisions(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; division: string }[]>`
    select id, division from places.compound
    where county = (select kernel.app_county()) and id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map(({ id, division }) => [id, division]))
}

export async function findCompoundNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; name: string }[]>`
    select id, name from places.compound
    where county = (select kernel.app_county()) and id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function findCompoundsCalled(tx: Tx, divisions: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (divisions.length === 0) return found
  const rows = await tx<{ id: string; division: string; name: string }[]>`
    select id, division, name from places.compound
    where county = (select kernel.app_county()) and division = any (${[...new Set(divisions)]}::text[])`
  for (const { id, division, name } of rows) {
    const key = `${division}/${calledSo(name)}`
    found.set(key, [...(found.get(key) ?? []), id])
  }
  return found
}

interface ListedRow {
  id: string
  name: string
  division: string
  divisionName: string
  households: number | null
  facts: Partial<Record<CompoundAspect, CompoundFact>> | null
  lon: number | null
  lat: number | null
  placedAt: Date | null
}

type CompoundsAsked = Omit<ListCompounds, 'after'> & { after: DivisionPlace | null }
/** The facts as they stood on `day`; of two for the same day, the one recorded later. */
export async function listCompoundRows(tx: Tx, { after, ...filter }: CompoundsAsked, day: string): Promise<Compound[]> {
  const rows = await tx<ListedRow[]>`
    select c.id, c.name, c.division, n.name as "divisionName", c.households, f.facts, p.lon, p.lat, p.recorded_at as "placedAt"
    from places.compound c
    cross join lateral (
      select name from places.division_name n where n.county = c.county and n.division = c.division
      order by n.edition desc limit 1) n
    cross join lateral (
      select jsonb_object_agg(aspect, jsonb_build_object('present', present, 'unit', unit, 'since', since)) as facts,
        count(*) filter (where not present) as lacking,
        count(*) filter (where present) as having_some
      from (
        select distinct on (aspect) aspect, present, unit, since from places.compound_fact f
        where f.county = c.county and f.compound_id = c.id and f.since <= ${day}::date
        order by aspect, since desc, recorded_at desc, id desc) latest) f
    left join lateral (
      select lon, lat, recorded_at from places.position p where p.county = c.county and p.compound_id = c.id
      order by p.recorded_at desc, p.id desc limit 1) p on true
    where c.county = (select kernel.app_county())
      ${filter.threeNo === true ? tx`and f.lacking = 3` : tx``}
      ${filter.threeNo === false ? tx`and f.having_some > 0` : tx``}
      ${filter.division ? tx`and c.division >= ${filter.division} and c.division < ${`${filter.division}:`}` : tx``}
      ${after ? tx`and (c.division, c.id) > (${after.division}, ${after.id}::uuid)` : tx``}
    order by c.division, c.id limit ${filter.limit}`
  return rows.map(({ facts, lon, lat, placedAt, ...compound }) => {
    const propertyManagement = facts?.['property-management'] ?? null
    const responsibleUnit = facts?.['responsible-unit'] ?? null
    const guard = facts?.guard ?? null
    return {
      ...compound,
      propertyManagement,
      responsibleUnit,
      guard,
      threeNo: isThreeNo([propertyManagement, responsibleUnit, guard]),
      position: asPosition(lon, lat, placedAt),
    }
  })
}
