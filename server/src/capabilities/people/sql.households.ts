import type { Tx } from '../../kernel/db.ts'
import type { Relation } from './rules.ts'

export interface By {
  county: number
  seatId: string | null
  receivedAt: Date
}

export interface NewHousehold {
  id: string
  division: string
  recordedAt: Date
  digest: Buffer
}

/** Returns the ids that are new. */
export async function keepHouseholds(tx: Tx, by: By, households: readonly NewHousehold[]): Promise<Set<string>> {
  const of = <T>(pick: (one: NewHousehold) => T) => households.map(pick)
  const kept = await tx<{ id: string }[]>`
    insert into people.household (county, id, division, recorded_by, recorded_at, received_at, digest)
    select ${by.county}, id, division, ${by.seatId}, recorded_at, ${by.receivedAt}, digest
    from unnest(${of(({ id }) => id)}::uuid[], ${of(({ division }) => division)}::text[],
      ${of(({ recordedAt }) => recordedAt)}::timestamptz[],
      ${of(({ digest }) => digest)}::bytea[]) as one (id, division, recorded_at, digest)
    on conflict do nothing returning id`.execute()
  return new Set(kept.map(({ id }) => id))
}

export interface NewDwelling extends NewHousehold {
  householdId: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  door: Buffer | null
  since: string
}

export function keepDwellings(tx: Tx, by: By, dwellings: readonly NewDwelling[]): Promise<unknown> {
  const of = <T>(pick: (one: NewDwelling) => T) => dwellings.map(pick)
  return tx`
    insert into people.dwelling (county, id, household_id, division, compound_id, block, walk_order, door, since, recorded_by,
      recorded_at, received_at, digest)
    select ${by.county}, id, household_id, division, compound_id, block, walk_order, door, since, ${by.seatId}, recorded_at,
      ${by.receivedAt}, digest
    from unnest(${of(({ id }) => id)}::uuid[], ${of(({ householdId }) => householdId)}::uuid[],
      ${of(({ division }) => division)}::text[], ${of(({ compoundId }) => compoundId)}::uuid[],
      ${of(({ block }) => block)}::text[], ${of(({ walkOrder }) => walkOrder)}::int[], ${of(({ door }) => door)}::bytea[],
      ${of(({ since }) => since)}::date[], ${of(({ recordedAt }) => recordedAt)}::timestamptz[],
      ${of(({ digest }) => digest)}::bytea[])
      as one (id, household_id, division, compound_id, block, walk_order, door, since, recorded_at, digest)`.execute()
}

export interface NewMembership {
  id: string
  householdId: string
  personId: string
  division: string
  relation: Relation
  since: string
  recordedAt: Date
  digest: Buffer
}

export async function keepMemberships(tx: Tx, by: By, memberships: readonly NewMembership[]): Promise<Set<string>> {
  const of = <T>(pick: (one: NewMembership) => T) => memberships.map(pick)
  const kept = await tx<{ id: string }[]>`
    insert into people.membership (county, id, household_id, person_id, division, relation, head, since, recorded_by, recorded_at,
      received_at, digest)
    select ${by.county}, id, household_id, person_id, division, relation, head, since, ${by.seatId}, recorded_at, ${by.receivedAt},
      digest
    from unnest(${of(({ id }) => id)}::uuid[], ${of(({ householdId }) => householdId)}::uuid[],
      ${of(({ personId }) => personId)}::uuid[], ${of(({ division }) => division)}::text[],
      ${of(({ relation }) => relation)}::text[], ${of(({ relation }) => relation === 'head')}::boolean[],
      ${of(({ since }) => since)}::date[], ${of(({ recordedAt }) => recordedAt)}::timestamptz[],
      ${of(({ digest }) => digest)}::bytea[])
      as one (id, household_id, person_id, division, relation, head, since, recorded_at, digest)
    on conflict do nothing returning id`.execute()
  return new Set(kept.map(({ id }) => id))
}

export async function findKeptHouseholds(tx: Tx, ids: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await tx<{ id: string; digest: Buffer }[]>`
    select id, digest from people.household where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, digest }) => [id, digest]))
}

export interface FoundDwelling {
  id: string
  householdId: string
  division: string
  compoundId: string | null
  block: string | null
  walkOrder: number
  door: Buffer | null
  since: string
  until: string | null
  reason: string | null
  endedBy: string | null
}

/** Where a household lives or lived, within the reader's area, the latest first. */
export function listDwellings(tx: Tx, householdId: string): Promise<FoundDwelling[]> {
  return tx<FoundDwelling[]>`
    select home.id, home.household_id as "householdId", home.division, home.compound_id as "compoundId", home.block,
      home.walk_order as "walkOrder", home.door, to_char(home.since, 'YYYY-MM-DD') as since,
      to_char(gone.until, 'YYYY-MM-DD') as until, gone.reason, gone.ended_by as "endedBy"
    from people.dwelling home
    left join people.dwelling_end gone on gone.county = home.county and gone.dwelling_id = home.id
    where home.county = (select kernel.app_county()) and home.household_id = ${householdId}
    order by gone.dwelling_id is not null, home.received_at desc, home.id desc`.execute()
}

export async function findDwellingDigest(tx: Tx, id: string): Promise<Buffer | null> {
  const [row] = await tx<{ digest: Buffer }[]>`
    select digest from people.dwelling where county = (select kernel.app_county()) and id = ${id}`
  return row?.digest ?? null
}

/** False when somebody else has ended it in the meantime. */
export async function endDwelling(
  tx: Tx,
  by: By,
  home: { id: string; division: string },
  ending: { until: string; reason: string; endedBy: string; recordedAt: Date },
): Promise<boolean> {
  const made = await tx`
    insert into people.dwelling_end (county, dwelling_id, division, until, reason, ended_by, recorded_by, recorded_at, received_at)
    values (${by.county}, ${home.id}, ${home.division}, ${ending.until}, ${ending.reason}, ${ending.endedBy}, ${by.seatId},
      ${ending.recordedAt}, ${by.receivedAt})
    on conflict do nothing`
  return made.count === 1
}
