import type { Tx } from '../../kernel/db.ts'
import { type Arrival, keepFact } from '../../kernel/facts.ts'
import type { ShiftRow } from './schema.ts'
import type { Dated } from './sql.ts'

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
          and not exists (select from checkpoints.outcome_said o where o.county = h.county and o.hand_over_id = h.id
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
export const keepShift = (tx: Tx, row: NewShift): Promise<Arrival> => keepFact(tx, 'checkpoints.shift', row)

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
