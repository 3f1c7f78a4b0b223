import { announce } from '../../kernel/feed.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { findCheckpoints } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayReadAt, mayScreenAt } from './policy.ts'
import { checkpointUnknown, inFuture, shiftUnknown } from './problems.ts'
import { occurredAt } from './rules.ts'
import { CloseShift, CloseShiftDone, ListShifts, OpenShift, OpenShiftDone, ShiftPage } from './schema.ts'
import { findShift, keepShift, keepShiftEnd, listShifts } from './sql.shifts.ts'

/** Begins a shift; naming the one before hands over from it and ends it by the same fact. */
export const openShift = operation({
  name: 'checkpoints.shift.open',
  summary: { zh: '接班', en: 'Begin a shift' },
  kind: 'write',
  input: OpenShift,
  output: OpenShiftDone,
  async load({ tx }, { checkpointId, handedOverFrom }) {
    const station = (await findCheckpoints(tx, [checkpointId])).get(checkpointId)
    if (!station) throw checkpointUnknown({ id: checkpointId })
    if (handedOverFrom && !(await findShift(tx, handedOverFrom))) throw shiftUnknown({ id: handedOverFrom })
    return station
  },
  allow: (actor, station) => mayScreenAt(actor, station),
  async run(ctx, input, { division }) {
    const started = occurredAt(input.recordedAt, ctx.clockOffsetMs)
    if (isAhead(started, ctx.now)) throw inFuture({ occurredAt: started.toISOString(), now: ctx.now.toISOString() })
    const arrival = await keepShift(ctx.tx, {
      county: ctx.actor.county,
      id: input.id,
      division,
      checkpoint_id: input.checkpointId,
      started_at: started,
      received_at: ctx.now,
      members: input.members,
      handed_over_from: input.handedOverFrom,
      note: input.note,
      opened_by: ctx.actor.accountId,
      digest: digestOf(input),
    })
    if (arrival === 'taken') throw idTaken({ id: input.id })
    if (arrival === 'new') announce(ctx, [{ kind: 'shift', division, ids: [input.id] }])
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { checkpoint: input.checkpointId, members: input.members, arrival: output.arrival },
  }),
})

export const closeShift = operation({
  name: 'checkpoints.shift.close',
  summary: { zh: '交班', en: 'End a shift' },
  kind: 'write',
  input: CloseShift,
  output: CloseShiftDone,
  async load({ tx }, { shiftId }) {
    const shift = await findShift(tx, shiftId)
    if (!shift) throw shiftUnknown({ id: shiftId })
    return shift
  },
  allow: (actor, { checkpointId, division }) => mayScreenAt(actor, { id: checkpointId, division }),
  async run(ctx, { shiftId, recordedAt, note }, { division }) {
    const closed = occurredAt(recordedAt, ctx.clockOffsetMs)
    if (isAhead(closed, ctx.now)) throw inFuture({ occurredAt: closed.toISOString(), now: ctx.now.toISOString() })
    const kept = await keepShiftEnd(ctx.tx, {
      county: ctx.actor.county,
      shift_id: shiftId,
      division,
      closed_at: closed,
      received_at: ctx.now,
      note,
      closed_by: ctx.actor.accountId,
    })
    if (kept) announce(ctx, [{ kind: 'shift', division, ids: [shiftId] }])
    return { shiftId, arrival: kept ? ('new' as const) : ('again' as const) }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.shiftId,
    division: loaded.division,
    note: { arrival: output.arrival },
  }),
})

export const listCheckpointShifts = operation({
  name: 'checkpoints.shift.list',
  summary: { zh: '检查点班次', en: 'Shifts of one checkpoint' },
  kind: 'read',
  input: ListShifts,
  output: ShiftPage,
  async load({ tx }, { checkpointId }) {
    const station = (await findCheckpoints(tx, [checkpointId])).get(checkpointId)
    if (!station) throw checkpointUnknown({ id: checkpointId })
    return station
  },
  allow: (actor, station) => mayReadAt(actor, station),
  async run({ tx }, { checkpointId, after, limit }) {
    const rows = await listShifts(tx, checkpointId, positionOf(after), limit)
    const items = rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
    }))
    return { items, next: cursorOf(rows, limit, ({ startedAt, id }) => ({ at: startedAt, id })) }
  },
  audit: () => null,
})
