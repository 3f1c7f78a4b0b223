import { z } from 'zod'

export const BATCH_MAX = 2_000
export const LINES_MAX = 100

export const Instant = z.iso.datetime({ offset: true })
export const Day = z.iso.date()
export const Division = z.string().regex(/^\d{6}(\d{3}){0,2}$/)
export const Words = (max: number) => z.string().trim().min(1).max(max)
export const Why = z.string().trim().min(2).max(200)
export const Note = z.string().trim().max(200).nullable().default(null)
export const DocumentNo = Words(60).nullable().default(null)
export const Kept = z.strictObject({ id: z.uuid(), arrival: z.enum(['new', 'again']) })
export const paging = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() })
export const sent = <T extends z.ZodType>(item: T) =>
  z.strictObject({ sentAt: Instant.nullable().default(null), items: z.array(item).max(BATCH_MAX) })

export const ItemKind = z.enum(['medical', 'daily'])
/** What the quantities of an item are whole numbers of. */
export const Unit = z.enum(['piece', 'pair', 'set', 'bottle', 'bag', 'barrel', 'gram', 'millilitre'])
export type Unit = z.infer<typeof Unit>
export const Owner = z.enum([
  'county-depot',
  'hospital',
  'township',
  'grain-outlet',
  'supermarket',
  'reserve-company',
  'other',
])
export type Owner = z.infer<typeof Owner>

const holds = z.int().min(1).max(1_000_000_000_000)
const Pack = z.strictObject({ id: z.uuid(), label: Words(30), holds, from: Day })
export const AddItem = z.strictObject({
  id: z.uuid(),
  /** Short, for lists and workbooks: `n95`. */
  code: z.string().regex(/^[a-z0-9-]{2,40}$/),
  name: Words(60),
  kind: ItemKind,
  unit: Unit,
  packs: z.array(Pack).max(20).default([]),
})
export type AddItem = z.infer<typeof AddItem>
export const ItemBatch = sent(AddItem)
/** How much one pack holds from a day on; a pack of the same name before that keeps what it held. */
export const AddPack = z.strictObject({ ...Pack.shape, itemId: z.uuid() })
export const AddLot = z.strictObject({
  id: z.uuid(),
  itemId: z.uuid(),
  maker: Words(60).nullable().default(null),
  makerNo: Words(60),
  expiresOn: Day.nullable().default(null),
})
export type AddLot = z.infer<typeof AddLot>
export const LotBatch = sent(AddLot)
export const OpenStore = z.strictObject({
  id: z.uuid(),
  division: Division,
  owner: Owner,
  name: Words(60),
  /** The post that answers for it. */
  post: Words(60),
  openedAt: Instant,
})
export type OpenStore = z.infer<typeof OpenStore>
export const StoreBatch = sent(OpenStore)

export const CloseStore = z.strictObject({ id: z.uuid(), storeId: z.uuid(), at: Instant, why: Words(200) })

export const ItemRow = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  kind: ItemKind,
  unit: Unit,
  packs: z.array(Pack),
})
export const ListItems = z.strictObject({ kind: ItemKind.optional(), ...paging })
export const ItemPage = page(ItemRow)
export const LotRow = z.strictObject({
  id: z.uuid(),
  itemId: z.uuid(),
  maker: z.string().nullable(),
  makerNo: z.string().nullable(),
  expiresOn: Day.nullable(),
})
export const ListLots = z.strictObject({ itemId: z.uuid().optional(), search: Words(60).optional(), ...paging })
export const LotPage = page(LotRow)
export const StoreRow = z.strictObject({
  id: z.uuid(),
  division: Division,
  divisionName: z.string(),
  owner: Owner,
  name: z.string(),
  post: z.string(),
  openedAt: Instant,
  closedAt: Instant.nullable(),
})
export const ListStores = z.strictObject({ owner: Owner.optional(), division: Division.optional(), ...paging })
export const StorePage = page(StoreRow)
