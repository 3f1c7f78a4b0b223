import { z } from 'zod'
import { MaskedPerson } from '../people/schema.ts'
import { grounds, kinds, sourceKinds } from './rules.ts'
import { Day, Division, Instant } from './schema.ts'

const paging = { after: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }
const page = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), next: z.string().nullable() })

export const OrderState = z.enum(['standing', 'ended'])
export const ListState = z.enum(['standing', 'ends-today', 'review-due', 'review-overdue', 'appealed', 'ended'])
export const EndedWhyOf = z.enum([
  'expired',
  'released',
  'case-excluded',
  'appeal-upheld',
  'transferred',
  'to-hospital',
  'died',
  'entered-wrongly',
])
export const ListOrders = z.strictObject({
  state: ListState.default('standing'),
  kind: z.enum(kinds).optional(),
  area: Division.optional(),
  ...paging,
})
const row = {
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  person: MaskedPerson.nullable(),
  personId: z.uuid(),
  householdId: z.uuid().nullable(),
  kind: z.enum(kinds),
  profile: z.string(),
  ground: z.enum(grounds),
  state: OrderState,
  startsAt: Instant,
  endsAt: Instant,
  endsOn: Day,
  reviewOn: Day,
  anchorOn: Day,
  /** Day 0 is the anchor. */
  dayNumber: z.int(),
  documentNo: z.string(),
  appealed: z.boolean(),
  endedWhy: EndedWhyOf.nullable(),
  certificateNo: z.string().nullable(),
}
export const OrderRow = z.strictObject(row)
export type OrderRow = z.infer<typeof OrderRow>
export const OrderPage = page(OrderRow)

export const OneOrder = z.strictObject({ orderId: z.uuid() })
export const Act = z.strictObject({
  type: z.enum(['opened', 'extended', 'shortened', 'reviewed', 'appealed', 'appeal-decided', 'ended']),
  id: z.uuid(),
  at: Instant,
  endsOn: Day.nullable(),
  reviewOn: Day.nullable(),
  documentNo: z.string().nullable(),
  authority: z.string().nullable(),
  decider: z.string().nullable(),
  ground: z.enum(grounds).nullable(),
  why: z.string().nullable(),
  outcome: z.string().nullable(),
  lodger: z.string().nullable(),
  said: z.string().nullable(),
  appealId: z.uuid().nullable(),
})
export const OrderCard = z.strictObject({
  ...row,
  authority: z.string(),
  decider: z.string(),
  appeal: z.string(),
  source: z.strictObject({ kind: z.enum(sourceKinds), ref: z.uuid().nullable() }),
  home: z.strictObject({ checkedAt: Instant, checkedBy: z.string() }).nullable(),
  observation: z
    .strictObject({ from: Day, to: Day, monitoringTo: Day.nullable(), testDays: z.array(Day), releaseFrom: Day })
    .nullable(),
  follows: z.uuid().nullable(),
  followedBy: z.uuid().nullable(),
  openAppealId: z.uuid().nullable(),
  acts: z.array(Act),
  /** Checkpoints passed while the order stood, newest first. */
  passages: z.array(z.strictObject({ id: z.uuid(), checkpoint: z.string(), division: z.string(), at: Instant })),
})
export type OrderCard = z.infer<typeof OrderCard>

export const AskOrderBoard = z.strictObject({ area: Division.optional() })
const counts = {
  home: z.int(),
  central: z.int(),
  endsToday: z.int(),
  reviewDue: z.int(),
  reviewOverdue: z.int(),
  appealed: z.int(),
}
export const OrderBoard = z.strictObject({
  at: Instant,
  total: z.strictObject(counts),
  divisions: z.array(z.strictObject({ division: z.string(), name: z.string(), ...counts })),
})

export const Proposal = z.strictObject({
  id: z.uuid(),
  division: z.string(),
  divisionName: z.string(),
  person: MaskedPerson.nullable(),
  personId: z.uuid(),
  householdId: z.uuid().nullable(),
  kind: z.enum(kinds),
  ground: z.enum(grounds),
  anchorOn: Day,
  source: z.strictObject({ kind: z.enum(sourceKinds), ref: z.uuid().nullable() }),
  home: z.strictObject({ checkedAt: Instant, checkedBy: z.string(), met: z.array(z.string()) }).nullable(),
  proposedAt: Instant,
})
export const ListProposals = z.strictObject({ area: Division.optional(), ...paging })
export const ProposalPage = page(Proposal)
