import { createHash } from 'node:crypto'
import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { cursorOf, operation, positionOf, within } from '../../kernel/operation.ts'
import { digestOf } from '../../kernel/seal.ts'
import { nameSeats } from '../access/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { findPosts } from '../responsibility/index.ts'
import { countyMoment } from '../retention/index.ts'
import { bareOf } from './photos.ts'
import { mayAct, mayJudge, mayList, mayOversee, mayRead } from './policy.tasks.ts'
import { photoUnknown, photoUnreadable, taskOver, taskUnknown } from './problems.tasks.ts'
import { standingOf, type TaskKind, type TaskState, type TaskStep } from './rules.tasks.ts'
import { Kept } from './schema.documents.ts'
import {
  AddPhoto,
  AskPhoto,
  AskTask,
  ListTasks,
  Photo,
  PhotoKept,
  Reassign,
  TaskDetails,
  TaskPage,
  type TaskRow,
} from './schema.tasks.ts'
import { findMeasures } from './sql.measures.ts'
import {
  findListed,
  findPhoto,
  keepTasks,
  type ListedTask,
  listTaskRows,
  listTaskSteps,
  type StoredTask,
} from './sql.tasks.ts'
import { addressees, getIssued, getTask, tellTasks } from './tasks.ts'

const said = (moment: Date | null): string | null => moment?.toISOString() ?? null
const rowOf = (
  { deliveredAt, heardAt, readAt, doneAt, ...row }: ListedTask,
  { names, posts }: { names: ReadonlyMap<string, string>; posts: ReadonlyMap<string, { title: string }> },
): TaskRow => ({
  ...row,
  divisionName: names.get(row.division) ?? row.division,
  postTitle: posts.get(row.postId ?? '')?.title ?? null,
  at: row.at.toISOString(),
  receiptBy: row.receiptBy.toISOString(),
  dueAt: row.dueAt.toISOString(),
  deliveredAt: said(deliveredAt),
  heardAt: said(heardAt),
  readAt: said(readAt),
  doneAt: said(doneAt),
})

export const listTasks = operation({
  name: 'command.task.list',
  summary: { zh: '任务', en: 'Tasks of an area and where they stand' },
  kind: 'read',
  input: ListTasks,
  output: TaskPage,
  allow: (actor, _loaded, { area }) => mayList(actor) && within(actor, area ?? actor.division),
  async run(ctx, asked) {
    const { tx, actor } = ctx
    const moment = asked.asOf ? new Date(asked.asOf) : await countyMoment(ctx)
    const query = {
      documentId: asked.documentId ?? null,
      measureId: asked.measureId ?? null,
      kind: asked.kind ?? null,
      state: asked.state ?? null,
      area: asked.area ?? actor.division,
      exact: asked.exact,
      role: mayOversee(actor) ? null : actor.role,
    }
    const rows = await listTaskRows(tx, { ...query, moment, after: positionOf(asked.after), limit: asked.limit })
    const names = await nameOfDivisions(tx)
    const posts = await findPosts(
      tx,
      rows.flatMap(({ postId }) => postId ?? []),
    )
    const next = cursorOf(rows, asked.limit, ({ dueAt, id }) => ({ at: dueAt, id }))
    return { items: rows.map((row) => rowOf(row, { names, posts })), next, asOf: moment.toISOString() }
  },
  audit: () => null,
})

const WAY: readonly TaskStep[] = ['received', 'read', 'doing', 'done']
/** What can follow; what was left out on the way may be, a phone without a network says only the last. */
function nextOf(kind: TaskKind, state: TaskState, { acts, judges }: { acts: boolean; judges: boolean }): TaskStep[] {
  if (state === 'ended' || state === 'reassigned') return []
  const done: TaskStep[] = judges ? ['returned'] : []
  if (state === 'done') return done
  const way = kind === 'measure' ? WAY : WAY.slice(0, 2)
  const left = acts ? way.slice(WAY.indexOf(state as TaskStep) + 1) : []
  const back: TaskStep[] = kind === 'measure' && acts && state !== 'returned' ? ['returned'] : []
  return [...left, ...back, ...(kind === 'measure' && judges ? (['reassigned'] as const) : [])]
}

export const readTask = operation({
  name: 'command.task.read',
  summary: { zh: '查看任务', en: 'Read a task with everything that was done with it' },
  kind: 'read',
  input: AskTask,
  output: TaskDetails,
  load: (ctx, { taskId }) => getTask(ctx, taskId),
  allow: (actor, task: StoredTask) => mayRead(actor, task),
  async run(ctx, { taskId }, task) {
    const { tx, actor } = ctx
    const row = await findListed(tx, taskId, await countyMoment(ctx))
    if (!row) throw taskUnknown({ id: taskId })
    const [steps, names, document, posts, measures] = await Promise.all([
      listTaskSteps(tx, taskId),
      nameOfDivisions(tx),
      getIssued(ctx, task.documentId),
      findPosts(tx, task.postId ? [task.postId] : []),
      findMeasures(tx, task.measureId ? [task.measureId] : []),
    ])
    const seats = await nameSeats(
      ctx,
      steps.flatMap(({ seatId }) => seatId ?? []),
    )
    return {
      ...rowOf(row, { names, posts }),
      details: measures.get(task.measureId ?? '')?.details ?? null,
      documentState: document.how ?? ('issued' as const),
      follows: task.follows,
      steps: steps.map(({ seatId, dueAt, occurredAt, receivedAt, ...step }) => ({
        ...step,
        dueAt: said(dueAt),
        occurredAt: occurredAt.toISOString(),
        receivedAt: receivedAt.toISOString(),
        seat: seats.get(seatId ?? '') ?? null,
      })),
      next: nextOf(row.kind, row.state, { acts: mayAct(actor, task), judges: mayJudge(actor, task) }),
    }
  },
  audit: () => null,
})

/** To another place or post: the old task is over, a new one begins and names it. */
export const reassignTask = operation({
  name: 'command.task.reassign',
  summary: { zh: '转办任务', en: 'Pass a task to another place or post' },
  kind: 'write',
  input: Reassign,
  output: Kept,
  load: (ctx, { taskId }) => getTask(ctx, taskId),
  allow: (actor, task: StoredTask) => task.kind === 'measure' && mayJudge(actor, task),
  async run(ctx, input, task) {
    const { toTask, note, division, postId } = input
    await lockOne(ctx, `command.task/${task.id}`)
    if (await isAgain(ctx, 'command.task_step', input)) return { id: input.id, arrival: 'again' as const }
    const { state } = standingOf(task, (await getTask(ctx, task.id)).signs, ctx.now)
    if (state === 'done' || state === 'ended' || state === 'reassigned') throw taskOver({ state })
    const targets = postId
      ? { to: 'posts' as const, postIds: [postId] }
      : { to: 'places' as const, divisions: [division] }
    const [to] = await addressees(ctx, targets)
    if (!to) throw taskUnknown({ id: toTask })
    const { documentId, measureId } = task
    const dueAt = new Date(input.dueAt)
    const times = { at: ctx.now, receiptBy: new Date(Math.min(dueAt.getTime(), ctx.now.getTime() + RECEIPT_MS)), dueAt }
    const by = {
      county: ctx.actor.county,
      recordedBy: ctx.actor.accountId,
      receivedAt: ctx.now,
      digest: digestOf(input),
    }
    const handing = { documentId, measureId, kind: 'measure' as const, follows: task.id, ...times, ...by }
    const kept = await keepTasks(ctx.tx, handing, [{ ...to, id: toTask }])
    if (kept.length === 0) throw taskUnknown({ id: toTask })
    const step = { task_id: task.id, step: 'reassigned', note, to_task: toTask, seat_id: ctx.actor.seatId }
    const when = { recorded_at: ctx.now, occurred_at: ctx.now }
    await keepNew(ctx, 'command.task_step', { ...originOf(ctx, task, input), ...step, ...when })
    tellTasks(ctx, [task, ...kept])
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { to: input.toTask, arrival: output.arrival },
  }),
})
const RECEIPT_MS = 4 * 3_600_000

export const addPhoto = operation({
  name: 'command.task.photo',
  summary: { zh: '上传佐证照片', en: 'Upload a picture as evidence' },
  kind: 'write',
  input: AddPhoto,
  output: PhotoKept,
  load: (ctx, { taskId }) => getTask(ctx, taskId),
  allow: (actor, task: StoredTask) => task.kind === 'measure' && mayAct(actor, task),
  async run(ctx, input, task) {
    const bare = bareOf(Buffer.from(input.content, 'base64'))
    if (!bare) throw photoUnreadable()
    const { type, content } = bare
    const sha256 = createHash('sha256').update(content).digest()
    const done = { id: input.id, type, size: content.length, sha256: sha256.toString('hex') }
    if (await isAgain(ctx, 'command.task_photo', input)) return { ...done, arrival: 'again' as const }
    const row = { task_id: task.id, type, size: content.length, sha256, content }
    await keepNew(ctx, 'command.task_photo', { ...originOf(ctx, task, input), ...row })
    return { ...done, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { photo: input.id, sha256: output.sha256, arrival: output.arrival },
  }),
})

export const readPhoto = operation({
  name: 'command.task.photo.read',
  summary: { zh: '查看佐证照片', en: 'Look at a picture of the evidence' },
  kind: 'read',
  input: AskPhoto,
  output: Photo,
  async load({ tx }, { photoId }) {
    const photo = await findPhoto(tx, photoId)
    if (!photo) throw photoUnknown({ id: photoId })
    return photo
  },
  allow: (actor, photo) => mayRead(actor, photo),
  run: async (_ctx, _input, { type, content }) => ({ type, content: content.toString('base64') }),
  audit: () => null,
})
