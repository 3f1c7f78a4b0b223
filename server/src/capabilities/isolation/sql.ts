import type { Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals } from '../../kernel/facts.ts'
import type { EndedWhy, Kind } from './rules.ts'

export interface NewOpening {
  county: number
  id: string
  division: string
  person_id: string
  household_id: string | null
  kind: Kind
  profile: string
  ground: string
  anchor_on: string
  anchor_kind: string
  source_kind: string
  source_ref: string | null
  document_no: string
  authority: string
  decider: string
  appeal: string
  starts_at: Date
  ends_on: string
  review_on: string
  home_checked_at: Date | null
  home_checked_by: string | null
  home_met: readonly string[]
  follows: string | null
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}

/** One statement of one form for any number of rows. The spans, and that nobody is under two orders, are the database's own work. */
export async function keepOpenings(tx: Tx, rows: readonly NewOpening[]): Promise<Arrival[]> {
  if (rows.length === 0) return []
  const kept = await tx<{ id: string }[]>`
    insert into isolation.opening (county, id, division, person_id, household_id, kind, profile, ground, anchor_on, anchor_kind, source_kind,
      source_ref, document_no, authority, decider, appeal, starts_at, ends_on, review_on, home_checked_at, home_checked_by, home_met, follows,
      recorded_by, recorded_at, received_at, digest)
    select county, id, division, person_id, household_id, kind, profile, ground, anchor_on, anchor_kind, source_kind, source_ref,
      document_no, authority, decider, appeal, starts_at, ends_on, review_on, home_checked_at, home_checked_by, home_met, follows,
      recorded_by, recorded_at, received_at, decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(rows.map(asJson))}) as sent (county integer, id uuid, division text, person_id uuid,
      household_id uuid, kind text, profile text, ground text, anchor_on date, anchor_kind text, source_kind text, source_ref uuid,
      document_no text, authority text, decider text, appeal text, starts_at timestamptz, ends_on date, review_on date,
      home_checked_at timestamptz, home_checked_by text, home_met text[], follows uuid, recorded_by uuid, recorded_at timestamptz,
      received_at timestamptz, digest text)
    on conflict (county, id) do nothing returning id`
  return judgeArrivals(tx, 'isolation.opening', rows, new Set(kept.map(({ id }) => id)))
}

export interface NewEnding {
  county: number
  order_id: string
  id: string
  division: string
  ended_at: Date
  why: EndedWhy
  note: string | null
  certificate_no: string | null
  recorded_by: string | null
  recorded_at: Date
  received_at: Date
  digest: Buffer
}
export async function keepEndings(tx: Tx, rows: readonly NewEnding[]): Promise<void> {
  if (rows.length === 0) return
  await tx`
    insert into isolation.ending (county, order_id, id, division, ended_at, why, note, certificate_no, recorded_by, recorded_at, received_at,
      digest)
    select county, order_id, id, division, ended_at, why, note, certificate_no, recorded_by, recorded_at, received_at, decode(digest, 'hex')
    from jsonb_to_recordset(${tx.json(rows.map(asJson))}) as sent (county integer, order_id uuid, id uuid, division text,
      ended_at timestamptz, why text, note text, certificate_no text, recorded_by uuid, recorded_at timestamptz,
      received_at timestamptz, digest text)`
}

const asJson = <T extends { digest: Buffer }>({ digest, ...same }: T) => ({ ...same, digest: digest.toString('hex') })

/** Under which id each of these persons stands today. */
export async function findStanding(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx<{ id: string; nowId: string }[]>`
    select wanted.id, coalesce(alias.now_id, wanted.id) as "nowId" from unnest(${[...new Set(personIds)]}::uuid[]) as wanted (id)
    left join people.published_alias alias on alias.county = (select kernel.app_county()) and alias.id = wanted.id`
  return new Map(rows.map(({ id, nowId }) => [id, nowId]))
}

export interface Span {
  orderId: string
  personId: string
  from: Date
  to: Date
}
/** When these persons are or were under an order. */
export function listSpans(tx: Tx, personIds: readonly string[]): Promise<Span[]> {
  return tx<Span[]>`
    select order_id as "orderId", person_id as "personId", lower(during) as from, upper(during) as to from isolation.span
    where county = (select kernel.app_county()) and person_id = any(${[...new Set(personIds)]}::uuid[]) and not isempty(during)`
}

export interface StoredOrder {
  id: string
  division: string
  personId: string
  householdId: string | null
  kind: Kind
  profile: string
  startsAt: Date
  /** When it ends or ended, by everything decided so far. */
  endsAt: Date
  reviewOn: string
  ground: string
  anchorOn: string
  anchorKind: string
  sourceKind: string
  sourceRef: string | null
  documentNo: string
  authority: string
  decider: string
  appeal: string
  follows: string | null
  homeCheckedAt: Date | null
  homeCheckedBy: string | null
  endingId: string | null
  endingDigest: Buffer | null
  endedAt: Date | null
  endedWhy: EndedWhy | null
  certificateNo: string | null
}
export const orderColumns = (
  tx: Tx,
) => tx`o.id, o.division, o.person_id as "personId", o.household_id as "householdId", o.kind, o.profile,
  o.starts_at as "startsAt", o.ends_at as "endsAt", o.review_on::text as "reviewOn", o.ground, o.anchor_on::text as "anchorOn",
  o.anchor_kind as "anchorKind", o.source_kind as "sourceKind", o.source_ref as "sourceRef", o.document_no as "documentNo", o.authority,
  o.decider, o.appeal, o.follows, o.home_checked_at as "homeCheckedAt", o.home_checked_by as "homeCheckedBy",
  o.ending_id as "endingId", o.ending_digest as "endingDigest", o.ended_at as "endedAt", o.ended_why as "endedWhy",
  o.certificate_no as "certificateNo"`

/** One look for each: a list of ids lets the planner walk through the county while its tables are young. */
export async function findOrders(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredOrder>> {
  const rows = await tx<StoredOrder[]>`
    select ${orderColumns(tx)} from unnest(${[...new Set(ids)]}::uuid[]) as wanted (id)
    cross join lateral (
      select * from isolation.order_now one where one.county = (select kernel.app_county()) and one.id = wanted.id limit 1) o`
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Orders whose end has come and is not written down yet. One that was over when it was entered waits an hour, so that whoever copies
 * the paper can say how it really ended.
 */
export function listOver(
  tx: Tx,
  { moment, now }: { moment: Date; now: Date },
  limit: number,
): Promise<Array<{ id: string; division: string; endsAt: Date }>> {
  return tx<Array<{ id: string; division: string; endsAt: Date }>>`
    select s.order_id as id, s.division, upper(s.during) as "endsAt" from isolation.span s
    join isolation.opening o on o.county = s.county and o.id = s.order_id
    where s.county = (select kernel.app_county()) and not s.ended and upper(s.during) <= ${moment}
      and (upper(s.during) > o.received_at or o.received_at < ${now}::timestamptz - interval '1 hour')
    order by upper(s.during), s.order_id limit ${limit}`
}
