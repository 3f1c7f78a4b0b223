import { z } from 'zod'
import { Day, Division, DocumentNo, Instant, page, paging, sent, Unit, Words } from './schema.ts'

const County = z.coerce.number().int().min(100_000).max(999_999)

export const PRICE_STATES = ['enough', 'little', 'none'] as const
export const DELIVERIES = ['normal', 'late', 'stopped'] as const
/** What a shop says of one of its daily goods. */
export const TellPrice = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  itemId: z.uuid(),
  priceFen: z.int().min(1).max(100_000_000),
  /** Of what: a bag of 10 kg. */
  per: Words(30),
  state: z.enum(PRICE_STATES),
  delivery: z.enum(DELIVERIES),
  at: Instant,
})
export type TellPrice = z.infer<typeof TellPrice>
export const PriceBatch = sent(TellPrice)
export const AskShops = z.strictObject({
  county: County,
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export const Shops = z.strictObject({
  asOf: Instant,
  items: z.array(
    z.strictObject({
      division: Division,
      store: z.string(),
      owner: z.string(),
      item: z.string(),
      priceFen: z.int(),
      per: z.string(),
      state: z.enum(PRICE_STATES),
      delivery: z.enum(DELIVERIES),
      at: Instant,
    }),
  ),
  next: z.string().nullable(),
})

/** A person who gives has a name; whether it is ever said in public is theirs to say, apart from it. */
const Donor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    id: z.uuid(),
    name: Words(60),
    phone: Words(30).nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('organisation'), organisation: Words(60) }),
  z.strictObject({ kind: z.literal('anonymous') }),
])
const Line = z.strictObject({
  itemId: z.uuid(),
  lotId: z.uuid(),
  amount: z.string().regex(/^\d{1,12}(\.\d{1,6})?$/),
  packId: z.uuid().nullable().default(null),
})
export const DonateGoods = z.strictObject({
  id: z.uuid(),
  storeId: z.uuid(),
  lines: z.array(Line).min(1).max(100),
  donor: Donor,
  /** As the donor agreed to be called in the public account. */
  publicName: Words(60).nullable().default(null),
  documentNo: DocumentNo,
  at: Instant,
})
export type DonateGoods = z.infer<typeof DonateGoods>
export const GoodsDonated = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']), receiptNo: z.string() })
export const NameGiver = z.strictObject({
  id: z.uuid(),
  donationId: z.uuid(),
  publicName: Words(60).nullable(),
  at: Instant,
})
const Goods = z.strictObject({ item: z.string(), quantity: z.int(), unit: Unit })
export const GoodsDonation = z.strictObject({
  id: z.uuid(),
  division: Division,
  storeName: z.string(),
  donorKind: z.enum(['person', 'organisation', 'anonymous']),
  organisation: z.string().nullable(),
  publicName: z.string().nullable(),
  receiptNo: z.string(),
  goods: z.array(Goods),
  at: Instant,
  void: z.boolean(),
})
export const ListGoodsDonations = z.strictObject({ asOf: Instant.optional(), ...paging })
export const GoodsDonationPage = page(GoodsDonation)
export const PrintGoodsReceipt = z.strictObject({ donationId: z.uuid(), paper: z.enum(['a4', 'a5']).default('a5') })
export const PrintedFile = z.strictObject({ fileName: z.string(), type: z.string(), content: z.base64() })
export const AskGoodsAccount = z.strictObject({
  county: County,
  after: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const GoodsAccount = z.strictObject({
  asOf: Instant,
  donations: z.array(
    z.strictObject({
      receiptNo: z.string(),
      on: Day,
      goods: z.array(Goods),
      name: z.string().nullable(),
      void: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
})
