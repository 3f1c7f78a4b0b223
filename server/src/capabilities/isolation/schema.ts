import { z } from 'zod'
import {
  anchorKinds,
  appealOutcomes,
  grounds,
  homeConditions,
  kinds,
  lodgers,
  sourceKinds,
  waysToEnd,
} from './rules.ts'

export const BATCH_MAX = 1_000

export const Instant = z.iso.datetime({ offset: true })
/** A calendar day in the county's zone. */
export const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)

/** What an order rests on: a record of a neighbour, or nothing but the paper. */
export const Source = z
  .strictObject({ kind: z.enum(sourceKinds), ref: z.uuid().nullable().default(null) })
  .refine(({ kind, ref }) => (kind === 'hand') === (ref === null), {
    path: ['ref'],
    message: '须写明所依据的记录;手工登记不写 | Name the record it rests on; by hand there is none',
  })
export type Source = z.infer<typeof Source>

const words = (least: number, most: number) => z.string().trim().min(least).max(most)

/** What every decision has to say before anybody may be kept anywhere. */
const decided = {
  /** As it stands on the document: 兴防办〔2020〕12号. */
  documentNo: words(3, 60),
  authority: words(2, 80),
  /** The person who decided, by name. */
  decider: words(2, 40),
  ground: z.enum(grounds),
  /** Day 0 of the observation. */
  anchorOn: Day,
  endsOn: Day,
  reviewOn: Day,
  /** Where and how the person can object. */
  appeal: words(6, 300),
}

/** That the home will do, and who saw it. */
export const HomeCheck = z.strictObject({
  checkedAt: Instant,
  checkedBy: words(2, 40),
  met: z.array(z.enum(homeConditions)).max(homeConditions.length),
})
export type HomeCheck = z.infer<typeof HomeCheck>

export const OpenOrder = z.strictObject({
  id: z.uuid(),
  /** Who answers for the person: the village, for isolation at home. */
  division: Division,
  recordedAt: Instant,
  personId: z.uuid(),
  householdId: z.uuid().nullable().default(null),
  kind: z.enum(kinds),
  disease: z.string().min(2).max(40).default('covid-19'),
  source: Source,
  startsAt: Instant,
  anchorKind: z.enum(anchorKinds).default('last-exposure'),
  ...decided,
  /** The proposal that this answers. */
  proposalId: z.uuid().nullable().default(null),
  home: HomeCheck.nullable().default(null),
})
export type OpenOrder = z.infer<typeof OpenOrder>
export const Opened = z.strictObject({
  id: z.uuid(),
  arrival: z.enum(['new', 'again']),
  profile: z.string(),
  endsAt: Instant,
})
export type Opened = z.infer<typeof Opened>

export const EndOrder = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  endedAt: Instant,
  why: z.enum(waysToEnd),
  /** Never a name. */
  note: z.string().trim().max(200).nullable().default(null),
})
export type EndOrder = z.infer<typeof EndOrder>
export const Ended = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  arrival: z.enum(['new', 'again']),
  certificateNo: z.string().nullable(),
})
export type Ended = z.infer<typeof Ended>

const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })
export const OrderBatch = sent(OpenOrder)
export const EndingBatch = sent(EndOrder)

/** A fresh decision: everything that the first one had to say, said again. */
export const ExtendOrder = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  decidedAt: Instant,
  source: Source,
  ...decided,
})
export type ExtendOrder = z.infer<typeof ExtendOrder>
export const ShortenOrder = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  endsOn: Day,
  decider: words(2, 40),
  why: words(2, 200),
})
export type ShortenOrder = z.infer<typeof ShortenOrder>
/** Looked at again, and still needed. What is not needed any more is ended. */
export const ReviewOrder = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  reviewedAt: Instant,
  reviewer: words(2, 40),
  /** What the home fulfils, where somebody looked. */
  homeMet: z.array(z.enum(homeConditions)).max(homeConditions.length).nullable().default(null),
  nextOn: Day,
})
export type ReviewOrder = z.infer<typeof ReviewOrder>
/** To another village or household, or from a home to a central place and back: this order ends and the next begins. */
export const TransferOrder = z.strictObject({
  /** Of the order that begins. */
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  movedAt: Instant,
  kind: z.enum(kinds),
  division: Division,
  householdId: z.uuid().nullable().default(null),
  home: HomeCheck.nullable().default(null),
  /** Without one the decision that holds goes with the person; it cannot change the kind or the end. */
  decided: z
    .strictObject({ source: Source, ...decided })
    .nullable()
    .default(null),
})
export type TransferOrder = z.infer<typeof TransferOrder>
export const Arrived = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const ArrivedOf = Arrived.extend({ orderId: z.uuid() })

export const LodgeAppeal = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  recordedAt: Instant,
  lodgedAt: Instant,
  lodger: z.enum(lodgers),
  said: z.string().trim().min(1).max(1000).nullable().default(null),
})
export type LodgeAppeal = z.infer<typeof LodgeAppeal>
export const DecideAppeal = z.strictObject({
  id: z.uuid(),
  orderId: z.uuid(),
  appealId: z.uuid(),
  recordedAt: Instant,
  decidedAt: Instant,
  outcome: z.enum(appealOutcomes),
  documentNo: words(3, 60),
  decider: words(2, 40),
  reason: words(2, 500),
})
export type DecideAppeal = z.infer<typeof DecideAppeal>

export const Propose = z.strictObject({
  id: z.uuid(),
  division: Division,
  recordedAt: Instant,
  personId: z.uuid(),
  householdId: z.uuid().nullable().default(null),
  kind: z.enum(kinds),
  source: Source,
  ground: z.enum(grounds),
  anchorOn: Day,
  home: HomeCheck.nullable().default(null),
})
export type Propose = z.infer<typeof Propose>
export const DeclineProposal = z.strictObject({
  id: z.uuid(),
  proposalId: z.uuid(),
  recordedAt: Instant,
  reason: words(2, 200),
})
