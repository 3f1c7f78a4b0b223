import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'
import { keyOf as personalKeyOf } from '../roster/lock.ts'
import { lockValue, openValue } from '../roster/personal.ts'
import { renewLease } from './lease.ts'

type TaskRow = Wire<'/tasks'>['items'][number]
type DocumentDetails = Wire<'/documents/{documentId}'>

export type Task = Pick<
  TaskRow,
  | 'id'
  | 'kind'
  | 'documentId'
  | 'number'
  | 'title'
  | 'asks'
  | 'division'
  | 'divisionName'
  | 'receiptBy'
  | 'dueAt'
  | 'state'
>
export interface Paper {
  id: string
  number: string
  authority: string
  title: string
  issuedAt: string
  state: string
  to: string[]
  body: Array<{ level: number; text: string }>
}
/** What was said on this phone and has perhaps not arrived. */
export interface SaidStep {
  id: string
  taskId: string
  step: 'received' | 'read' | 'doing' | 'done' | 'returned'
}
export interface Tasks {
  at: number | null
  tasks: Task[]
  papers: Paper[]
  said: SaidStep[]
}

const roles = ['village-cadre', 'township-officer']
export const hasTasks = ({ role }: StoredSession): boolean => roles.includes(role)

const KIND = 'tasks'
const keyOf = ({ accountId, seatId }: StoredSession): [string, string, string] => [accountId, KIND, seatId]
const NOTHING: Tasks = { at: null, tasks: [], papers: [], said: [] }

export async function readTasks(session: StoredSession): Promise<Tasks> {
  const row = await database.replica.get(keyOf(session))
  if (!row?.locked) return NOTHING
  return { ...NOTHING, ...((await openValue(personalKeyOf(session.accountId), row.locked)) as Partial<Tasks>) }
}

let last: Promise<unknown> = Promise.resolve()
/** One after the other: what was said here must not be lost to a list that was asked for before. */
function change(session: StoredSession, how: (known: Tasks) => Promise<Tasks>): Promise<void> {
  const written = last.then(async () => {
    const [owner, kind, id] = keyOf(session)
    const now = await how(await readTasks(session))
    const locked = await lockValue(personalKeyOf(owner), now)
    await database.replica.put({ owner, kind, id, plain: { at: now.at }, locked })
  })
  last = written.catch(() => undefined)
  return written
}

const PAGES_MOST = 5
/** All or nothing: half a list would leave out an order without saying so. */
export async function refreshTasks(session: StoredSession): Promise<boolean> {
  if (!hasTasks(session)) return false
  const tasks: Task[] = []
  let after: string | undefined
  for (let page = 0; page < PAGES_MOST; page += 1) {
    const query = { state: 'open' as const, limit: 200, after }
    const answer = await answerOf<Wire<'/tasks'>>(api.GET('/tasks', { params: { query }, ...as(session.token) }))
    if (answer.is !== 'ok') return false
    tasks.push(...answer.value.items.map(taskOf))
    if (!answer.value.next) break
    after = answer.value.next
  }
  const papers = await askPapers(session, [...new Set(tasks.map(({ documentId }) => documentId))])
  if (!papers) return false
  await renewLease(session.accountId)
  await change(session, async ({ said }) => ({ at: Date.now(), tasks, papers, said: await notArrived(said) }))
  return true
}

const taskOf = (row: TaskRow): Task => {
  const { id, kind, documentId, number, title, asks, division, divisionName, receiptBy, dueAt, state } = row
  return { id, kind, documentId, number, title, asks, division, divisionName, receiptBy, dueAt, state }
}

/** Asked for anew each time: an order that was withdrawn must not be shown as valid from yesterday's copy. */
async function askPapers(session: StoredSession, ids: readonly string[]): Promise<Paper[] | null> {
  const papers: Paper[] = []
  for (const documentId of ids) {
    const params = { path: { documentId } }
    const answer = await answerOf<DocumentDetails>(api.GET('/documents/{documentId}', { params, ...as(session.token) }))
    if (answer.is !== 'ok') return null
    const { id, number, authority, title, issuedAt, state, content } = answer.value
    const said = { id, number: number ?? '', authority, title, issuedAt: issuedAt ?? '', state }
    papers.push({ ...said, to: content.to, body: content.body })
  }
  return papers
}

async function notArrived(said: readonly SaidStep[]): Promise<SaidStep[]> {
  const entries = await database.outbox.bulkGet(said.map(({ id }) => id))
  return said.filter((_, at) => entries[at] !== undefined && entries[at].state !== 'delivered')
}

/** After the record itself is safe in the outbox. */
export const noteStep = (session: StoredSession, step: SaidStep): Promise<void> =>
  change(session, async (known) => ({ ...known, said: [...known.said, step] }))

/** As the server said it, and what this phone has added since. */
export const stateOf = (task: Task, said: readonly SaidStep[]): Task['state'] =>
  said.findLast(({ taskId }) => taskId === task.id)?.step ?? task.state

export const isOver = ({ kind }: Task, state: Task['state']): boolean =>
  state === (kind === 'measure' ? 'done' : 'read') || (kind === 'measure' && state === 'returned')
