import type { z } from 'zod'
import type { Tx } from '../../kernel/db.ts'
import { type Arrival, keepFact } from '../../kernel/facts.ts'
import type { Condition } from './rules.ts'
import type { ExposurePlace, GatheringRow } from './schema.ts'

export interface NewGathering {
  county: number
  id: string
  division: string
  name: string
  setting: string
  started_at: Date
  ended_at: Date
  corrects: string | null
  why: string | null
  voided: boolean
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
export const keepGathering = (tx: Tx, row: NewGathering): Promise<Arrival> => keepFact(tx, 'exposures.gathering', row)

/** Those of the ids that are gatherings which have not been voided. */
export async function findGatherings(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx<{ id: string }[]>`
    select id from exposures.gathering_now where county = (select kernel.app_county()) and id = any (${[...new Set(ids)]}::uuid[])`
  return new Set(rows.map(({ id }) => id))
}

export async function findGatheringCorrected(tx: Tx, id: string): Promise<{ correctedBy: string | null } | null> {
  const [found] = await tx<{ correctedBy: string | null }[]>`
    select later.id as "correctedBy" from exposures.gathering g
    left join exposures.gathering later on later.county = g.county and later.corrects = g.id
    where g.county = (select kernel.app_county()) and g.id = ${id}`
  return found ?? null
}

export type StoredGathering = Omit<z.infer<typeof GatheringRow>, 'startedAt' | 'endedAt'> & {
  startedAt: Date
  endedAt: Date
}
/** Newest first, each as it was last corrected, under the id it was first recorded with; `saidBy` is its place in the list. */
export function listGatherings(
  tx: Tx,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<Array<StoredGathering & { saidBy: string }>> {
  return tx<Array<StoredGathering & { saidBy: string }>>`
    with page as materialized (
      select g.county, g.id, g.corrects, g.name, g.setting, g.started_at, g.ended_at from exposures.gathering g
      where g.county = (select kernel.app_county()) and not g.voided and not exists (
          select from exposures.gathering later where later.county = g.county and later.corrects = g.id)
        ${before ? tx`and (g.started_at, g.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
      order by g.started_at desc, g.id desc limit ${limit})
    select root.id, page.id as "saidBy", page.name, page.setting, page.started_at as "startedAt", page.ended_at as "endedAt",
      page.corrects is not null as corrected
    from page cross join lateral (
      with recursive up as (
        select page.id, page.corrects
        union all
        select g.id, g.corrects from up join exposures.gathering g on g.county = page.county and g.id = up.corrects)
      select up.id from up where up.corrects is null) root
    order by page.started_at desc, page.id desc`
}

export type StoredPlace = Omit<ExposurePlace, 'datum' | 'openFrom' | 'openUntil'> & {
  openFrom: Date | null
  openUntil: Date | null
}
export function listPlaces(tx: Tx): Promise<StoredPlace[]> {
  return tx<StoredPlace[]>`
    select key, version, zh, en, code, lon, lat, radius_m as "radiusM", open_from as "openFrom", open_until as "openUntil"
    from exposures.place_now where county = (select kernel.app_county()) order by key`.execute()
}

export interface NewPlace {
  county: number
  key: string
  version: number
  zh: string
  en: string
  code: string | null
  lon: number
  lat: number
  radius_m: number
  open_from: Date | null
  open_until: Date | null
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}
export interface NewCategory {
  county: number
  code: string
  version: number
  zh: string
  en: string
  within: string | null
  condition: Condition
  place_in_list: number
  retired: boolean
  recorded_by: string | null
  received_at: Date
  digest: Buffer
}

/** The next version of something that has a name and not an id; the same version with other content is taken. */
async function arrivalOf(
  inserted: boolean,
  digest: Buffer,
  kept: () => Promise<Array<{ digest: Buffer }>>,
): Promise<Arrival> {
  if (inserted) return 'new'
  const [there] = await kept()
  return there?.digest.equals(digest) ? 'again' : 'taken'
}

export async function keepPlace(tx: Tx, row: NewPlace): Promise<Arrival> {
  const { count } = await tx`insert into exposures.place ${tx(row as never)} on conflict do nothing`
  return arrivalOf(
    count === 1,
    row.digest,
    () => tx<{ digest: Buffer }[]>`
      select digest from exposures.place
      where county = (select kernel.app_county()) and key = ${row.key} and version = ${row.version}`,
  )
}

export async function keepCategory(tx: Tx, row: NewCategory): Promise<Arrival> {
  const kept = { ...row, condition: tx.json(row.condition as never) }
  const { count } = await tx`insert into exposures.category ${tx(kept as never)} on conflict do nothing`
  return arrivalOf(
    count === 1,
    row.digest,
    () => tx<{ digest: Buffer }[]>`
      select digest from exposures.category
      where county = (select kernel.app_county()) and code = ${row.code} and version = ${row.version}`,
  )
}

export interface StoredCategory {
  code: string
  version: number
  zh: string
  en: string
  within: string | null
  condition: Condition
  place: number
}
export function listCategories(tx: Tx): Promise<StoredCategory[]> {
  return tx<StoredCategory[]>`
    select code, version, zh, en, within, condition, place_in_list as place from exposures.category_now
    where county = (select kernel.app_county()) order by place_in_list, code`.execute()
}

/** The newest version of each code, retired ones too. */
export async function newestVersions(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx<{ code: string; version: number }[]>`
    select code, max(version) as version from exposures.category where county = (select kernel.app_county()) group by code`
  return new Map(rows.map(({ code, version }) => [code, version]))
}
