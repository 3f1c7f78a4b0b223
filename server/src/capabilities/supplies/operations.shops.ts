import { UUID } from '../../kernel/db.ts'
import { keepFacts, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { auditBatch, verdictOf } from './operations.catalogue.ts'
import { timeProblem } from './operations.movements.ts'
import { mayKeep } from './policy.ts'
import { itemUnknown, storeUnknown } from './problems.ts'
import { AskShops, Shops, TellPrice } from './schema.donations.ts'
import { BATCH_MAX, Kept } from './schema.ts'
import { findItems, findStores, type Store } from './sql.catalogue.ts'
import { listPublicPrices } from './sql.donations.ts'

export const tellPrices = batchOperation({
  name: 'supplies.price.tell',
  summary: { zh: '登记生活物资价格和供应', en: 'Say what daily goods cost at a shop, and whether there are any' },
  kind: 'write',
  item: TellPrice,
  done: Kept,
  max: BATCH_MAX,
  async load({ tx }: Ctx, items) {
    const stores = findStores(
      tx,
      items.map(({ storeId }) => storeId),
    )
    const goods = findItems(
      tx,
      items.map(({ itemId }) => itemId),
    )
    return { stores: await stores, goods: await goods }
  },
  allow(actor, { stores, goods }, { storeId, itemId }) {
    const store = stores.get(storeId)
    if (!store) return storeUnknown({ id: storeId })
    return mayKeep(actor, store) && (goods.has(itemId) || itemUnknown({ id: itemId }))
  },
  async runMany(ctx, items, { stores }) {
    const judged = items.map((item) => {
      const store = stores.get(item.storeId) as Store
      const at = new Date(item.at)
      const problem = timeProblem(store, at, ctx.now)
      const { storeId, itemId, priceFen, per, state, delivery } = item
      const said = { store_id: storeId, item_id: itemId, price_fen: priceFen, per, state, delivery, at }
      return { problem, row: { ...originOf(ctx, store, item), ...said } }
    })
    const sound = judged.flatMap(({ problem, row }) => (problem ? [] : [row]))
    const arrivals = await keepFacts(ctx.tx, 'supplies.price', sound)
    const arrivalOf = new Map(sound.map((row, nth) => [row, arrivals[nth]]))
    return judged.map(({ problem, row }) => (problem ? { ok: false, problem } : verdictOf(row.id, arrivalOf.get(row))))
  },
  audit: auditBatch,
})

/** For the residents' board: the latest word of each shop, no older than two weeks. */
export const readShops = operation({
  name: 'supplies.shops.read',
  summary: { zh: '生活物资价格和供应(公开)', en: 'Daily goods at the shops, for everybody' },
  kind: 'read',
  anonymous: ({ county }) => county,
  input: AskShops,
  output: Shops,
  allow: () => true,
  async run(ctx, { after, limit }) {
    const [storeId = '', itemId = ''] = after?.split('~') ?? []
    const from = UUID.test(storeId) && UUID.test(itemId) ? { storeId, itemId } : null
    const moment = await countyMoment(ctx)
    const rows = await listPublicPrices(ctx.tx, moment, from, limit)
    const last = rows.length < limit ? undefined : rows.at(-1)
    const items = rows.map(({ storeId: _s, itemId: _i, at, ...row }) => ({ ...row, at: at.toISOString() }))
    return { asOf: moment.toISOString(), items, next: last ? `${last.storeId}~${last.itemId}` : null }
  },
  audit: () => null,
})
