import { keepFacts } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, type Sender, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { mayAct, mayJudge } from './policy.tasks.ts'
import { evidenceNeeded, judgedByOthers, photoUnknown, stepUnfit, taskOver, taskUnknown } from './problems.tasks.ts'
import { occurredAt, type Sign, standingOf, type TaskStep } from './rules.tasks.ts'
import { STEPS_MAX, StepReceipt, TaskStepItem } from './schema.tasks.ts'
import { findMeasures, type Measure } from './sql.measures.ts'
import { findPhotoTasks, findTasks, linkPhotos, listKept, type StoredTask } from './sql.tasks.ts'
import { tellTasks } from './tasks.ts'

interface Known {
  tasks: ReadonlyMap<string, StoredTask>
  measures: ReadonlyMap<string, Measure>
  /** The task of each picture. */
  photos: ReadonlyMap<string, string>
}

async function knownTo({ tx }: Ctx, items: readonly TaskStepItem[]): Promise<Known> {
  const tasks = await findTasks(
    tx,
    items.map(({ taskId }) => taskId),
  )
  const [measures, photos] = await Promise.all([
    findMeasures(
      tx,
      [...tasks.values()].flatMap(({ measureId }) => measureId ?? []),
    ),
    findPhotoTasks(
      tx,
      items.flatMap(({ photoIds }) => photoIds),
    ),
  ])
  return { tasks, measures, photos }
}

function maySend(actor: Sender['actor'], { tasks }: Known, { taskId, step }: TaskStepItem): boolean | Problem {
  const task = tasks.get(taskId)
  if (!task || !within(actor, task.division)) return taskUnknown({ id: taskId })
  return mayAct(actor, task) || (step === 'returned' && mayJudge(actor, task))
}

const READ_ONLY: readonly TaskStep[] = ['delivered', 'received', 'read']

/** Why it cannot have been so; `signs` are what was done before, in this batch too. */
function faultIn(
  item: TaskStepItem,
  task: StoredTask,
  signs: readonly Sign[],
  { known, sender, at }: Judging,
): Problem | null {
  const { step } = item
  if (task.kind !== 'measure' && !READ_ONLY.includes(step)) return stepUnfit({ step, kind: task.kind })
  if (signs.some((one) => one.step === 'reassigned' && one.at <= at)) return taskOver({ state: 'reassigned' })
  if (task.kind !== 'end' && task.endedAt && at >= task.endedAt) return taskOver({ state: 'ended' })
  const { state } = standingOf(task, signs, at)
  if (step === 'returned' && state === 'done' && !mayJudge(sender.actor, task)) return judgedByOthers()
  return step === 'done' ? evidenceFault(item, task, known) : null
}

function evidenceFault(
  { taskId, note, quantity, photoIds }: TaskStepItem,
  task: StoredTask,
  known: Known,
): Problem | null {
  const strange = photoIds.find((id) => known.photos.get(id) !== taskId)
  if (strange) return photoUnknown({ id: strange })
  const asks = known.measures.get(task.measureId ?? '')?.asks
  if (!asks) return null
  const lacks = [
    ...(asks.words && note === null ? ['文字说明 words'] : []),
    ...(asks.count !== null && quantity === null ? [`数量(${asks.count}) number`] : []),
    ...(asks.photo && photoIds.length === 0 ? ['照片 picture'] : []),
  ]
  return lacks.length > 0 ? evidenceNeeded({ what: lacks.join('、') }) : null
}

interface Judging {
  known: Known
  sender: Sender
  at: Date
}
interface Sound {
  at: number
  item: TaskStepItem
  task: StoredTask
  occurred: Date
  sender: Sender
}

/** What posts did with their tasks: one tap, or a fortnight without a network. */
export const recordTaskSteps = batchOperation({
  name: 'command.task.step',
  summary: { zh: '签收、阅读、办理、完成或退回任务', en: 'Confirm, read, begin, finish or return tasks' },
  kind: 'write',
  item: TaskStepItem,
  done: StepReceipt,
  max: STEPS_MAX,
  load: knownTo,
  allow: maySend,
  async runMany(ctx, items, known, senders) {
    const verdicts: Array<Verdict<StepReceipt>> = new Array(items.length)
    const again = await isKept(ctx, items)
    const signs = new Map([...known.tasks].map(([id, task]) => [id, [...task.signs]]))
    const sound: Sound[] = []
    items.forEach((item, at) => {
      const [task, sender] = [known.tasks.get(item.taskId), senders[at]]
      if (!task || !sender) throw new Error('command: allowed without a task')
      const occurred = occurredAt(item.recordedAt, sender.clockOffsetMs, task.at, ctx.now)
      const own = signs.get(task.id) ?? []
      // What is there already is not judged by what came after it.
      const problem = again.has(item.id) ? null : faultIn(item, task, own, { known, sender, at: occurred })
      if (problem) verdicts[at] = { ok: false, problem }
      else sound.push({ at, item, task, occurred, sender })
      if (!problem && !again.has(item.id)) own.push(signOf(item, occurred))
    })
    const arrivals = await keepFacts(
      ctx.tx,
      'command.task_step',
      sound.map((one) => rowOf(ctx, one, known)),
    )
    sound.forEach(({ at, item, task, occurred }, nth) => {
      const arrival = arrivals[nth]
      if (!arrival || arrival === 'taken') verdicts[at] = { ok: false, problem: idTaken({ id: item.id }) }
      else {
        const { state } = standingOf(task, signs.get(task.id) ?? [], ctx.now)
        const times = { receivedAt: ctx.now.toISOString(), occurredAt: occurred.toISOString() }
        verdicts[at] = { ok: true, arrival, value: { id: item.id, arrival, ...times, state } }
      }
    })
    const fresh = sound.filter((_, nth) => arrivals[nth] === 'new')
    const shown = fresh.flatMap(({ item, task, sender }) =>
      item.photoIds.map((photo_id) => {
        const { county } = sender.actor
        return { county, step_id: item.id, photo_id, division: task.division }
      }),
    )
    if (shown.length > 0) await linkPhotos(ctx.tx, shown)
    tellTasks(
      ctx,
      fresh.map(({ task }) => task),
    )
    return verdicts
  },
  audit(items, verdicts) {
    const done = verdicts.flatMap((verdict) => (verdict.ok ? [verdict] : []))
    return {
      count: items.length,
      ...(items.length === 1 && items[0] ? { subject: items[0].taskId } : {}),
      note: {
        new: done.filter(({ arrival }) => arrival === 'new').length,
        again: done.filter(({ arrival }) => arrival === 'again').length,
        refused: verdicts.length - done.length,
        first: items[0]?.id ?? null,
        step: items[0]?.step ?? null,
      },
    }
  },
})

const isKept = async ({ tx }: Ctx, items: readonly TaskStepItem[]): Promise<ReadonlySet<string>> =>
  new Set(
    await listKept(
      tx,
      items.map(({ id }) => id),
    ),
  )

const signOf = ({ step, dueAt }: TaskStepItem, at: Date): Sign => ({ step, at, dueAt: dueAt ? new Date(dueAt) : null })

function rowOf({ now }: Ctx, { item, task, occurred, sender: { actor } }: Sound, { measures }: Known) {
  const { step, note, quantity, dueAt, recordedAt, deviceSeq } = item
  const unit = quantity === null ? null : (measures.get(task.measureId ?? '')?.asks.count ?? '件')
  return {
    county: actor.county,
    id: item.id,
    division: task.division,
    task_id: task.id,
    step,
    note,
    quantity,
    unit,
    due_at: dueAt === null ? null : new Date(dueAt),
    seat_id: actor.seatId,
    device_id: actor.deviceId,
    device_seq: actor.deviceId ? deviceSeq : null,
    recorded_by: actor.accountId,
    recorded_at: new Date(recordedAt),
    occurred_at: occurred,
    received_at: now,
    digest: digestOf(item),
  }
}
