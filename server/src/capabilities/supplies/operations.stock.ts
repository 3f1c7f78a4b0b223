import type { z } from 'zod'
import { UUID } from '../../kernel/db.ts'
import { type Actor, type Ctx, operation, positionOf } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { addDays, dayInChina, endOfDay, midnightInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { printCardOf } from './card.paper.ts'
import { mayKeep, mayRead, mayReadStore, onlyStoreOf } from './policy.ts'
import { cardTooLong, itemUnknown, storeUnknown, unitsDiffer } from './problems.ts'
import {
  AskCard,
  AskExpiring,
  AskStock,
  AskStoreStock,
  AskTotal,
  CardFile,
  ExpiringPage,
  PrintCard,
  Stock,
  StoreCard,
  StoreStock,
  Total,
} from './schema.stock.ts'
import { findItems, findStores, type Item, listItemRows, type Store } from './sql.catalogue.ts'
import {
  type CardQuery,
  closingOf,
  listCard,
  listExpiringRows,
  listStockOfStore,
  openingOf,
  sumStock,
  sumUnderWay,
} from './sql.stock.ts'

/** How far ahead the overview looks for what is about to expire. */
const SOON_DAYS = 60
const ITEMS_MAX = 1_000

const momentOf = async (ctx: Ctx, asOf: string | undefined): Promise<Date> =>
  asOf ? new Date(asOf) : await countyMoment(ctx)

export const readStock = operation({
  name: 'supplies.stock.read',
  summary: { zh: '库存总览(按品种、按库点类别)', en: 'The stock of every item, by who owns the stores' },
  kind: 'read',
  input: AskStock,
  output: Stock,
  allow: mayRead,
  async run(ctx, { kind, division, asOf }) {
    const { tx, actor } = ctx
    const moment = await momentOf(ctx, asOf)
    const day = dayInChina(moment)
    const only = onlyStoreOf(actor)
    const query = { moment, day, soon: addDays(day, SOON_DAYS), division: division ?? null, only }
    const [items, sums, ways] = await Promise.all([
      listItemRows(tx, { kind: kind ?? null, after: null, limit: ITEMS_MAX }),
      sumStock(tx, query),
      sumUnderWay(tx, moment, only),
    ])
    const under = new Map(ways.map(({ itemId, quantity }) => [itemId, quantity]))
    const rows = items.map(({ id, code, name, kind: kindOf, unit }) => {
      const mine = sums.filter(({ itemId }) => itemId === id)
      const add = (field: 'quantity' | 'expired' | 'expiringSoon') => mine.reduce((sum, row) => sum + row[field], 0)
      return {
        ...{ itemId: id, code, name, kind: kindOf, unit, underWay: under.get(id) ?? 0 },
        quantity: add('quantity'),
        expired: add('expired'),
        expiringSoon: add('expiringSoon'),
        owners: mine.map(({ owner, quantity, stores }) => ({ owner, quantity, stores })),
      }
    })
    return { asOf: moment.toISOString(), items: rows }
  },
  audit: () => null,
})

export const readTotal = operation({
  name: 'supplies.total.read',
  summary: { zh: '几种同单位物资的合计', en: 'What several items of one unit come to together' },
  kind: 'read',
  input: AskTotal,
  output: Total,
  allow: mayRead,
  async run(ctx, { itemIds, owner, division, asOf }) {
    const ids = itemIds.split(',')
    const items = await findItems(ctx.tx, ids)
    const missing = ids.find((id) => !items.has(id))
    if (missing) throw itemUnknown({ id: missing })
    const units = [...new Set([...items.values()].map(({ unit }) => unit))]
    const [unit] = units
    if (!unit || units.length > 1) throw unitsDiffer({ units: units.join(', ') })
    const moment = await momentOf(ctx, asOf)
    const day = dayInChina(moment)
    const query = { moment, day, soon: day, division: division ?? null, only: onlyStoreOf(ctx.actor) }
    const sums = (await sumStock(ctx.tx, query)).filter(
      (row) => items.has(row.itemId) && (owner === undefined || row.owner === owner),
    )
    const add = (field: 'quantity' | 'stores') => sums.reduce((sum, row) => sum + row[field], 0)
    return { asOf: moment.toISOString(), quantity: add('quantity'), unit, stores: add('stores') }
  },
  audit: () => null,
})

async function loadStore({ tx }: Ctx, { storeId }: { storeId: string }): Promise<Store> {
  const store = (await findStores(tx, [storeId])).get(storeId)
  if (!store) throw storeUnknown({ id: storeId })
  return store
}
const mayReadIt = (actor: Actor, store: Store): boolean => mayReadStore(actor, store)

export const readStoreStock = operation({
  name: 'supplies.store.stock',
  summary: { zh: '一个库点的库存(按批号)', en: 'The stock of one store, lot by lot' },
  kind: 'read',
  input: AskStoreStock,
  output: StoreStock,
  load: loadStore,
  allow: mayReadIt,
  async run(ctx, { asOf, after, limit }, store) {
    const moment = await momentOf(ctx, asOf)
    const from = after && UUID.test(after) ? after : null
    const rows = await listStockOfStore(ctx.tx, { storeId: store.id, moment, after: from, limit })
    const names = await nameOfDivisions(ctx.tx)
    const { id, name, owner, division, post } = store
    return {
      ...{ storeId: id, name, owner, division, post, divisionName: names.get(division) ?? division },
      asOf: moment.toISOString(),
      closedAt: store.closedAt?.toISOString() ?? null,
      mayKeep: store.closedAt === null && mayKeep(ctx.actor, store),
      items: rows.map(({ itemName, unit, quantity, countedAt, ...lot }) => ({
        ...{ itemId: lot.itemId, itemName, unit, quantity, lot },
        countedAt: countedAt?.toISOString() ?? null,
      })),
      next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null,
    }
  },
  audit: () => null,
})

interface Carded {
  store: Store
  item: Item
}
async function loadCarded(ctx: Ctx, input: { storeId: string; itemId: string }): Promise<Carded> {
  const item = (await findItems(ctx.tx, [input.itemId])).get(input.itemId)
  if (!item) throw itemUnknown({ id: input.itemId })
  return { store: await loadStore(ctx, input), item }
}
type AskedCard = Pick<z.infer<typeof AskCard>, 'lotId' | 'from' | 'till' | 'after' | 'limit'>

async function cardOf(ctx: Ctx, asked: AskedCard, { store, item }: Carded): Promise<StoreCard> {
  const { lotId = null, from, till, after, limit } = asked
  const end = till ? endOfDay(till) : new Date((await countyMoment(ctx)).getTime() + 1)
  const place = { storeId: store.id, itemId: item.id, lotId, from: from ? midnightInChina(from) : null, till: end }
  const query: CardQuery = { ...place, after: positionOf(after), limit }
  const rows = await listCard(ctx.tx, query)
  const opening = await openingOf(ctx.tx, query)
  let balance = opening
  const items = rows.map(({ quantity, at, lotId: _, ...row }) => {
    balance += quantity
    const moved = { in: Math.max(quantity, 0), out: Math.max(-quantity, 0), balance }
    return { ...row, kind: row.kind as 'received', at: at.toISOString(), ...moved }
  })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    ...{
      storeId: store.id,
      storeName: store.name,
      itemId: item.id,
      itemName: item.name,
      unit: item.unit,
      opening,
      items,
    },
    closing: await closingOf(ctx.tx, query),
    next: last ? `${last.at.toISOString()}~${last.movementId}` : null,
  }
}

export const readCard = operation({
  name: 'supplies.card.read',
  summary: { zh: '进销存台账', en: 'The stock card of one item in one store' },
  kind: 'read',
  input: AskCard,
  output: StoreCard,
  load: loadCarded,
  allow: (actor: Actor, { store }: Carded) => mayReadStore(actor, store),
  run: cardOf,
  audit: () => null,
})

/** Some forty pages; a longer card is printed in parts, never cut. */
const PRINTED_MOST = 1_200
export const printCard = operation({
  name: 'supplies.card.print',
  summary: { zh: '打印台账', en: 'The stock card on paper' },
  kind: 'read',
  input: PrintCard,
  output: CardFile,
  load: loadCarded,
  allow: (actor: Actor, { store }: Carded) => mayReadStore(actor, store),
  async run(ctx, { from, till, lang }, carded) {
    const card = await cardOf(ctx, { from, till, limit: PRINTED_MOST }, carded)
    if (card.next) throw cardTooLong({ most: PRINTED_MOST })
    const days = { from: from ?? null, till: till ?? dayInChina(await countyMoment(ctx)) }
    const content = printCardOf(card, days, lang).toString('base64')
    return { fileName: `${card.storeName}-${card.itemName}-${days.till}.pdf`, type: 'application/pdf', content }
  },
  audit: () => null,
})

export const listExpiring = operation({
  name: 'supplies.expiring.list',
  summary: { zh: '近效期与过期物资', en: 'What expires soon or has expired' },
  kind: 'read',
  input: AskExpiring,
  output: ExpiringPage,
  allow: mayRead,
  async run(ctx, { within, asOf, after, limit }) {
    const moment = await momentOf(ctx, asOf)
    const today = dayInChina(moment)
    const [day = '', storeId = '', lotId = ''] = after?.split('~') ?? []
    const from = UUID.test(lotId) && UUID.test(storeId) ? { day, storeId, lotId } : null
    const query = { moment, till: addDays(today, within), only: onlyStoreOf(ctx.actor), after: from, limit }
    const rows = await listExpiringRows(ctx.tx, query)
    const last = rows.length === limit ? rows.at(-1) : undefined
    return {
      items: rows.map((row) => ({ ...row, isExpired: row.expiresOn < today })),
      next: last ? `${last.expiresOn}~${last.storeId}~${last.lotId}` : null,
    }
  },
  audit: () => null,
})
