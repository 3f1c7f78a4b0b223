import { z } from 'zod'
import { DocumentNo, Instant, LINES_MAX, Note, page, paging, sent, Why, Words } from './schema.ts'

/** Exact: a decimal as it is written, `14.6`, of the pack named, or of the base unit. */
const Amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)
/** Some goods of one lot. Goods without a lot number are in the lot that has the id of their item. */
const Line = z.strictObject({
  itemId: z.uuid(),
  lotId: z.uuid(),
  amount: Amount,
  packId: z.uuid().nullable().default(null),
})
export type Line = z.infer<typeof Line>
const lines = z.array(Line).min(1).max(LINES_MAX)
const base = { id: z.uuid(), storeId: z.uuid(), at: Instant, lines, note: Note }

export const Source = z.enum(['allocated', 'bought', 'donated', 'returned'])
const Received = z.strictObject({
  ...base,
  kind: z.literal('received'),
  account: Source,
  /** From whom: an office, a firm, a group. */
  party: Words(60).nullable().default(null),
  documentNo: DocumentNo,
})
const Sold = z.strictObject({ ...base, kind: z.literal('sold') })
const Sent = z.strictObject({ ...base, kind: z.literal('sent'), toStoreId: z.uuid(), documentNo: DocumentNo })
const Arrived = z.strictObject({
  ...base,
  kind: z.literal('arrived'),
  consignmentId: z.uuid(),
  /** What is missing or too much, and why. */
  why: Why.nullable().default(null),
})
export const Counted = z.strictObject({ ...base, kind: z.literal('counted'), why: Why.nullable().default(null) })
const WrittenOff = z.strictObject({
  ...base,
  kind: z.literal('written-off'),
  account: z.enum(['written-off', 'expired']),
  documentNo: Words(60),
  why: Why,
})
export const Movement = z.discriminatedUnion('kind', [Received, Sold, Sent, Arrived, Counted, WrittenOff])
export type Movement = z.infer<typeof Movement>
export const MovementBatch = sent(Movement)
export const CountBatch = sent(Counted)

export const PartyKind = z.enum(['township', 'village', 'checkpoint', 'site', 'hospital', 'team', 'residents', 'other'])
/** An issue as one person prepares it; nothing leaves the store before another confirms it. */
export const PrepareIssue = z.strictObject({
  ...base,
  to: z.strictObject({
    kind: PartyKind,
    /** A division's code, or the id of a checkpoint or site. */
    ref: z.string().max(40).nullable().default(null),
    party: Words(60),
  }),
  documentNo: DocumentNo,
})
export type PrepareIssue = z.infer<typeof PrepareIssue>
export const SlipBatch = sent(PrepareIssue)
export const ConfirmIssue = z.strictObject({ id: z.uuid(), slipId: z.uuid(), at: Instant })
export type ConfirmIssue = z.infer<typeof ConfirmIssue>
export const ConfirmBatch = sent(ConfirmIssue)
export const EndSlip = z.strictObject({ id: z.uuid(), slipId: z.uuid(), at: Instant, why: Why })
export const ReverseMovement = z.strictObject({ id: z.uuid(), movementId: z.uuid(), at: Instant, why: Why })

export const MovementKind = z.enum([
  'received',
  'issued',
  'sold',
  'sent',
  'arrived',
  'counted',
  'written-off',
  'reversed',
])
export const LineRow = z.strictObject({
  itemId: z.uuid(),
  lotId: z.uuid(),
  /** In the item's base unit; of a count, what was found. */
  quantity: z.int(),
  packId: z.uuid().nullable(),
  amount: z.string().nullable(),
  /** Of a count: what should have been there. */
  book: z.int().nullable(),
})
export const MovementRow = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  storeName: z.string(),
  kind: MovementKind,
  account: z.string(),
  at: Instant,
  receivedAt: Instant,
  lines: z.array(LineRow),
  documentNo: z.string().nullable(),
  party: z.string().nullable(),
  note: z.string().nullable(),
  why: z.string().nullable(),
  slipId: z.uuid().nullable(),
  toStoreId: z.uuid().nullable(),
  consignmentId: z.uuid().nullable(),
  reversesId: z.uuid().nullable(),
  /** The movement that booked this one back. */
  reversedBy: z.uuid().nullable(),
})
export const ListMovements = z.strictObject({
  storeId: z.uuid().optional(),
  kind: MovementKind.optional(),
  asOf: Instant.optional(),
  ...paging,
})
export const MovementPage = page(MovementRow)

export const SlipRow = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  storeName: z.string(),
  at: Instant,
  lines: z.array(LineRow),
  toKind: PartyKind,
  party: z.string(),
  documentNo: z.string().nullable(),
  note: z.string().nullable(),
  state: z.enum(['open', 'issued', 'ended']),
  /** Prepared by whoever asks: somebody else has to confirm it. */
  mine: z.boolean(),
})
export const ListSlips = z.strictObject({
  storeId: z.uuid().optional(),
  state: z.enum(['open', 'all']).default('open'),
  ...paging,
})
export const SlipPage = page(SlipRow)

export const ConsignmentRow = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  storeName: z.string(),
  toStoreId: z.uuid(),
  toStoreName: z.string(),
  sentAt: Instant,
  lines: z.array(LineRow),
  documentNo: z.string().nullable(),
  endedAt: Instant.nullable(),
  arrived: z.array(LineRow).nullable(),
})
export const ListConsignments = z.strictObject({
  storeId: z.uuid().optional(),
  state: z.enum(['under-way', 'all']).default('under-way'),
  ...paging,
})
export const ConsignmentPage = page(ConsignmentRow)
