import { z } from 'zod'
import { ROLES } from '../../kernel/operation.ts'
import { TASK_KINDS, TASK_STATES, TASK_STEPS } from './rules.tasks.ts'
import { Division, Instant, Kept, Kind, page, paging, Words } from './schema.documents.ts'

export const TARGETS_MAX = 5000
export const STEPS_MAX = 500
export const TaskState = z.enum(TASK_STATES)
export type TaskState = z.infer<typeof TaskState>
const Counts = z.partialRecord(TaskState, z.int())
export type Counts = z.infer<typeof Counts>

/** What shows that it was done. */
export const Asks = z.strictObject({
  words: z.boolean().default(true),
  /** The unit of the number that is asked: 户, 场次. */
  count: Words(12).nullable().default(null),
  photo: z.boolean().default(false),
})
export type Asks = z.infer<typeof Asks>

export const AddMeasures = z.strictObject({
  documentId: z.uuid(),
  measures: z
    .array(
      z.strictObject({
        id: z.uuid(),
        /** The point of the document that says so. */
        point: z.int().min(1).max(99).nullable().default(null),
        title: Words(120),
        details: Words(1000).nullable().default(null),
        asks: Asks.prefault({}),
      }),
    )
    .min(1)
    .max(40),
})
export const MeasuresKept = z.strictObject({ fresh: z.int(), again: z.int() })

export const Targets = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('townships') }),
  z.strictObject({ to: z.literal('villages') }),
  z.strictObject({ to: z.literal('communities') }),
  /** Every township, village and community. */
  z.strictObject({ to: z.literal('everywhere') }),
  z.strictObject({ to: z.literal('places'), divisions: z.array(Division).min(1).max(TARGETS_MAX) }),
  z.strictObject({ to: z.literal('posts'), postIds: z.array(z.uuid()).min(1).max(500) }),
  /** Whoever sits on such a seat in these places. */
  z.strictObject({ to: z.literal('role'), role: z.enum(ROLES), divisions: z.array(Division).min(1).max(TARGETS_MAX) }),
])
export type Targets = z.infer<typeof Targets>

/** Hands a document, or one of its measures, to many at once. */
export const GiveTasks = z
  .strictObject({
    id: z.uuid(),
    documentId: z.uuid(),
    measureId: z.uuid().nullable().default(null),
    targets: Targets,
    at: Instant,
    /** By when it has to be confirmed, and by when read (a document) or done (a measure). */
    receiptBy: Instant,
    dueAt: Instant,
  })
  .refine(
    ({ at, receiptBy, dueAt }) => Date.parse(at) <= Date.parse(receiptBy) && Date.parse(receiptBy) <= Date.parse(dueAt),
    {
      path: ['dueAt'],
      message: '下达、签收、完成时限须依次在后 | Given, confirmed and done: each not before the one in front of it',
    },
  )
export const TasksGiven = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  /** How many have it now that had it not, and how many had it before. */
  given: z.int(),
  before: z.int(),
})

export const ListMeasures = z.strictObject({
  documentId: z.uuid().optional(),
  standing: z.stringbool().default(false),
  asOf: Instant.optional(),
  ...paging,
})
export const MeasureRow = z.strictObject({
  id: z.uuid(),
  documentId: z.uuid(),
  number: z.string(),
  documentTitle: z.string(),
  documentState: z.enum(['issued', 'withdrawn', 'superseded']),
  issuedAt: Instant,
  nth: z.int(),
  point: z.int().nullable(),
  title: z.string(),
  details: z.string().nullable(),
  asks: Asks,
  tasks: z.int(),
  dueAt: Instant.nullable(),
  counts: Counts,
})
export const MeasurePage = z.strictObject({ ...page(MeasureRow).shape, asOf: Instant })

const Addressee = {
  division: Division,
  divisionName: z.string(),
  postId: z.uuid().nullable(),
  /** Null, too, where the reader may not know the post. */
  postTitle: z.string().nullable(),
  role: z.enum(ROLES).nullable(),
}
export const TaskRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(TASK_KINDS),
  documentId: z.uuid(),
  number: z.string(),
  documentTitle: z.string(),
  documentKind: Kind,
  measureId: z.uuid().nullable(),
  title: z.string(),
  asks: Asks.nullable(),
  ...Addressee,
  at: Instant,
  receiptBy: Instant,
  dueAt: Instant,
  state: TaskState,
  deliveredAt: Instant.nullable(),
  heardAt: Instant.nullable(),
  readAt: Instant.nullable(),
  doneAt: Instant.nullable(),
})
export type TaskRow = z.infer<typeof TaskRow>
export const ListTasks = z.strictObject({
  documentId: z.uuid().optional(),
  measureId: z.uuid().optional(),
  kind: z.enum(TASK_KINDS).optional(),
  area: Division.optional(),
  /** Only this place, and not what lies in it. */
  exact: z.stringbool().default(false),
  state: z.enum([...TASK_STATES, 'open']).optional(),
  asOf: Instant.optional(),
  ...paging,
})
export const TaskPage = z.strictObject({ ...page(TaskRow).shape, asOf: Instant })

export const AskTask = z.strictObject({ taskId: z.uuid() })
export const TaskDetails = z.strictObject({
  ...TaskRow.shape,
  details: z.string().nullable(),
  documentState: z.enum(['issued', 'withdrawn', 'superseded']),
  follows: z.uuid().nullable(),
  steps: z.array(
    z.strictObject({
      id: z.uuid(),
      step: z.enum(TASK_STEPS),
      note: z.string().nullable(),
      quantity: z.number().nullable(),
      unit: z.string().nullable(),
      dueAt: Instant.nullable(),
      toTask: z.uuid().nullable(),
      occurredAt: Instant,
      receivedAt: Instant,
      /** The post that it was done on. */
      seat: z.string().nullable(),
      photos: z.array(z.strictObject({ id: z.uuid(), type: z.string(), size: z.int() })),
    }),
  ),
  /** What the reader may do with it as it stands. */
  next: z.array(z.enum(TASK_STEPS)),
})

export const TaskStepItem = z
  .strictObject({
    id: z.uuid(),
    taskId: z.uuid(),
    step: z.enum(['delivered', 'received', 'read', 'doing', 'done', 'returned']),
    note: z.string().trim().min(2).max(500).nullable().default(null),
    quantity: z.number().min(0).max(1_000_000_000).nullable().default(null),
    photoIds: z.array(z.uuid()).max(6).default([]),
    /** A return may set a later date. */
    dueAt: Instant.nullable().default(null),
    deviceSeq: z.int().min(1).nullable().default(null),
    recordedAt: Instant,
  })
  .refine(({ step, note }) => step !== 'returned' || note !== null, {
    path: ['note'],
    message: '退回须写明原因 | Returning needs the reason',
  })
  .refine(({ step, dueAt }) => step === 'returned' || dueAt === null, {
    path: ['dueAt'],
    message: '只有退回可以另定时限 | Only a return can set another date',
  })
  .refine(({ step, quantity, photoIds }) => step === 'done' || (quantity === null && photoIds.length === 0), {
    path: ['step'],
    message: '数量和照片随“完成”一并上报 | Number and pictures go with "done"',
  })
export type TaskStepItem = z.infer<typeof TaskStepItem>
export const StepBatch = z.strictObject({
  /** The device's clock at the moment of sending: a wrong clock is corrected by the difference. */
  sentAt: Instant.nullable().default(null),
  items: z.array(TaskStepItem).max(STEPS_MAX),
})
export const StepReceipt = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  receivedAt: Instant,
  occurredAt: Instant,
  state: TaskState,
})
export type StepReceipt = z.infer<typeof StepReceipt>

export const Reassign = z.strictObject({
  id: z.uuid(),
  taskId: z.uuid(),
  toTask: z.uuid(),
  division: Division,
  postId: z.uuid().nullable().default(null),
  dueAt: Instant,
  note: z.string().trim().min(2).max(500),
})
export const AddPhoto = z.strictObject({
  id: z.uuid(),
  taskId: z.uuid(),
  content: z.base64().min(4).max(2_800_000),
})
export const PhotoKept = z.strictObject({ ...Kept.shape, type: z.string(), size: z.int(), sha256: z.string() })
export const AskPhoto = z.strictObject({ photoId: z.uuid() })
export const Photo = z.strictObject({ type: z.string(), content: z.base64() })

export const AskChain = z.strictObject({
  documentId: z.uuid(),
  measureId: z.uuid().optional(),
  /** One township alone. */
  area: Division.optional(),
  asOf: Instant.optional(),
  after: z.string().max(12).optional(),
  /** Townships of a page. */
  limit: z.coerce.number().int().min(1).max(60).default(40),
})
const Cell = z.strictObject({
  division: Division,
  name: z.string(),
  /** The worst of what it has; null where it has nothing of this. */
  state: TaskState.nullable(),
  counts: Counts,
})
export const Chain = z.strictObject({
  asOf: Instant,
  documentId: z.uuid(),
  number: z.string(),
  title: z.string(),
  documentState: z.enum(['issued', 'withdrawn', 'superseded']),
  measureId: z.uuid().nullable(),
  measureTitle: z.string().nullable(),
  /** Of all that the reader sees, whatever the page. */
  counts: Counts,
  townships: z.array(z.strictObject({ ...Cell.shape, below: Counts, cells: z.array(Cell) })),
  next: z.string().nullable(),
})
