import { batchOperation, type Sender, type Verdict } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import type { CheckpointStanding } from '../places/index.ts'
import { auditBatch, mayRecord, senderOf, stationsOf, tell, timeProblem } from './operations.ts'
import { spanInvalid, tallyOverlaps } from './problems.ts'
import { occurredAt } from './rules.ts'
import { BATCH_MAX, Receipt, Tally } from './schema.ts'
import { isSpanTaken, keepTallies, type NewTally } from './sql.ts'

/** People counted in a rush. */
export const recordTallies = batchOperation({
  name: 'checkpoints.tally.record',
  summary: { zh: '登记批量计数', en: 'Record people counted in a rush' },
  kind: 'write',
  item: Tally,
  done: Receipt,
  max: BATCH_MAX,
  load: stationsOf,
  allow: (actor, stations, item) => mayRecord(actor, stations, item.checkpointId),
  async runMany(ctx, items, stations, senders) {
    const verdicts: Array<Verdict<Receipt>> = new Array(items.length)
    const rows: NewTally[] = []
    const places: number[] = []
    items.forEach((item, at) => {
      const station = stations.get(item.checkpointId)
      if (!station) throw new Error('checkpoints: allowed without a station')
      const row = tallyRow(ctx.now, item, station, senderOf(senders, at))
      const problem = timeProblem(station, row.occurred_at, ctx.now) ?? spanProblem(row)
      if (problem) verdicts[at] = { ok: false, problem }
      else places[rows.push(row) - 1] = at
    })
    const arrivals = await keepTallies(ctx.tx, rows)
    for (const [index, row] of rows.entries()) {
      const at = places[index] ?? 0
      const arrival = arrivals[index]
      if (arrival === 'new' || arrival === 'again') {
        verdicts[at] = {
          ok: true,
          arrival,
          value: { id: row.id, arrival, receivedAt: ctx.now.toISOString(), fever: false, handOverId: null },
        }
      } else {
        const overlaps = await isSpanTaken(ctx.tx, row)
        verdicts[at] = { ok: false, problem: overlaps ? tallyOverlaps({ lane: row.lane }) : idTaken({ id: row.id }) }
      }
    }
    tell(
      ctx,
      'tally',
      rows.filter((_, index) => arrivals[index] === 'new'),
    )
    return verdicts
  },
  audit: auditBatch,
})

const HALF_A_DAY_MS = 12 * 3_600_000
function spanProblem({ started_at, occurred_at }: NewTally) {
  const span = occurred_at.getTime() - started_at.getTime()
  return span > 0 && span <= HALF_A_DAY_MS ? null : spanInvalid()
}

function tallyRow(now: Date, item: Tally, station: CheckpointStanding, { actor, clockOffsetMs }: Sender): NewTally {
  return {
    county: actor.county,
    id: item.id,
    division: station.division,
    checkpoint_id: item.checkpointId,
    shift_id: item.shiftId,
    device_id: actor.deviceId,
    device_seq: actor.deviceId ? item.deviceSeq : null,
    recorded_by: actor.accountId,
    digest: digestOf(item),
    lane: item.lane,
    recorded_at: new Date(item.recordedAt),
    started_at: occurredAt(item.startedAt, clockOffsetMs),
    occurred_at: occurredAt(item.recordedAt, clockOffsetMs),
    received_at: now,
    screened: item.screened,
    turned_back: item.turnedBack,
    vehicles: item.vehicles,
  }
}
