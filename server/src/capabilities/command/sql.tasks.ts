import type { Tx } from '../../kernel/db.ts'
import type { Role } from '../../kernel/operation.ts'
import type { DocumentKind } from './rules.documents.ts'
import type { Sign, Standing, TaskKind, TaskState, TaskStep } from './rules.tasks.ts'
import type { Asks } from './schema.tasks.ts'

export interface NewTask {
  id: string
  division: string
  postId: string | null
  role: Role | null
}
export interface Handing {
  county: number
  documentId: string
  measureId: string | null
  kind: TaskKind
  follows: string | null
  at: Date
  receiptBy: Date
  dueAt: Date
  recordedBy: string | null
  receivedAt: Date
  digest: Buffer
}
/** Tasks of many places in one statement; who has one already keeps that one. */
export const keepTasks = (tx: Tx, given: Handing, tasks: readonly NewTask[]) => tx<{ id: string; division: string }[]>`
  insert into command.task (county, id, division, document_id, measure_id, kind, post_id, role, follows, at, receipt_by, due_at, recorded_by,
    received_at, digest)
  select ${given.county}::integer, one.id, one.division, ${given.documentId}::uuid, ${given.measureId}::uuid, ${given.kind}, one."postId",
    one.role, ${given.follows}::uuid, ${given.at}, ${given.receiptBy}, ${given.dueAt}, ${given.recordedBy}::uuid, ${given.receivedAt},
    ${given.digest}
  from jsonb_to_recordset(${tx.json(tasks)}) as one (id uuid, division text, "postId" uuid, role text)
  on conflict do nothing returning id, division`

/** Everybody who was given a document, for telling them that it does not stand any more. */
export const listReaders = (tx: Tx, documentId: string) => tx<NewTask[]>`
  select id, division, post_id as "postId", role from command.task
  where county = (select kernel.app_county()) and document_id = ${documentId} and kind = 'document'`

export interface StoredTask {
  id: string
  division: string
  documentId: string
  measureId: string | null
  kind: TaskKind
  postId: string | null
  role: Role | null
  follows: string | null
  at: Date
  receiptBy: Date
  dueAt: Date
  endedAt: Date | null
  signs: Sign[]
}
type WithSigns = Omit<StoredTask, 'signs'> & { signs: Array<{ step: TaskStep; at: string; dueAt: string | null }> }
/** With everything that was done with them; what is unknown, or outside the caller's scope, is not in the map. */
export async function findTasks(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredTask>> {
  const rows = await tx<WithSigns[]>`
    select t.id, t.division, t.document_id as "documentId", t.measure_id as "measureId", t.kind, t.post_id as "postId", t.role, t.follows, t.at,
      t.receipt_by as "receiptBy", t.due_at as "dueAt", e.at as "endedAt", coalesce((
        select jsonb_agg(jsonb_build_object('step', s.step, 'at', s.occurred_at, 'dueAt', s.due_at)) from command.task_step s
        where s.county = t.county and s.task_id = t.id), '[]') as signs
    from command.task t left join command.document_end e on e.county = t.county and e.document_id = t.document_id
    where t.county = (select kernel.app_county()) and t.id = any (${[...new Set(ids)]}::uuid[])`
  const dated = rows.map(({ signs, ...task }): StoredTask => ({ ...task, signs: signs.map(signOf) }))
  return new Map(dated.map((task) => [task.id, task]))
}
const signOf = ({ step, at, dueAt }: WithSigns['signs'][number]): Sign => ({
  step,
  at: new Date(at),
  dueAt: dueAt === null ? null : new Date(dueAt),
})

export interface ListedTask extends Standing {
  id: string
  kind: TaskKind
  documentId: string
  number: string
  documentTitle: string
  documentKind: DocumentKind
  measureId: string | null
  title: string
  asks: Asks | null
  division: string
  postId: string | null
  role: Role | null
  at: Date
  receiptBy: Date
}
export interface TaskQuery {
  documentId: string | null
  measureId: string | null
  kind: TaskKind | null
  area: string
  exact: boolean
  state: TaskState | 'open' | null
  /** Only what is meant for such seats. */
  role: Role | null
  moment: Date
  after: { at: string; id: string } | null
  limit: number
}
const listed = (tx: Tx) => tx`
  t.id, t.kind, t.document_id as "documentId", i.number, i.title as "documentTitle", i.kind as "documentKind", t.measure_id as "measureId",
  coalesce(m.title, i.title) as title, case when m.id is not null then
    jsonb_build_object('words', m.asks_words, 'count', m.asks_count, 'photo', m.asks_photo) end as asks,
  t.division, t.post_id as "postId", t.role, t.at, t.receipt_by as "receiptBy", t.due_at as "dueAt", t.state,
  t.delivered_at as "deliveredAt", t.heard_at as "heardAt", t.read_at as "readAt", t.done_at as "doneAt"`
/** Due last first. The page is cut before documents and measures are looked up for it. */
export const listTaskRows = (
  tx: Tx,
  { documentId, measureId, kind, area, exact, state, role, moment, after, limit }: TaskQuery,
) => tx<ListedTask[]>`
  select ${listed(tx)} from (
    select * from command.tasks_at(${moment}) t
    where ${exact ? tx`t.division = ${area}` : tx`t.division >= ${area} and t.division < ${`${area}:`}`}
      ${documentId ? tx`and t.document_id = ${documentId}` : tx``} ${measureId ? tx`and t.measure_id = ${measureId}` : tx``}
      ${kind ? tx`and t.kind = ${kind}` : tx``} ${role ? tx`and t.role = ${role}` : tx``}
      ${
        state === 'open'
          ? tx`and t.state not in ('ended', 'reassigned') and t.state <> case when t.kind = 'measure' then 'done' else 'read' end`
          : state
            ? tx`and t.state = ${state}`
            : tx``
      }
      ${after ? tx`and (t.due_at, t.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : tx``}
    order by t.due_at desc, t.id desc limit ${limit}) t
  join command.issued i on i.county = t.county and i.document_id = t.document_id
  left join command.measure m on m.county = t.county and m.id = t.measure_id
  order by t.due_at desc, t.id desc`

export const findListed = async (tx: Tx, id: string, moment: Date): Promise<ListedTask | null> =>
  (
    await tx<ListedTask[]>`
      select ${listed(tx)} from command.tasks_at(${moment}) t
      join command.issued i on i.county = t.county and i.document_id = t.document_id
      left join command.measure m on m.county = t.county and m.id = t.measure_id
      where t.id = ${id}`
  )[0] ?? null

export interface StoredTaskStep {
  id: string
  step: TaskStep
  note: string | null
  quantity: number | null
  unit: string | null
  dueAt: Date | null
  toTask: string | null
  occurredAt: Date
  receivedAt: Date
  seatId: string | null
  photos: Array<{ id: string; type: string; size: number }>
}
export const listTaskSteps = (tx: Tx, taskId: string) => tx<StoredTaskStep[]>`
  select s.id, s.step, s.note, s.quantity::float8 as quantity, s.unit, s.due_at as "dueAt", s.to_task as "toTask",
    s.occurred_at as "occurredAt", s.received_at as "receivedAt", s.seat_id as "seatId", coalesce((
      select jsonb_agg(jsonb_build_object('id', p.id, 'type', p.type, 'size', p.size) order by p.id)
      from command.step_photo l join command.task_photo p on p.county = l.county and p.id = l.photo_id
      where l.county = s.county and l.step_id = s.id), '[]') as photos
  from command.task_step s where s.county = (select kernel.app_county()) and s.task_id = ${taskId}
  order by s.occurred_at, s.received_at, s.id`

export const linkPhotos = (
  tx: Tx,
  rows: ReadonlyArray<{ county: number; step_id: string; photo_id: string; division: string }>,
) => tx`insert into command.step_photo ${tx(rows)} on conflict do nothing`.execute()

/** Which picture belongs to which task. */
export async function findPhotoTasks(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx<{ id: string; taskId: string }[]>`
    select id, task_id as "taskId" from command.task_photo
    where county = (select kernel.app_county()) and id = any (${[...new Set(ids)]}::uuid[])`
  return new Map(rows.map(({ id, taskId }) => [id, taskId]))
}
export interface StoredPhoto {
  division: string
  role: Role | null
  type: string
  content: Buffer
}
export const findPhoto = async (tx: Tx, id: string): Promise<StoredPhoto | null> =>
  (
    await tx<StoredPhoto[]>`
      select p.division, t.role, p.type, p.content from command.task_photo p
      join command.task t on t.county = p.county and t.id = p.task_id
      where p.county = (select kernel.app_county()) and p.id = ${id} and p.content <> ''::bytea`
  )[0] ?? null

export const listKept = async (tx: Tx, ids: readonly string[]): Promise<string[]> =>
  (
    await tx<{ id: string }[]>`
      select id from command.task_step where county = (select kernel.app_county()) and id = any (${[...ids]}::uuid[])`
  ).map(({ id }) => id)
