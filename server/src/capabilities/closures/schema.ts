import { z } from 'zod'
import { actions, classes, conditions, kinds, orderStates, outcomes, subjectStates, waysToGo } from './rules.ts'

export const BATCH_MAX = 500

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
const Words = (least: number, most: number) => z.string().trim().min(least).max(most)
const Post = Words(2, 60)
const Why = Words(2, 200)
const paging = { after: z.string().max(120).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })
const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })

export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export type Kept = z.infer<typeof Kept>

// --- The register -----------------------------------------------------------------------------------------------------------

export const AddSubject = z.strictObject({
  id: z.uuid(),
  division: Division,
  kind: z.enum(kinds),
  class: z.enum(classes),
  /** What the firm calls itself, never a person. */
  name: Words(2, 80),
  address: z.string().trim().max(120).default(''),
  heldFrom: Instant.nullable().default(null),
  heldTo: Instant.nullable().default(null),
  /** Since when the register has it. */
  at: Instant,
})
export type AddSubject = z.infer<typeof AddSubject>
export const SubjectBatch = sent(AddSubject)
export const EndSubject = z.strictObject({ id: z.uuid(), subjectId: z.uuid(), why: z.enum(waysToGo), at: Instant })

export const ListSubjects = z.strictObject({
  area: Division.optional(),
  kind: z.enum(kinds).optional(),
  class: z.enum(classes).optional(),
  state: z.enum([...subjectStates, 'held']).optional(),
  asOf: Instant.optional(),
  ...paging,
})
const subject = {
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  kind: z.enum(kinds),
  class: z.enum(classes),
  name: z.string(),
  address: z.string(),
  heldFrom: Instant.nullable(),
  heldTo: Instant.nullable(),
  state: z.enum(subjectStates),
  since: Instant.nullable(),
  until: Instant.nullable(),
  found: z.enum(['closed', 'open']).nullable(),
  foundAt: Instant.nullable(),
  orderId: z.uuid().nullable(),
}
export const SubjectRow = z.strictObject(subject)
export type SubjectRow = z.infer<typeof SubjectRow>
export const SubjectPage = page(SubjectRow)

export const AskMatrix = z.strictObject({
  area: Division.optional(),
  kind: z.enum(kinds).optional(),
  asOf: Instant.optional(),
})
const cell = {
  class: z.enum(classes),
  registered: z.int(),
  /** That have to be shut, called off or suspended. */
  should: z.int(),
  closed: z.int(),
  breaches: z.int(),
  reopened: z.int(),
}
export const Matrix = z.strictObject({
  at: Instant,
  townships: z.array(z.strictObject({ division: z.string(), name: z.string() })),
  cells: z.array(z.strictObject({ township: z.string(), ...cell })),
})

// --- Decisions --------------------------------------------------------------------------------------------------------------

/** What every decision has to say before anything may be kept shut. */
const decided = {
  documentId: z.uuid(),
  authority: Words(2, 80),
  /** The post under which it was decided, never a name. */
  decider: Post,
  basis: Words(4, 200),
  ground: Words(2, 300),
  endsOn: Day,
  reviewOn: Day,
  /** Where and how the firm can object. */
  appeal: Words(6, 300),
}
export const OpenOrder = z.strictObject({
  id: z.uuid(),
  /** The area whose subjects of these classes it closes. */
  division: Division,
  classes: z.array(z.enum(classes)).max(classes.length).default([]),
  subjectIds: z.array(z.uuid()).max(500).default([]),
  startsAt: Instant,
  ...decided,
})
export type OpenOrder = z.infer<typeof OpenOrder>
export const ExtendOrder = z.strictObject({ id: z.uuid(), orderId: z.uuid(), decidedAt: Instant, ...decided })
export type ExtendOrder = z.infer<typeof ExtendOrder>
export const LiftOrder = z.strictObject({ id: z.uuid(), orderId: z.uuid(), decider: Post, why: Why, at: Instant })
export const ReviewOrder = z.strictObject({ id: z.uuid(), orderId: z.uuid(), reviewer: Post, at: Instant, nextOn: Day })

export const ListOrders = z.strictObject({
  state: z.enum(['standing', 'review-due', 'over', 'all']).default('standing'),
  asOf: Instant.optional(),
  ...paging,
})
const order = {
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  classes: z.array(z.enum(classes)),
  named: z.int(),
  state: z.enum(orderStates),
  startsAt: Instant,
  endsOn: Day,
  until: Instant,
  overWhy: z.enum(['expired', 'document-ended', 'lifted']),
  reviewOn: Day,
  isReviewDue: z.boolean(),
  documentId: z.uuid(),
  documentNo: z.string(),
  documentTitle: z.string(),
  authority: z.string(),
  decider: z.string(),
  basis: z.string(),
  ground: z.string(),
  appeal: z.string(),
}
export const OrderRow = z.strictObject(order)
export type OrderRow = z.infer<typeof OrderRow>
export const OrderPage = page(OrderRow)
export const AskOrder = z.strictObject({ orderId: z.uuid() })
export const OrderAct = z.strictObject({
  type: z.enum(['decided', 'extended', 'reviewed', 'lifted']),
  id: z.uuid(),
  at: Instant,
  by: z.string(),
  documentNo: z.string().nullable(),
  endsOn: Day.nullable(),
  why: z.string().nullable(),
})
export const OrderCard = z.strictObject({ ...order, acts: z.array(OrderAct) })

// --- The course of one subject ----------------------------------------------------------------------------------------------

const ofSubject = { id: z.uuid(), subjectId: z.uuid(), at: Instant }
export const Inspect = z.strictObject({
  ...ofSubject,
  found: z.enum(['closed', 'open']),
  /** What was done about it, where it was found open. */
  action: z.enum(actions).nullable().default(null),
  /** Which office went, never a name. */
  inspector: Post,
})
export type Inspect = z.infer<typeof Inspect>
export const InspectionBatch = sent(Inspect)
export const Apply = z.strictObject(ofSubject)
export const CheckApplication = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  met: z.array(z.enum(conditions)).max(conditions.length),
  inspector: Post,
  at: Instant,
})
export const DecideApplication = z.strictObject({
  id: z.uuid(),
  applicationId: z.uuid(),
  granted: z.boolean(),
  decider: Post,
  reason: Why,
  at: Instant,
})
export const LodgeAppeal = z.strictObject({
  ...ofSubject,
  orderId: z.uuid(),
  /** Under which its letter is kept: what it says stays on it. */
  letterNo: Words(1, 60),
})
export const DecideAppeal = z.strictObject({
  id: z.uuid(),
  appealId: z.uuid(),
  outcome: z.enum(outcomes),
  decider: Post,
  reason: Why,
  at: Instant,
})

export const AskSubject = z.strictObject({ subjectId: z.uuid(), asOf: Instant.optional() })
export const SubjectAct = z.strictObject({
  type: z.enum(['closing', 'inspected', 'applied', 'checked', 'decided', 'appealed', 'answered', 'over', 'gone']),
  id: z.uuid(),
  at: Instant,
  by: z.string().nullable(),
  /** found, granted, outcome, passed, or why it was over. */
  outcome: z.string().nullable(),
  words: z.string().nullable(),
  met: z.array(z.enum(conditions)).nullable(),
})
export type SubjectAct = z.infer<typeof SubjectAct>
export const SubjectCard = z.strictObject({
  ...subject,
  orders: z.array(OrderRow),
  openApplicationId: z.uuid().nullable(),
  openAppealId: z.uuid().nullable(),
  acts: z.array(SubjectAct),
})

// --- For everybody ----------------------------------------------------------------------------------------------------------

export const AskPublic = z.strictObject({
  county: z.string().regex(/^\d{6}$/),
  area: Division.optional(),
  class: z.enum(classes).optional(),
  ...paging,
})
export const PublicClosure = z.strictObject({
  name: z.string(),
  kind: z.enum(kinds),
  class: z.enum(classes),
  divisionName: z.string(),
  since: Instant,
  until: Instant,
  documentNo: z.string(),
  authority: z.string(),
  appeal: z.string(),
})
export const PublicPage = page(PublicClosure)

export const PrintNotice = z.strictObject({
  subjectId: z.uuid(),
  paper: z.enum(['a4', 'a5']).default('a4'),
  language: z.enum(['zh', 'en', 'both']).default('zh'),
  contact: Words(2, 80),
})
export const PrintedFile = z.strictObject({
  subjectId: z.uuid(),
  fileName: z.string(),
  type: z.string(),
  content: z.base64(),
})
