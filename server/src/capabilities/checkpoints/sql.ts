import { type Json, meanwhile, type Tx } from '../../kernel/db.ts'
import { type Arrival, judgeArrivals, keepFact, keepFacts } from '../../kernel/facts.ts'
import type { Ctx } from '../../kernel/operation.ts'
import type { HandOverRow, PassageRow } from './schema.ts'

export interface NewPassage {
  county: number
  id: string
  division: string
  checkpoint_id: string
  shift_id: string | null
  device_id: string | null
  device_seq: number | null
  recorded_by: string | null
  digest: Buffer
  recorded_at: Date
  occurred_at: Date
  direction: string
  person_id: string | null
  vehicle_id: string | null
  temperature_c: number | null
  site: string
  symptoms: string[]
  from_code: string | null
  to_division: string | null
  decision: string
  reason: string | null
  from_tally_id: string | null
  profile: string
  fever: boolean
}

/**
 * First arrival wins; the answer tells for each row whether it is kept now, was there already, or its id is taken. The rows go in
 * together with the commit, which fails when one of them is there already, as after a resend; then (`ctx.contested`) the database
 * is asked, row by row, what it kept.
 */
export async function keepPassages(ctx: Ctx, rows: readonly NewPassage[]): Promise<Arrival[]> {
  const { tx, contested } = ctx
  if (rows.length === 0) return []
  const fresh = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()]
  const inserted = new Set<string>()
  if (contested) {
    const kept = await tx<{ id: string }[]>`${insertPassages(ctx, fresh)} on conflict do nothing returning id`
    for (const { id } of kept) inserted.add(id)
  } else {
    meanwhile(ctx, insertPassages(ctx, fresh))
    for (const { id } of fresh) inserted.add(id)
  }
  return judgeArrivals(tx, 'checkpoints.passage', rows, inserted)
}

/**
 * One statement of one form for any number of rows, so that it is parsed and planned once a connection. All of them are of one county and
 * arrive at one moment.
 */
const insertPassages = ({ tx, actor, now }: Ctx, rows: readonly NewPassage[]) => tx`
    insert into checkpoints.passage (county, id, division, checkpoint_id, shift_id, device_id, device_seq, recorded_by, digest,
      recorded_at, occurred_at, received_at, direction, person_id, vehicle_id, temperature_c, site, symptoms, from_code, to_division,
      decision, reason, from_tally_id, profile, fever)
    select ${actor.county}::integer, id, division, checkpoint_id, shift_id, device_id, device_seq, recorded_by, decode(digest, 'hex'),
      recorded_at, occurred_at, ${now}, direction, person_id, vehicle_id, temperature_c, site, symptoms, from_code, to_division,
      decision, reason, from_tally_id, profile, fever
    from json_to_recordset(${tx.json(rows.map(asJson))}) as sent (id uuid, division text, checkpoint_id uuid, shift_id uuid,
      device_id uuid, device_seq integer, recorded_by uuid, digest text, recorded_at timestamptz, occurred_at timestamptz, direction text,
      person_id uuid, vehicle_id uuid, temperature_c numeric, site text, symptoms text[], from_code text, to_division text,
      decision text, reason text, from_tally_id uuid, profile text, fever boolean)`

/** Most of a passage is usually not said, and what is undefined is not sent. */
const asJson = (row: NewPassage) => ({
  id: row.id,
  division: row.division,
  checkpoint_id: row.checkpoint_id,
  direction: row.direction,
  site: row.site,
  symptoms: row.symptoms,
  decision: row.decision,
  profile: row.profile,
  fever: row.fever,
  digest: row.digest.toString('hex'),
  recorded_at: row.recorded_at.toISOString(),
  occurred_at: row.occurred_at.toISOString(),
  shift_id: row.shift_id ?? undefined,
  device_id: row.device_id ?? undefined,
  device_seq: row.device_seq ?? undefined,
  recorded_by: row.recorded_by ?? undefined,
  person_id: row.person_id ?? undefined,
  vehicle_id: row.vehicle_id ?? undefined,
  temperature_c: row.temperature_c ?? undefined,
  from_code: row.from_code ?? undefined,
  to_division: row.to_division ?? undefined,
  reason: row.reason ?? undefined,
  from_tally_id: row.from_tally_id ?? undefined,
})

export interface NewTally {
  county: number
  id: string
  division: string
  checkpoint_id: string
  shift_id: string | null
  device_id: string | null
  device_seq: number | null
  recorded_by: string | null
  digest: Buffer
  lane: number
  recorded_at: Date
  started_at: Date
  occurred_at: Date
  received_at: Date
  screened: number
  turned_back: number
  vehicles: number
}

export const keepTallies = (tx: Tx, rows: readonly NewTally[]): Promise<Arrival[]> =>
  keepFacts(tx, 'checkpoints.tally', rows)

/** Whether somebody else's count already covers part of the span of this one: what a refused insert without a twin means. */
export async function isSpanTaken(
  tx: Tx,
  { checkpoint_id, lane, started_at, occurred_at, id }: NewTally,
): Promise<boolean> {
  const [found] = await tx`
    select from checkpoints.tally where county = (select kernel.app_county()) and checkpoint_id = ${checkpoint_id}
      and lane = ${lane} and tstzrange(started_at, occurred_at) && tstzrange(${started_at}, ${occurred_at}) and id <> ${id} limit 1`
  return found !== undefined
}

const passageColumns = (
  tx: Tx,
) => tx`n.id, n.checkpoint_id as "checkpointId", n.occurred_at as "occurredAt", n.recorded_at as "recordedAt",
  n.received_at as "receivedAt", n.direction, n.person_id as "personId", n.vehicle_id as "vehicleId",
  n.temperature_c::float8 as "temperatureC", n.site, n.symptoms, n.from_code as "fromCode", n.to_division as "toDivision",
  n.decision, n.reason, n.fever, n.voided, n.corrections,
  (select k.kind from checkpoints.kept_passage k where k.county = n.county and k.passage_id = n.id) as "underOrder"`

export type Dated<T, K extends keyof T> = Omit<T, K> & { [P in K]: Date | Extract<T[P], null> }
export type StoredPassage = Dated<PassageRow, 'occurredAt' | 'recordedAt' | 'receivedAt'>

export interface PassageQuery {
  checkpointId: string
  from: Date | null
  till: Date | null
  before: { at: string; id: string } | null
  limit: number
}
/** Newest first. */
export function listPassages(
  tx: Tx,
  { checkpointId, from, till, before, limit }: PassageQuery,
): Promise<StoredPassage[]> {
  return tx<StoredPassage[]>`
    select ${passageColumns(tx)} from checkpoints.passage_now n
    where n.county = (select kernel.app_county()) and n.checkpoint_id = ${checkpointId}
      ${from ? tx`and n.occurred_at >= ${from}` : tx``} ${till ? tx`and n.occurred_at < ${till}` : tx``}
      ${before ? tx`and (n.occurred_at, n.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by n.occurred_at desc, n.id desc limit ${limit}`
}

export type FoundPassage = StoredPassage & {
  division: string
  profile: string
  /** Before any correction: what one of them says must not hang on which others have arrived by then. */
  asRecorded: Pick<StoredPassage, 'temperatureC' | 'site'>
}
export async function findPassage(tx: Tx, id: string): Promise<FoundPassage | null> {
  const [found] = await tx<FoundPassage[]>`
    select ${passageColumns(tx)}, n.division, n.profile,
      json_build_object('temperatureC', p.temperature_c, 'site', p.site) as "asRecorded"
    from checkpoints.passage_now n join checkpoints.passage p on p.county = n.county and p.id = n.id
    where n.county = (select kernel.app_county()) and n.id = ${id}`
  return found ?? null
}

export interface NewCorrection {
  county: number
  id: string
  division: string
  passage_id: string
  recorded_by: string | null
  digest: Buffer
  recorded_at: Date
  occurred_at: Date
  received_at: Date
  why: string
  voided: boolean
  changes: Record<string, Json>
}
export const keepCorrection = (tx: Tx, row: NewCorrection): Promise<Arrival> =>
  keepFact(tx, 'checkpoints.passage_correction', { ...row, changes: tx.json(row.changes) })

/** A passage found feverish by a correction may have no hand-over yet, or one already. */
export function keepHandOvers(
  tx: Tx,
  rows: ReadonlyArray<{ county: number; id: string; division: string; checkpoint_id: string; opened_at: Date }>,
) {
  return tx`
    insert into checkpoints.hand_over (county, id, division, checkpoint_id, opened_at)
    select county, id, division, checkpoint_id, opened_at
    from jsonb_to_recordset(${tx.json(rows)}) as sent (county integer, id uuid, division text, checkpoint_id uuid, opened_at timestamptz)
    on conflict do nothing`
}

export interface NewKeptPassage {
  county: number
  passage_id: string
  division: string
  checkpoint_id: string
  order_id: string
  kind: string
  at: Date
}
export const keepKeptPassages = (tx: Tx, rows: readonly NewKeptPassage[]) =>
  tx`
    insert into checkpoints.kept_passage (county, passage_id, division, checkpoint_id, order_id, kind, at)
    select county, passage_id, division, checkpoint_id, order_id, kind, at
    from jsonb_to_recordset(${tx.json(rows)}) as sent (county integer, passage_id uuid, division text, checkpoint_id uuid, order_id uuid,
      kind text, at timestamptz)
    on conflict do nothing`

export interface HandOverQuery {
  state: 'open' | 'closed' | 'all'
  /** Only one checkpoint's, for a seat that stands at one. */
  checkpointId: string | null
  before: { at: string; id: string } | null
  limit: number
}
export type StoredHandOver = Dated<Omit<HandOverRow, 'checkpointName'>, 'openedAt' | 'outcomeAt'> & { division: string }
const handOverColumns = (
  tx: Tx,
) => tx`h.id, h.id as "passageId", h.checkpoint_id as "checkpointId", h.division, n.person_id as "personId",
  n.temperature_c::float8 as "temperatureC", h.opened_at as "openedAt", o.outcome, o.at as "outcomeAt", o.note as "outcomeNote",
  f.case_id as "caseId"`
const handOvers = (tx: Tx) => tx`checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id
  left join lateral (
    select outcome, at, note from checkpoints.outcome_said o
    where o.county = h.county and o.hand_over_id = h.id order by at desc, received_at desc limit 1) o on true
  left join cases.published_fevers f on f.county = h.county and f.origin = 'checkpoint' and f.origin_id = h.id`

/** Open ones are red: no outcome yet, or the person could not be reached. */
export function listHandOvers(
  tx: Tx,
  { state, checkpointId, before, limit }: HandOverQuery,
): Promise<StoredHandOver[]> {
  const open = tx`(o.outcome is null or o.outcome = 'unreachable') and n.fever and not n.voided`
  return tx<StoredHandOver[]>`
    select ${handOverColumns(tx)} from ${handOvers(tx)}
    where h.county = (select kernel.app_county()) ${checkpointId ? tx`and h.checkpoint_id = ${checkpointId}` : tx``}
      ${state === 'open' ? tx`and ${open}` : state === 'closed' ? tx`and not (${open})` : tx``}
      ${before ? tx`and (h.opened_at, h.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by h.opened_at desc, h.id desc limit ${limit}`
}

export interface FoundHandOver {
  id: string
  division: string
  caseId: string | null
}
export async function findHandOver(tx: Tx, id: string): Promise<FoundHandOver | null> {
  const [found] = await tx<FoundHandOver[]>`
    select h.id, h.division, f.case_id as "caseId" from checkpoints.hand_over h
    left join cases.published_fevers f on f.county = h.county and f.origin = 'checkpoint' and f.origin_id = h.id
    where h.county = (select kernel.app_county()) and h.id = ${id}`
  return found ?? null
}

export interface NewOutcome {
  county: number
  id: string
  division: string
  hand_over_id: string
  outcome: string
  note: string | null
  recorded_by: string | null
  digest: Buffer
  recorded_at: Date
  received_at: Date
}
export const keepOutcome = (tx: Tx, row: NewOutcome): Promise<Arrival> =>
  keepFact(tx, 'checkpoints.hand_over_outcome', row)
