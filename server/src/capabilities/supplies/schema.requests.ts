import { z } from 'zod'
import { REQUEST_PURPOSES, REQUEST_STATES } from './rules.allocation.ts'
import { Day, Division, DocumentNo, Instant, Note, page, paging, sent, Unit, Why, Words } from './schema.ts'

const Quantity = z.int().min(1).max(1_000_000_000_000)
export const RequestPurpose = z.enum(REQUEST_PURPOSES)
/** In the base unit of the item. Who needs several items sends several. */
export const MakeRequest = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  itemId: z.uuid(),
  quantity: Quantity,
  purpose: RequestPurpose,
  neededOn: Day,
  note: Note,
  at: Instant,
})
export type MakeRequest = z.infer<typeof MakeRequest>
export const RequestBatch = sent(MakeRequest)
export const EndRequest = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  how: z.enum(['withdrawn', 'declined']),
  why: Why,
  at: Instant,
})
/** A person's decision, with or without a proposal before it. */
export const Allot = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  /** Out of which store. */
  storeId: z.uuid(),
  quantity: Quantity,
  documentNo: DocumentNo,
  why: z.string().trim().min(1).max(200).nullable().default(null),
  at: Instant,
})
export type Allot = z.infer<typeof Allot>
export const AllotBatch = sent(Allot)
const Lot = z.strictObject({
  lotId: z.uuid(),
  amount: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/),
  packId: z.uuid().nullable().default(null),
})
/** Sends goods for a request: a movement of the ledger and what it is for, together or not at all. */
export const Ship = z.strictObject({
  id: z.uuid(),
  requestId: z.uuid(),
  storeId: z.uuid(),
  lots: z.array(Lot).min(1).max(100),
  documentNo: DocumentNo,
  note: Note,
  at: Instant,
})
export const RequestState = z.enum(REQUEST_STATES)
export const RequestRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  divisionName: z.string(),
  storeId: z.uuid(),
  storeName: z.string(),
  itemId: z.uuid(),
  itemName: z.string(),
  unit: Unit,
  quantity: z.int(),
  purpose: RequestPurpose,
  neededOn: Day,
  note: z.string().nullable(),
  at: Instant,
  allotted: z.int(),
  sent: z.int(),
  arrived: z.int(),
  state: RequestState,
  endWhy: z.string().nullable(),
})
export const ListRequests = z.strictObject({
  itemId: z.uuid().optional(),
  state: z.enum(['open', 'all']).default('open'),
  asOf: Instant.optional(),
  ...paging,
})
export const RequestPage = page(RequestRow)

/** What somebody would do with too little: which purposes come first, what each gets at least, what stays in the store. */
export const AskProposal = z.strictObject({
  itemId: z.uuid(),
  storeId: z.uuid(),
  /** Stays in the store, in the base unit. */
  keep: z.int().min(0).max(1_000_000_000_000).default(0),
  /** Whole packs of so many. */
  step: z.int().min(1).max(1_000_000_000).default(1),
  /** Requests of the first come before those of the second, and those before the rest. */
  first: z.array(RequestPurpose).max(6).default(['medical', 'isolation']),
  second: z.array(RequestPurpose).max(6).default(['checkpoints', 'visits']),
  /** Of what was asked for, each gets at least this share, as far as it goes. */
  floorPercent: z.int().min(0).max(100).default(20),
})
export const Proposal = z.strictObject({
  itemId: z.uuid(),
  itemName: z.string(),
  unit: Unit,
  asOf: Instant,
  inStore: z.int(),
  toGive: z.int(),
  wanted: z.int(),
  rows: z.array(
    z.strictObject({
      requestId: z.uuid(),
      storeName: z.string(),
      divisionName: z.string(),
      purpose: RequestPurpose,
      rank: z.int().min(1).max(3),
      wanted: z.int(),
      quantity: z.int(),
      /** Why so much, in a sentence of each language. */
      zh: z.string(),
      en: z.string(),
    }),
  ),
  left: z.int(),
  /** More are waiting than one proposal takes. */
  more: z.boolean(),
})

export const BASES = ['isolated', 'checkpoint', 'resident', 'day'] as const
export const SetAssumption = z.strictObject({
  id: z.uuid(),
  itemId: z.uuid(),
  basis: z.enum(BASES),
  /** Of the base unit, for each head and day; 0 ends it. */
  perDay: z.number().min(0).max(1_000_000_000),
  /** How many residents; the other bases are counted. */
  heads: z.int().min(0).max(100_000_000).nullable().default(null),
  because: Words(200),
  from: Day,
})
export type SetAssumption = z.infer<typeof SetAssumption>
export const AssumptionBatch = sent(SetAssumption)
const Use = z.strictObject({
  basis: z.enum(BASES),
  perDay: z.number(),
  heads: z.int(),
  because: z.string(),
  from: Day,
  /** A day, in the base unit. */
  use: z.number(),
})
const Until = z.strictObject({ early: Day.nullable(), likely: Day.nullable(), late: Day.nullable() })
export const CoverRow = z.strictObject({
  itemId: z.uuid(),
  code: z.string(),
  name: z.string(),
  unit: Unit,
  inStore: z.int(),
  assumed: z.array(Use),
  assumedPerDay: z.number(),
  observedPerDay: z.number(),
  observedDays: z.int(),
  /** By what is assumed; null where nothing is. */
  days: z.number().nullable(),
  /** By what was used in the days before; null where too little is known or nothing was used. */
  until: Until.nullable(),
})
export const ListCover = z.strictObject({
  kind: z.enum(['medical', 'daily']).optional(),
  division: Division.optional(),
  asOf: Instant.optional(),
  ...paging,
})
export const CoverPage = z.strictObject({ asOf: Instant, items: z.array(CoverRow), next: z.string().nullable() })
export const AskCover = z.strictObject({
  itemId: z.uuid(),
  division: Division.optional(),
  asOf: Instant.optional(),
  ahead: z.coerce.number().int().min(1).max(60).default(30),
})
export const Cover = z.strictObject({
  ...CoverRow.shape,
  asOf: Instant,
  /** What was there at the end of each day before, and what was used in it. */
  before: z.array(z.strictObject({ day: Day, stock: z.int(), used: z.int() })),
  /** What would be there at the end of each day ahead, were it used as before. */
  ahead: z.array(z.strictObject({ day: Day, least: z.number(), likely: z.number(), most: z.number() })),
})
