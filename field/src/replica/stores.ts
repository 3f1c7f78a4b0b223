import type { Answer as Wire } from '@qunfang/client'
import { answerOf, api, as } from '../api.ts'
import { database, type StoredSession } from '../database.ts'

type StoreRow = Wire<'/supplies/stores'>['items'][number]
type Stock = Wire<'/supplies/stores/{storeId}/stock'>
type Item = Wire<'/supplies/items'>['items'][number]

/** A lot that should be in a store, in what it is counted in here: the base unit, or kilograms of goods that are kept in grams. */
export interface Lot {
  itemId: string
  lotId: string
  name: string
  makerNo: string | null
  unit: Item['unit']
  packId: string | null
  packLabel: string | null
  holds: number
  book: number
}
export interface Shelf {
  id: string
  name: string
  lots: Lot[]
}
/** The stores of the seat with what the book says. Goods, nobody's name: it may lie here in the open. */
export interface Shelves {
  at: number | null
  stores: Shelf[]
}

const roles = ['supplies-keeper', 'township-officer']
export const countsStock = ({ role }: StoredSession): boolean => roles.includes(role)

const keyOf = ({ accountId, seatId }: StoredSession): string => `stores:${accountId}:${seatId}`
export const readStores = async (session: StoredSession): Promise<Shelves> =>
  ((await database.remembered.get(keyOf(session)))?.value as Shelves | undefined) ?? { at: null, stores: [] }

/** Shops count their own; a phone carries what the offices keep. */
const kept = ['county-depot', 'hospital', 'township', 'reserve-company', 'other']
const STORES_MOST = 20
const PAGE = 200

const isMine = ({ placeId }: StoredSession, { id, owner }: StoreRow): boolean =>
  placeId === null ? kept.includes(owner) : placeId === id

/** All or nothing: half a list would leave out a store without saying so. */
export async function refreshStores(session: StoredSession): Promise<boolean> {
  const ask = as(session.token)
  const query = { division: session.division, limit: PAGE }
  const [stores, items] = await Promise.all([
    answerOf<Wire<'/supplies/stores'>>(api.GET('/supplies/stores', { params: { query }, ...ask })),
    answerOf<Wire<'/supplies/items'>>(api.GET('/supplies/items', { params: { query: { limit: PAGE } }, ...ask })),
  ])
  if (stores.is !== 'ok' || items.is !== 'ok') return false
  const byId = new Map(items.value.items.map((item) => [item.id, item]))
  const found: Shelf[] = []
  for (const { id, name } of stores.value.items.filter((store) => isMine(session, store)).slice(0, STORES_MOST)) {
    const params = { path: { storeId: id }, query: { limit: PAGE } }
    const stock = await answerOf<Stock>(api.GET('/supplies/stores/{storeId}/stock', { params, ...ask }))
    if (stock.is !== 'ok') return false
    found.push({ id, name, lots: stock.value.items.map((line) => lotOf(line, byId.get(line.itemId))) })
  }
  await database.remembered.put({ key: keyOf(session), value: { at: Date.now(), stores: found } satisfies Shelves })
  return true
}

const KILO = 1_000
function lotOf({ itemId, itemName, unit, lot, quantity }: Stock['items'][number], item: Item | undefined): Lot {
  const pack = unit === 'gram' ? item?.packs.find(({ holds }) => holds === KILO) : undefined
  return {
    ...{ itemId, lotId: lot.id, name: itemName, makerNo: lot.makerNo, unit, book: quantity },
    ...{ packId: pack?.id ?? null, packLabel: pack?.label ?? null, holds: pack?.holds ?? 1 },
  }
}
