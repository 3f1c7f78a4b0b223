import { expecting, type Tx } from '../../kernel/db.ts'
import type { Actor, Ctx, Purpose } from '../../kernel/operation.ts'
import type { DocumentKind, SealedField } from './rules.ts'

/** The driver takes the type of an array from its first element, and gets it wrong for these. */

export type Sealed = Record<SealedField, Buffer | null>

export interface Statement extends Sealed {
  personId: string
  /** The id that stands for the person, after any merge. */
  nowId: string
  /** Null for a person of whom nothing was said in the reader's scope. */
  id: string | null
  division: string | null
  synthetic: boolean | null
  documentKind: DocumentKind | null
}

export interface Known {
  digest: Buffer
  personId: string
  /** Something was already said about the person within the asker's scope. */
  visible: boolean
}

export function listKnown(tx: Tx, digests: readonly Buffer[]): Promise<Known[]> {
  return tx<Known[]>`
    select known.digest, known.person_id as "personId", exists (
      select from people.identity said
      where said.county = (select kernel.app_county()) and said.person_id = known.person_id) as visible
    from people.known(${[...digests]}) known`.execute()
}

export async function listSpokenFor(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`select id from people.spoken_for(${[...ids]}::uuid[]) id`
  return new Set(rows.map(({ id }) => id))
}

export interface Claim {
  digest: Buffer
  personId: string
  division: string
}

/** In the order of the digests, so that two batches with the same travellers wait for each other instead of locking up. */
export async function claimDocuments(tx: Tx, county: number, claims: readonly Claim[]): Promise<number> {
  const sorted = [...claims].sort((a, b) => a.digest.compare(b.digest))
  const made = await tx`
    insert into people.blind_index (county, digest, person_id, kind, division)
    select ${county}, digest, person_id, 'document', division
    from unnest(${sorted.map((claim) => claim.digest)}::bytea[], ${sorted.map((claim) => claim.personId)}::uuid[],
      ${sorted.map((claim) => claim.division)}::text[]) as claim (digest, person_id, division)
    on conflict do nothing`
  return made.count
}

export interface NewStatement {
  id: string
  personId: string
  division: string
  documentKind: string | null
  sealed: Sealed
  digest: Buffer
  isNewPerson: boolean
  synthetic: boolean
  phoneDigest: Buffer | null
  plateDigest: Buffer | null
  recordedAt: Date
}

/** Persons, then what was said of them, then the numbers they are found by; sent in one breath. Returns the statements that are new. */
export async function keepStatements(
  tx: Tx,
  county: number,
  by: { seatId: string | null; receivedAt: Date },
  statements: readonly NewStatement[],
): Promise<Set<string>> {
  const of = <T>(pick: (statement: NewStatement) => T, from: readonly NewStatement[] = statements) => from.map(pick)
  const met = statements.filter(({ isNewPerson }) => isNewPerson)
  const found = statements.flatMap(({ personId, division, phoneDigest, plateDigest }) => [
    ...(phoneDigest ? [{ kind: 'phone', digest: phoneDigest, personId, division }] : []),
    ...(plateDigest ? [{ kind: 'plate', digest: plateDigest, personId, division }] : []),
  ])
  const [, kept] = await Promise.all([
    met.length > 0 &&
      tx`
      insert into people.person (county, id, division, synthetic, recorded_by, recorded_at, received_at)
      select ${county}, id, division, synthetic, ${by.seatId}, recorded_at, ${by.receivedAt}
      from unnest(${of((one) => one.personId, met)}::uuid[], ${of((one) => one.division, met)}::text[],
        ${of((one) => one.synthetic, met)}::boolean[], ${of((one) => one.recordedAt, met)}::timestamptz[])
        as met (id, division, synthetic, recorded_at)
      on conflict do nothing`.execute(),
    tx<{ id: string }[]>`
      insert into people.identity (county, id, person_id, division, document_kind, name, document, phone, address, plate,
        digest, recorded_by, recorded_at, received_at)
      select ${county}, id, person_id, division, document_kind, name, document, phone, address, plate, digest, ${by.seatId},
        recorded_at, ${by.receivedAt}
      from unnest(${of((one) => one.id)}::uuid[], ${of((one) => one.personId)}::uuid[], ${of((one) => one.division)}::text[],
        ${of((one) => one.documentKind)}::text[], ${of((one) => one.sealed.name)}::bytea[], ${of((one) => one.sealed.document)}::bytea[],
        ${of((one) => one.sealed.phone)}::bytea[], ${of((one) => one.sealed.address)}::bytea[], ${of((one) => one.sealed.plate)}::bytea[],
        ${of((one) => one.digest)}::bytea[], ${of((one) => one.recordedAt)}::timestamptz[])
        as said (id, person_id, division, document_kind, name, document, phone, address, plate, digest, recorded_at)
      on conflict do nothing returning id`.execute(),
    found.length > 0 &&
      tx`
      insert into people.blind_index (county, digest, person_id, kind, division)
      select ${county}, digest, person_id, kind, division
      from unnest(${found.map((one) => one.digest)}::bytea[], ${found.map((one) => one.personId)}::uuid[],
        ${found.map((one) => one.kind)}::text[], ${found.map((one) => one.division)}::text[]) as found (digest, person_id, kind, division)
      on conflict do nothing`.execute(),
  ])
  return new Set(kept.map(({ id }) => id))
}

export async function listPersonOf(tx: Tx, statementIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; personId: string }[]>`
    select id, person_id as "personId" from people.identity
    where county = (select kernel.app_county()) and id = any (${[...statementIds]}::uuid[])`
  return new Map(rows.map(({ id, personId }) => [id, personId]))
}

/**
 * Everything said within the reader's scope about these persons, in the order it arrived; what was said of ids that were merged into
 * one comes first, so that its own words count. A person of whom nothing was has one empty row.
 */
export function listStatements(tx: Tx, personIds: readonly string[]): Promise<Statement[]> {
  return tx<Statement[]>`
    select wanted.id as "personId", wanted.now_id as "nowId", said.id, coalesce(home.division, met.division, said.division) as division,
      met.synthetic, said.document_kind as "documentKind", said.name, said.document, said.phone, said.address, said.plate
    from (
      select one.id, coalesce((
        select led.now_id from people.alias led where led.county = (select kernel.app_county()) and led.person_id = one.id
        order by led.nth desc limit 1), one.id) as now_id
      from unnest(${[...personIds]}::uuid[]) as one (id)) wanted
    cross join lateral (
      select wanted.now_id as id, 1 as rank
      union all
      select led.person_id, 0 from people.alias led
      where led.county = (select kernel.app_county()) and led.now_id = wanted.now_id and led.person_id <> wanted.now_id
        and not exists (
          select from people.alias later
          where later.county = led.county and later.person_id = led.person_id and later.nth > led.nth)) whole
    left join people.identity said on said.county = (select kernel.app_county()) and said.person_id = whole.id
    left join people.person met on met.county = (select kernel.app_county()) and met.id = whole.id
    left join lateral (
      select came.division from people.arrival came
      where came.county = (select kernel.app_county()) and came.person_id = wanted.now_id
      order by came.received_at desc, came.id desc limit 1) home on true
    order by whole.rank, said.received_at, said.id`.execute()
}

export interface Look {
  personIds: readonly string[]
  fields: readonly string[]
  purpose: Purpose
  at: Date
  requestId: string
}

export function keepLook(tx: Tx, actor: Actor, look: Look): Promise<unknown> {
  return tx`
    insert into people.look (county, id, person_id, division, at, role, account_id, seat_id, device_id, purpose, fields, request_id)
    select ${actor.county}, gen_random_uuid(), person_id, ${actor.division}, ${look.at}, ${actor.role ?? actor.kind},
      ${actor.accountId}, ${actor.seatId}, ${actor.deviceId}, ${look.purpose}, ${[...look.fields]}::text[], ${look.requestId}
    from unnest(${[...look.personIds]}::uuid[]) as seen (person_id)`.execute()
}

export interface LookRow {
  id: string
  at: Date
  role: string
  division: string
  purpose: string
  fields: SealedField[]
}

export function listLooks(
  tx: Tx,
  personIds: readonly string[],
  before: { at: string; id: string } | null,
  limit: number,
): Promise<LookRow[]> {
  return tx<LookRow[]>`
    select id, at, role, division, purpose, fields from people.look
    where county = (select kernel.app_county()) and person_id = any (${[...personIds]}::uuid[])
      ${before ? tx`and (at, id) < (${before.at}, ${before.id})` : tx``}
    order by at desc, id desc limit ${limit}`.execute()
}

export interface PurposeRow {
  code: string
  zh: string
  en: string
  basis: string
  roles: string[]
  since: string
}

export function listPurposes(tx: Tx): Promise<PurposeRow[]> {
  return tx<PurposeRow[]>`
    select code, zh, en, basis, roles, to_char(since, 'YYYY-MM-DD') as since from people.purpose order by code`.execute()
}

/** Those of the ids that are persons of this county, whoever registered them. */
export async function listMet(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx<{ id: string }[]>`select people.met(${[...new Set(ids)]}::uuid[]) as id`
  return new Set(rows.map(({ id }) => id))
}

/** Takes for granted that all of the ids are; the transaction fails where it is otherwise. */
export function expectMet(ctx: Ctx, ids: readonly string[]): void {
  if (ids.length > 0) expecting(ctx, ctx.tx`people.expect_met(${[...new Set(ids)]}::uuid[])`)
}

/** The id that stands for each of these persons, for those of whom anything is known within the reader's area. */
export async function findStanding(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; nowId: string }[]>`
    select wanted.id, coalesce((
      select led.now_id from people.alias led where led.county = (select kernel.app_county()) and led.person_id = wanted.id
      order by led.nth desc limit 1), wanted.id) as "nowId"
    from unnest(${[...ids]}::uuid[]) as wanted (id)
    where exists (
        select from people.identity said where said.county = (select kernel.app_county()) and said.person_id = wanted.id)
      or exists (select from people.person met where met.county = (select kernel.app_county()) and met.id = wanted.id)`
  return new Map(rows.map(({ id, nowId }) => [id, nowId]))
}

/** Those of whom nothing was said in the division they come to. */
export async function listWithoutStatement(
  tx: Tx,
  arrivals: ReadonlyArray<{ personId: string; to: string }>,
): Promise<Set<string>> {
  const rows = await tx<{ id: string }[]>`
    select one.id from unnest(${arrivals.map(({ personId }) => personId)}::uuid[], ${arrivals.map(({ to }) => to)}::text[])
      as one (id, division)
    where not exists (
      select from people.identity said
      where said.county = (select kernel.app_county()) and said.person_id = one.id and said.division = one.division)`
  return new Set(rows.map(({ id }) => id))
}
