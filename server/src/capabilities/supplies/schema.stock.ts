import { z } from 'zod'
import { MovementKind, PartyKind } from './schema.movements.ts'
import {
  Day,
  Division,
  DocumentNo,
  Instant,
  ItemKind,
  LotRow,
  Note,
  Owner,
  page,
  paging,
  Unit,
  Words,
} from './schema.ts'

const asOf = Instant.optional()
export const AskStock = z.strictObject({ kind: ItemKind.optional(), division: Division.optional(), asOf })
/** Item by item, because goods of different kinds are never added up. */
export const Stock = z.strictObject({
  asOf: Instant,
  items: z.array(
    z.strictObject({
      itemId: z.uuid(),
      code: z.string(),
      name: z.string(),
      kind: ItemKind,
      unit: Unit,
      /** In stores, in the base unit. */
      quantity: z.int(),
      /** On the way from one store to another. */
      underWay: z.int(),
      expired: z.int(),
      /** Expires within the next 60 days. */
      expiringSoon: z.int(),
      owners: z.array(z.strictObject({ owner: Owner, quantity: z.int(), stores: z.int() })),
    }),
  ),
})

export const AskTotal = z.strictObject({
  /** Ids of items, with commas between them. */
  itemIds: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19}$/),
  owner: Owner.optional(),
  division: Division.optional(),
  asOf,
})
export const Total = z.strictObject({ asOf: Instant, quantity: z.int(), unit: Unit, stores: z.int() })

const StockLine = z.strictObject({
  itemId: z.uuid(),
  itemName: z.string(),
  unit: Unit,
  lot: LotRow,
  quantity: z.int(),
  countedAt: Instant.nullable(),
})
export const AskStoreStock = z.strictObject({ storeId: z.uuid(), asOf, ...paging })
export const StoreStock = z.strictObject({
  storeId: z.uuid(),
  name: z.string(),
  owner: Owner,
  division: Division,
  divisionName: z.string(),
  post: z.string(),
  closedAt: Instant.nullable(),
  asOf: Instant,
  /** Whether the reader may record movements here. */
  mayKeep: z.boolean(),
  items: z.array(StockLine),
  next: z.string().nullable(),
})

export const AskCard = z.strictObject({
  storeId: z.uuid(),
  itemId: z.uuid(),
  lotId: z.uuid().optional(),
  from: Day.optional(),
  till: Day.optional(),
  ...paging,
})
export const PrintCard = z.strictObject({
  storeId: z.uuid(),
  itemId: z.uuid(),
  from: Day.optional(),
  till: Day.optional(),
  lang: z.enum(['zh', 'en']).default('zh'),
})
export const Lang = z.enum(['zh', 'en']).default('zh')
export const PrintSlip = z.strictObject({ slipId: z.uuid(), lang: Lang })
export const PrintMovement = z.strictObject({ movementId: z.uuid(), lang: Lang })
/** Of everything in the store, or of one lot. */
export const PrintLabels = z.strictObject({ storeId: z.uuid(), lotId: z.uuid().optional(), lang: Lang })
export const CardFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })
export const CardEntry = z.strictObject({
  movementId: z.uuid(),
  at: Instant,
  kind: MovementKind,
  account: z.string(),
  party: z.string().nullable(),
  documentNo: z.string().nullable(),
  makerNo: z.string().nullable(),
  in: z.int(),
  out: z.int(),
  balance: z.int(),
})
/** Whatever came and went of one item in one store, in order, with what was there after each (进销存台账). */
export const StoreCard = z.strictObject({
  storeId: z.uuid(),
  storeName: z.string(),
  itemId: z.uuid(),
  itemName: z.string(),
  unit: Unit,
  opening: z.int(),
  items: z.array(CardEntry),
  closing: z.int(),
  next: z.string().nullable(),
})
export type StoreCard = z.infer<typeof StoreCard>

export const AskExpiring = z.strictObject({
  within: z.coerce.number().int().min(0).max(730).default(60),
  asOf,
  ...paging,
})
export const ExpiringRow = z.strictObject({
  storeId: z.uuid(),
  storeName: z.string(),
  owner: Owner,
  itemId: z.uuid(),
  itemName: z.string(),
  unit: Unit,
  lotId: z.uuid(),
  makerNo: z.string().nullable(),
  expiresOn: Day,
  isExpired: z.boolean(),
  quantity: z.int(),
})
export const ExpiringPage = page(ExpiringRow)

export const AskTrace = z.strictObject({ lotId: z.uuid() })
/** Where a lot went: what is left in stores, what is on the way, and whom it was given to, in the reader's area. */
export const Trace = z.strictObject({
  lot: LotRow,
  itemName: z.string(),
  unit: Unit,
  received: z.int(),
  stores: z.array(
    z.strictObject({
      storeId: z.uuid(),
      storeName: z.string(),
      owner: Owner,
      division: Division,
      divisionName: z.string(),
      quantity: z.int(),
    }),
  ),
  underWay: z.int(),
  /** The latest first; `more` when there are more than are shown. */
  uses: z.array(
    z.strictObject({
      movementId: z.uuid(),
      storeId: z.uuid(),
      storeName: z.string(),
      at: Instant,
      account: z.string(),
      toKind: PartyKind.nullable(),
      party: z.string().nullable(),
      quantity: z.int(),
    }),
  ),
  more: z.boolean(),
  used: z.int(),
})

export const CallBack = z.strictObject({
  id: z.uuid(),
  lotId: z.uuid(),
  at: Instant,
  notice: Words(400),
  documentNo: DocumentNo,
})
export const AnswerRecall = z.strictObject({
  id: z.uuid(),
  recallId: z.uuid(),
  storeId: z.uuid(),
  at: Instant,
  /** In the base unit. */
  found: z.int().min(0).max(1_000_000_000_000),
  done: z.enum(['set-aside', 'sent-back', 'destroyed', 'nothing-left']),
  note: Note,
})
export const RecallRow = z.strictObject({
  id: z.uuid(),
  lot: LotRow,
  itemName: z.string(),
  unit: Unit,
  at: Instant,
  notice: z.string(),
  documentNo: z.string().nullable(),
  /** Stores of the reader's area that ever had some of it. */
  stores: z.array(
    z.strictObject({
      storeId: z.uuid(),
      storeName: z.string(),
      quantity: z.int(),
      answer: z.strictObject({ at: Instant, found: z.int(), done: z.string(), note: z.string().nullable() }).nullable(),
    }),
  ),
})
export const ListRecalls = z.strictObject({ ...paging })
export const RecallPage = page(RecallRow)
