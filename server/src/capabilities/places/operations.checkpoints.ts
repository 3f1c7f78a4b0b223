import type { z } from 'zod'
import type { Arrival } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, type Kernel, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { mayRead, mayRunCheckpoint } from './policy.ts'
import {
  checkpointClosed,
  checkpointOpen,
  checkpointUnknown,
  divisionUnknown,
  timeAhead,
  turnBeforeLast,
} from './problems.ts'
import { isAhead } from './rules.clock.ts'
import { afterDivision, cursorByDivision } from './rules.cursors.ts'
import { isTooFarAhead } from './rules.ts'
import {
  Checkpoint,
  CheckpointId,
  Checkpoints,
  ListCheckpoints,
  OPEN_MAX,
  OpenCheckpoint,
  Recorded,
  TurnCheckpoint,
} from './schema.ts'
import {
  type FoundCheckpoint,
  findCheckpointRows,
  isTurnKept,
  keepCheckpoints,
  keepTurn,
  listCheckpointRows,
} from './sql.checkpoints.ts'
import { type DivisionRow, findDivisionRows } from './sql.divisions.ts'
import { forgetStanding } from './standing.ts'

/** What every fact says about its origin; the digest covers what was sent and nothing the server added. */
export const originOf = ({ actor, now }: Ctx, sent: { id: string; recordedAt?: string | undefined }) => ({
  county: actor.county,
  id: sent.id,
  recorded_by: actor.accountId,
  recorded_at: sent.recordedAt ? new Date(sent.recordedAt) : now,
  received_at: now,
  digest: digestOf(sent),
})

export const asVerdict = (id: string, arrival: Arrival): Verdict<{ id: string; arrival: 'new' | 'again' }> =>
  arrival === 'taken' ? { ok: false, problem: idTaken({ id }) } : { ok: true, value: { id, arrival }, arrival }

export const openCheckpoints = batchOperation({
  name: 'places.checkpoint.open',
  summary: { zh: '设立检查点', en: 'Set up checkpoints' },
  kind: 'write',
  item: OpenCheckpoint,
  done: Recorded,
  max: OPEN_MAX,
  load: ({ tx }, items) =>
    findDivisionRows(
      tx,
      items.map(({ division }) => division),
    ),
  allow: (actor, divisions: Map<string, DivisionRow>, item) =>
    mayRunCheckpoint(actor, item) && (divisions.has(item.division) || divisionUnknown({ division: item.division })),
  async runMany(ctx, items) {
    const sound = items.filter(({ openedAt }) => !isTooFarAhead(new Date(openedAt), ctx.now))
    const rows = sound.map((item) => ({
      ...originOf(ctx, item),
      division: item.division,
      kind: item.kind,
      name: item.name,
      site: item.site,
      opened_at: new Date(item.openedAt),
    }))
    const arrivals = rows.length > 0 ? await keepCheckpoints(ctx.tx, rows) : []
    const kept = new Map(sound.map((item, index) => [item, arrivals[index] ?? 'taken']))
    announce(
      ctx,
      sound
        .filter((item) => kept.get(item) === 'new')
        .map(({ id, division }) => ({ kind: 'checkpoint', division, ids: [id] })),
    )
    return items.map((item) => {
      const arrival = kept.get(item)
      return arrival ? asVerdict(item.id, arrival) : { ok: false, problem: timeAhead({ at: item.openedAt }) }
    })
  },
  audit: (items, verdicts) => ({
    ...(items.length === 1 && items[0] ? { subject: items[0].id, division: items[0].division } : {}),
    count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
    note: { sent: items.length, refused: verdicts.filter((verdict) => !verdict.ok).length },
  }),
})

async function loadCheckpoint({ tx }: Ctx, { checkpointId }: { checkpointId: string }): Promise<FoundCheckpoint> {
  const found = (await findCheckpointRows(tx, [checkpointId])).get(checkpointId)
  if (!found) throw checkpointUnknown({ id: checkpointId })
  return found
}

async function turn(ctx: Ctx, sent: TurnCheckpoint, checkpoint: FoundCheckpoint, to: 'closed' | 'reopened') {
  // Sent again after its receipt was lost, a closing finds the checkpoint closed: by itself.
  if (!(await isTurnKept(ctx.tx, sent.id))) refuseTurn(sent, checkpoint, to, ctx.now)
  const { id, checkpointId, at, ground } = sent
  const arrival = await keepTurn(ctx.tx, {
    ...originOf(ctx, sent),
    division: checkpoint.division,
    checkpoint_id: checkpointId,
    turn: to,
    at: new Date(at),
    ground,
  })
  if (arrival === 'taken') throw idTaken({ id })
  if (arrival === 'new') announce(ctx, [{ kind: 'checkpoint', division: checkpoint.division, ids: [checkpointId] }])
  return { id, arrival }
}

function refuseTurn({ at }: TurnCheckpoint, checkpoint: FoundCheckpoint, to: 'closed' | 'reopened', now: Date): void {
  const { id, closedAt, turnedAt } = checkpoint
  if (to === 'closed' && closedAt) throw checkpointClosed({ id, closedAt: closedAt.toISOString() })
  if (to === 'reopened' && !closedAt) throw checkpointOpen({ id })
  if (isAhead(new Date(at), now)) throw timeAhead({ at })
  if (new Date(at) < turnedAt) throw turnBeforeLast({ at, last: turnedAt.toISOString() })
}

type RecordedAs = z.infer<typeof Recorded>
/** After the commit: what was read before it may still be the old standing. */
async function obeyed(_kernel: Kernel, { output }: { output: RecordedAs }): Promise<RecordedAs> {
  forgetStanding()
  return output
}

export const closeCheckpoint = operation({
  name: 'places.checkpoint.close',
  summary: { zh: '撤销检查点', en: 'Close a checkpoint' },
  kind: 'write',
  input: TurnCheckpoint,
  output: Recorded,
  load: loadCheckpoint,
  allow: (actor, checkpoint: FoundCheckpoint) => mayRunCheckpoint(actor, checkpoint),
  run: (ctx, input, checkpoint) => turn(ctx, input, checkpoint, 'closed'),
  afterwards: obeyed,
  audit: ({ input, loaded }) => ({ subject: input.checkpointId, division: loaded.division }),
})

export const reopenCheckpoint = operation({
  name: 'places.checkpoint.reopen',
  summary: { zh: '恢复检查点', en: 'Reopen a checkpoint' },
  kind: 'write',
  input: TurnCheckpoint,
  output: Recorded,
  load: loadCheckpoint,
  allow: (actor, checkpoint: FoundCheckpoint) => mayRunCheckpoint(actor, checkpoint),
  run: (ctx, input, checkpoint) => turn(ctx, input, checkpoint, 'reopened'),
  afterwards: obeyed,
  audit: ({ input, loaded }) => ({ subject: input.checkpointId, division: loaded.division }),
})

export const listCheckpoints = operation({
  name: 'places.checkpoint.list',
  summary: { zh: '检查点列表', en: 'The checkpoints' },
  kind: 'read',
  input: ListCheckpoints,
  output: Checkpoints,
  allow: mayRead,
  async run({ tx }, filter) {
    const items = await listCheckpointRows(tx, { ...filter, after: afterDivision(filter.after) })
    return { items, next: cursorByDivision(items, filter.limit, (row) => row) }
  },
  audit: () => null,
})

export const getCheckpoint = operation({
  name: 'places.checkpoint.get',
  summary: { zh: '一个检查点', en: 'One checkpoint' },
  kind: 'read',
  input: CheckpointId,
  output: Checkpoint,
  allow: mayRead,
  async run({ tx }, { checkpointId }) {
    const [checkpoint] = await listCheckpointRows(tx, { id: checkpointId, limit: 1 })
    if (!checkpoint) throw checkpointUnknown({ id: checkpointId })
    return checkpoint
  },
  audit: () => null,
})
