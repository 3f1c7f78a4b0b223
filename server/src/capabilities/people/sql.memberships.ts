import type { Tx } from '../../kernel/db.ts'
import type { Relation } from './rules.ts'
import type { By } from './sql.households.ts'

export interface CurrentMembership {
  id: string
  householdId: string
  personId: string
  division: string
  relation: Relation
  since: string
}

/** Those of the persons who live in a household of the county, whoever answers for it. */
export async function listHoused(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`select id from people.housed(${[...personIds]}::uuid[]) id`
  return new Set(rows.map(({ id }) => id))
}

/** Two offices that move the same persons wait for each other, in one order. */
export function lockPersons(tx: Tx, county: number, personIds: readonly string[]): Promise<unknown> {
  const sorted = [...new Set(personIds)].sort()
  return tx`
    select pg_advisory_xact_lock(${county}, hashtext(id)) from unnest(${sorted}::text[]) with ordinality as one (id, nth)
    order by nth`.execute()
}

const current = (tx: Tx) => tx`
  select lives.id, lives.household_id as "householdId", lives.person_id as "personId", lives.division, lives.relation,
    to_char(lives.since, 'YYYY-MM-DD') as since
  from people.membership lives
  where lives.county = (select kernel.app_county()) and not exists (
    select from people.membership_end gone where gone.county = lives.county and gone.membership_id = lives.id)`

/** Where each lives, as far as the reader's area goes. */
export async function listCurrentMemberships(
  tx: Tx,
  personIds: readonly string[],
): Promise<Map<string, CurrentMembership>> {
  const rows = await tx<CurrentMembership[]>`${current(tx)} and lives.person_id = any (${[...personIds]}::uuid[])`
  return new Map(rows.map((row) => [row.personId, row]))
}

export const listCurrentMembers = (tx: Tx, householdId: string): Promise<CurrentMembership[]> =>
  tx<
    CurrentMembership[]
  >`${current(tx)} and lives.household_id = ${householdId} order by lives.head desc, lives.id`.execute()

export async function findKeptMemberships(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { personId: string; digest: Buffer }>> {
  const rows = await tx<{ id: string; personId: string; digest: Buffer }[]>`
    select id, person_id as "personId", digest from people.membership
    where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

export interface FoundMembership extends CurrentMembership {
  endedBy: string | null
}

export async function findMembership(tx: Tx, id: string): Promise<FoundMembership | null> {
  const [row] = await tx<FoundMembership[]>`
    select lives.id, lives.household_id as "householdId", lives.person_id as "personId", lives.division, lives.relation,
      to_char(lives.since, 'YYYY-MM-DD') as since, gone.ended_by as "endedBy"
    from people.membership lives
    left join people.membership_end gone on gone.county = lives.county and gone.membership_id = lives.id
    where lives.county = (select kernel.app_county()) and lives.id = ${id}`
  return row ?? null
}

export interface Ending {
  membershipId: string
  division: string
  until: string
  reason: string
  endedBy: string
  recordedAt: Date
}

/** How many were not over before. */
export async function endMemberships(tx: Tx, by: By, endings: readonly Ending[]): Promise<number> {
  if (endings.length === 0) return 0
  const made = await tx`
    insert into people.membership_end (county, membership_id, division, until, reason, ended_by, recorded_by, recorded_at, received_at)
    select ${by.county}, membership_id, division, until, reason, ended_by, ${by.seatId}, recorded_at, ${by.receivedAt}
    from jsonb_to_recordset(${tx.json(
      endings.map((one) => ({
        membership_id: one.membershipId,
        division: one.division,
        until: one.until,
        reason: one.reason,
        ended_by: one.endedBy,
        recorded_at: one.recordedAt.toISOString(),
      })),
    )}) as one (membership_id uuid, division text, until date, reason text, ended_by uuid, recorded_at timestamptz)
    on conflict do nothing`
  return made.count
}

export interface HandingOn {
  id: string
  personId: string
  division: string
  movedBy: string
  since: string
}

/**
 * Hands the records of persons on to other divisions: an arrival there, and a departure from every division within reach that kept
 * them. Returns those that were kept elsewhere until now.
 */
export async function handOn(tx: Tx, by: By, persons: readonly HandingOn[]): Promise<Set<string>> {
  const moved = tx`
    select * from jsonb_to_recordset(${tx.json(
      persons.map((one) => ({
        id: one.id,
        person_id: one.personId,
        division: one.division,
        moved_by: one.movedBy,
        since: one.since,
      })),
    )}) as one (id uuid, person_id uuid, division text, moved_by uuid, since date)`
  const rows = await tx<{ personId: string }[]>`
    with moved as (${moved}),
    kept as (
      select met.id as ends, met.id as person_id, met.division from people.person met join moved on moved.person_id = met.id
      where met.county = ${by.county}
        and not exists (select from people.departure gone where gone.county = met.county and gone.ends = met.id)
        and not exists (select from people.arrival later where later.county = met.county and later.person_id = met.id)
      union all
      select came.id, came.person_id, came.division from people.arrival came join moved on moved.person_id = came.person_id
      where came.county = ${by.county}
        and not exists (select from people.departure gone where gone.county = came.county and gone.ends = came.id)),
    gone as (
      insert into people.departure (county, ends, person_id, division, moved_by, until, received_at)
      select ${by.county}, kept.ends, kept.person_id, kept.division, moved.moved_by, moved.since, ${by.receivedAt}
      from kept join moved on moved.person_id = kept.person_id where kept.division <> moved.division
      on conflict do nothing)
    insert into people.arrival (county, id, person_id, division, moved_by, since, received_at)
    select ${by.county}, moved.id, moved.person_id, moved.division, moved.moved_by, moved.since, ${by.receivedAt} from moved
    where not exists (select from kept where kept.person_id = moved.person_id and kept.division = moved.division)
    on conflict do nothing returning person_id as "personId"`
  return new Set(rows.map(({ personId }) => personId))
}

/** What one decision ended, and whether its household is still there to live in. */
export function listEndedBy(tx: Tx, decisionId: string): Promise<Array<CurrentMembership & { open: boolean }>> {
  return tx<Array<CurrentMembership & { open: boolean }>>`
    select lives.id, lives.household_id as "householdId", lives.person_id as "personId", lives.division, lives.relation,
      to_char(lives.since, 'YYYY-MM-DD') as since, exists (
        select from people.published_household home
        where home.county = lives.county and home.id = lives.household_id and home.open and home.division = lives.division) as open
    from people.merge made
    join people.membership lives on lives.county = made.county and lives.person_id = made.merged_id
    join people.membership_end gone on gone.county = lives.county and gone.membership_id = lives.id and gone.ended_by = made.id
    where made.county = (select kernel.app_county()) and made.id = ${decisionId}`.execute()
}
