import type { Tx } from '../../kernel/db.ts'
import type { By } from './sql.households.ts'

export interface Decision {
  id: string
  division: string
  ground: string
  recordedAt: Date
  digest: Buffer
}

export async function keepMerge(tx: Tx, by: By, merge: Decision & { keptId: string; mergedId: string }): Promise<void> {
  await tx`
    insert into people.merge (county, id, division, kept_id, merged_id, ground, recorded_by, recorded_at, received_at, digest)
    values (${by.county}, ${merge.id}, ${merge.division}, ${merge.keptId}, ${merge.mergedId}, ${merge.ground}, ${by.seatId},
      ${merge.recordedAt}, ${by.receivedAt}, ${merge.digest})`
}

export interface FoundMerge {
  id: string
  division: string
  keptId: string
  mergedId: string
  ground: string
  at: Date
  digest: Buffer
  undoneBy: string | null
  undoneAt: Date | null
}

const merges = (tx: Tx) => tx`
  select made.id, made.division, made.kept_id as "keptId", made.merged_id as "mergedId", made.ground, made.recorded_at as at,
    made.digest, undone.undone_by as "undoneBy", undone.recorded_at as "undoneAt"
  from people.merge made
  left join people.merge_undone undone on undone.county = made.county and undone.merge_id = made.id
  where made.county = (select kernel.app_county())`

export async function findMerge(tx: Tx, id: string): Promise<FoundMerge | null> {
  const [row] = await tx<FoundMerge[]>`${merges(tx)} and made.id = ${id}`
  return row ?? null
}

export const listMerges = (tx: Tx, ids: readonly string[]): Promise<FoundMerge[]> =>
  tx<
    FoundMerge[]
  >`${merges(tx)} and (made.kept_id = any (${[...ids]}::uuid[]) or made.merged_id = any (${[...ids]}::uuid[]))
    order by made.received_at desc, made.id`.execute()

/** Those that a merge moved and that nothing has moved since. */
export async function listMovedBy(tx: Tx, mergeId: string): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select led.person_id as id from people.alias led
    where led.county = (select kernel.app_county()) and led.merge_id = ${mergeId}`
  return rows.map(({ id }) => id)
}

/** False when somebody has decided about one of them at the same moment: the key is the person and the number of the decision. */
export async function keepAliases(
  tx: Tx,
  county: number,
  personIds: readonly string[],
  to: { nowId: string; mergeId: string; receivedAt: Date },
): Promise<boolean> {
  const made = await tx`
    insert into people.alias (county, person_id, nth, now_id, merge_id, received_at)
    select ${county}, one.id, coalesce((
      select max(led.nth) from people.alias led where led.county = ${county} and led.person_id = one.id), 0) + 1,
      ${to.nowId}, ${to.mergeId}, ${to.receivedAt}
    from unnest(${[...personIds]}::uuid[]) as one (id)
    on conflict do nothing`
  return made.count === personIds.length
}

export async function keepUndoing(
  tx: Tx,
  by: By,
  undoing: { id: string; mergeId: string; division: string; ground: string; recordedAt: Date },
): Promise<boolean> {
  const made = await tx`
    insert into people.merge_undone (county, merge_id, division, ground, undone_by, recorded_by, recorded_at, received_at)
    values (${by.county}, ${undoing.mergeId}, ${undoing.division}, ${undoing.ground}, ${undoing.id}, ${by.seatId},
      ${undoing.recordedAt}, ${by.receivedAt})
    on conflict do nothing`
  return made.count === 1
}

export async function findDifferent(tx: Tx, id: string): Promise<Buffer | null> {
  const [row] = await tx<{ digest: Buffer }[]>`
    select digest from people.different where county = (select kernel.app_county()) and id = ${id}`
  return row?.digest ?? null
}

export async function keepDifferent(
  tx: Tx,
  by: By,
  said: Decision & { oneId: string; otherId: string },
): Promise<void> {
  await tx`
    insert into people.different (county, id, division, one_id, other_id, ground, recorded_by, recorded_at, received_at, digest)
    values (${by.county}, ${said.id}, ${said.division}, ${said.oneId}, ${said.otherId}, ${said.ground}, ${by.seatId},
      ${said.recordedAt}, ${by.receivedAt}, ${said.digest})`
}

/** In which division of the reader's area each record is kept; who is kept elsewhere is not in the map. */
export async function listKeepers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; division: string }[]>`
    select id, division from people.published_person
    where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, division }) => [id, division]))
}

export interface LikenessRow {
  oneId: string
  otherId: string
  notedAt: Date
}

/** Pairs nobody has decided about, the latest first. */
export function listUndecided(
  tx: Tx,
  filter: { of?: readonly string[]; after?: LikenessRow | null; limit: number },
): Promise<LikenessRow[]> {
  const { of, after, limit } = filter
  return tx<LikenessRow[]>`
    select pair.one_id as "oneId", pair.other_id as "otherId", pair.noted_at as "notedAt"
    from people.likeness pair
    left join people.published_alias one on one.county = pair.county and one.id = pair.one_id
    left join people.published_alias other on other.county = pair.county and other.id = pair.other_id
    where pair.county = (select kernel.app_county())
      and coalesce(one.now_id, pair.one_id) <> coalesce(other.now_id, pair.other_id)
      and not exists (
        select from people.different said where said.county = pair.county and said.one_id = pair.one_id
          and said.other_id = pair.other_id)
      ${of ? tx`and (pair.one_id = any (${[...of]}::uuid[]) or pair.other_id = any (${[...of]}::uuid[]))` : tx``}
      ${after ? tx`and (pair.noted_at < ${after.notedAt} or pair.noted_at = ${after.notedAt} and (pair.one_id, pair.other_id) > (${after.oneId}::uuid, ${after.otherId}::uuid))` : tx``}
    order by pair.noted_at desc, pair.one_id, pair.other_id limit ${limit}`.execute()
}
