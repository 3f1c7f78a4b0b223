import { type Arrival, type Json, judgeArrivals, type Tx } from '../../kernel/db.ts'
import type { HandOverRow, PassageRow, ShiftRow } from './schema.ts'

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
  received_at: Date
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

/** 25 columns times this many rows stay under the protocol's 65,535 parameters. */
const ROWS_AT_ONCE = 1000

/** First arrival wins; the answer tells for each row whether it was kept now, was there already, or its id is taken. */
export async function keepPassages(tx: Tx, rows: readonly NewPassage[]): Promise<Arrival[]> {
  const inserted = new Set<string>()
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE)
    const kept = await tx<{ id: string }[]>`
      insert into checkpoints.passage ${tx(part as never[])} on conflict do nothing returning id`
    for (const { id } of kept) inserted.add(id)
  }
  return judgeArrivals(tx, 'checkpoints.passage', rows, inserted)
}

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

export async function keepTallies(tx: Tx, rows: readonly NewTally[]): Promise<Arrival[]> {
  const inserted = new Set<string>()
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE)
    const kept = await tx<{ id: string }[]>`
      insert into checkpoints.tally ${tx(part as never[])} on conflict do nothing returning id`
    for (const { id } of kept) inserted.add(id)
  }
  return judgeArrivals(tx, 'checkpoints.tally', rows, inserted)
}

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
  n.decision, n.reason, n.fever, n.voided, n.corrections`

type Dated<T, K extends keyof T> = Omit<T, K> & { [P in K]: Date | Extract<T[P], null> }
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

export async function findPassage(
  tx: Tx,
  id: string,
): Promise<(StoredPassage & { division: string; profile: string }) | null> {
  const [found] = await tx<Array<StoredPassage & { division: string; profile: string }>>`
    select ${passageColumns(tx)}, n.division, n.profile from checkpoints.passage_now n
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
  received_at: Date
  why: string
  voided: boolean
  changes: Record<string, Json>
}
export async function keepCorrection(tx: Tx, row: NewCorrection): Promise<Arrival> {
  const kept = await tx<{ id: string }[]>`
    insert into checkpoints.passage_correction ${tx({ ...row, changes: tx.json(row.changes) } as never)}
    on conflict do nothing returning id`
  const [arrival] = await judgeArrivals(tx, 'checkpoints.passage_correction', [row], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}

/** A passage found feverish by a correction may have no hand-over yet, or one already. */
export function keepHandOvers(
  tx: Tx,
  rows: ReadonlyArray<{ county: number; id: string; division: string; checkpoint_id: string; opened_at: Date }>,
) {
  return tx`insert into checkpoints.hand_over ${tx(rows as never[])} on conflict do nothing`
}

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
  n.temperature_c::float8 as "temperatureC", h.opened_at as "openedAt", o.outcome, o.recorded_at as "outcomeAt", o.note as "outcomeNote"`
const handOvers = (tx: Tx) => tx`checkpoints.hand_over h
  join checkpoints.passage_now n on n.county = h.county and n.id = h.id
  left join lateral (
    select outcome, recorded_at, note from checkpoints.hand_over_outcome o
    where o.county = h.county and o.hand_over_id = h.id order by recorded_at desc, received_at desc limit 1) o on true`

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

export async function findHandOver(tx: Tx, id: string): Promise<{ id: string; division: string } | null> {
  const [found] = await tx<{ id: string; division: string }[]>`
    select id, division from checkpoints.hand_over where county = (select kernel.app_county()) and id = ${id}`
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
export async function keepOutcome(tx: Tx, row: NewOutcome): Promise<Arrival> {
  const kept = await tx<{ id: string }[]>`
    insert into checkpoints.hand_over_outcome ${tx(row as never)} on conflict do nothing returning id`
  const [arrival] = await judgeArrivals(tx, 'checkpoints.hand_over_outcome', [row], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}

export type StoredShift = Dated<ShiftRow, 'startedAt' | 'closedAt'>
/** A shift is over when it says so, or when the next one says that it took over. */
export function listShifts(
  tx: Tx,
  checkpointId: string,
  before: { at: string; id: string } | null,
  limit: number,
): Promise<StoredShift[]> {
  return tx<StoredShift[]>`
    select s.id, s.checkpoint_id as "checkpointId", s.started_at as "startedAt", coalesce(e.closed_at, t.started_at) as "closedAt",
      s.members, s.note, s.handed_over_from as "handedOverFrom", (
        select count(*)::integer from checkpoints.hand_over h where h.county = s.county and h.checkpoint_id = s.checkpoint_id
          and h.opened_at >= s.started_at and h.opened_at < coalesce(e.closed_at, t.started_at, 'infinity')
          and exists (select from checkpoints.passage_now n where n.county = h.county and n.id = h.id and n.fever and not n.voided)
          and not exists (select from checkpoints.hand_over_outcome o where o.county = h.county and o.hand_over_id = h.id
            and o.outcome <> 'unreachable')) as "openFevers"
    from checkpoints.shift s
    left join checkpoints.shift_end e on e.county = s.county and e.shift_id = s.id
    left join lateral (select min(started_at) as started_at from checkpoints.shift x
      where x.county = s.county and x.handed_over_from = s.id) t on true
    where s.county = (select kernel.app_county()) and s.checkpoint_id = ${checkpointId}
      ${before ? tx`and (s.started_at, s.id) < (${before.at}::timestamptz, ${before.id}::uuid)` : tx``}
    order by s.started_at desc, s.id desc limit ${limit}`
}

export async function findShift(
  tx: Tx,
  id: string,
): Promise<{ id: string; division: string; checkpointId: string } | null> {
  const [found] = await tx<{ id: string; division: string; checkpointId: string }[]>`
    select id, division, checkpoint_id as "checkpointId" from checkpoints.shift
    where county = (select kernel.app_county()) and id = ${id}`
  return found ?? null
}

export interface NewShift {
  county: number
  id: string
  division: string
  checkpoint_id: string
  started_at: Date
  received_at: Date
  members: number
  handed_over_from: string | null
  note: string | null
  opened_by: string | null
  digest: Buffer
}
export async function keepShift(tx: Tx, row: NewShift): Promise<Arrival> {
  const kept = await tx<
    { id: string }[]
  >`insert into checkpoints.shift ${tx(row as never)} on conflict do nothing returning id`
  const [arrival] = await judgeArrivals(tx, 'checkpoints.shift', [row], new Set(kept.map(({ id }) => id)))
  return arrival ?? 'taken'
}

export async function keepShiftEnd(
  tx: Tx,
  row: {
    county: number
    shift_id: string
    division: string
    closed_at: Date
    received_at: Date
    note: string | null
    closed_by: string | null
  },
): Promise<boolean> {
  const kept = await tx`insert into checkpoints.shift_end ${tx(row)} on conflict do nothing returning shift_id`
  return kept.length > 0
}
