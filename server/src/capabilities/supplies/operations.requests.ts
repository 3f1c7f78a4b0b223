import { type Fact, keepFacts, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { batchOperation, type Ctx, cursorOf, operation, positionOf, type Verdict } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { auditBatch, verdictOf } from './operations.catalogue.ts'
import { recordMovements, timeProblem } from './operations.movements.ts'
import { mayKeep, mayRead, onlyStoreOf } from './policy.ts'
import {
  otherGoods,
  requestBegun,
  requestOver,
  requestUnknown,
  tooMuchAllotted,
  tooMuchSent,
} from './problems.requests.ts'
import { itemUnknown, outOfTime, storeUnknown } from './problems.ts'
import { requestState } from './rules.allocation.ts'
import { Allot, EndRequest, ListRequests, MakeRequest, RequestPage, Ship } from './schema.requests.ts'
import { BATCH_MAX, Kept } from './schema.ts'
import { findItems, findStores, type Store } from './sql.catalogue.ts'
import { findConsignments, findKept, lockLedger } from './sql.ledger.ts'
import { findRequests, listRequestRows, type Request } from './sql.requests.ts'

const tell = (ctx: Ctx, division: string, ids: string[]): void => announce(ctx, [{ kind: 'request', division, ids }])

export const makeRequests = batchOperation({
  name: 'supplies.request.make',
  summary: { zh: '申领物资', en: 'Ask for goods' },
  kind: 'write',
  item: MakeRequest,
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
  allow(actor, { stores }, { storeId }) {
    const store = stores.get(storeId)
    return store ? mayKeep(actor, store) : storeUnknown({ id: storeId })
  },
  async runMany(ctx, items, { stores, goods }) {
    const rows = items.map((item) => {
      const store = stores.get(item.storeId) as Store
      const at = new Date(item.at)
      const problem = goods.has(item.itemId) ? timeProblem(store, at, ctx.now) : itemUnknown({ id: item.itemId })
      if (problem) return problem
      const { storeId, itemId, quantity, purpose, neededOn, note } = item
      const said = { store_id: storeId, item_id: itemId, quantity, purpose, needed_on: neededOn, note, at }
      return { ...originOf(ctx, store, item), ...said }
    })
    return kept(ctx, 'supplies.request', items, rows)
  },
  audit: auditBatch,
})

/** Keeps what is sound, says how each arrived, and announces what is new. */
async function kept(
  ctx: Ctx,
  table: `supplies.${string}`,
  items: ReadonlyArray<{ id: string }>,
  rows: ReadonlyArray<Fact | Problem>,
): Promise<Array<Verdict<{ id: string; arrival: 'new' | 'again' }>>> {
  const sound = rows.filter((row): row is Fact => 'county' in row)
  const arrivals = await keepFacts(ctx.tx, table, sound)
  const arrivalOf = new Map(sound.map((row, nth) => [row, arrivals[nth]]))
  for (const row of sound) if (arrivalOf.get(row) === 'new') tell(ctx, row.division, [row.id])
  return items.map(({ id }, nth) => {
    const row = rows[nth]
    if (!row || !('county' in row)) return { ok: false, problem: row ?? requestUnknown({ id }) }
    return verdictOf(id, arrivalOf.get(row))
  })
}

async function getRequest({ tx, now }: Ctx, id: string): Promise<Request> {
  const found = (await findRequests(tx, [id], now)).get(id)
  if (!found) throw requestUnknown({ id })
  return found
}
const storeOf = ({ storeId, division }: Request) => ({ id: storeId, division })

/** Taken back by those who asked, or declined by those who were asked. */
export const endRequest = operation({
  name: 'supplies.request.end',
  summary: { zh: '撤回或不同意申领', en: 'Withdraw or decline a request' },
  kind: 'write',
  input: EndRequest,
  output: Kept,
  async load(ctx, { requestId }) {
    await lockLedger(ctx)
    return getRequest(ctx, requestId)
  },
  allow: (actor, request: Request) => mayKeep(actor, storeOf(request)),
  async run(ctx, input, request) {
    const { id, how, why } = input
    const isKept = (await findKept(ctx.tx, 'supplies.request_end', [id])).has(id)
    if (!isKept && request.ended) throw requestOver()
    if (!isKept && request.allotted > 0) throw requestBegun()
    const at = new Date(input.at)
    if (isAhead(at, ctx.now) || at < request.at) throw outOfTime({ at: input.at })
    const row = { ...originOf(ctx, request, input), request_id: request.id, how, why, at }
    const [verdict] = await kept(ctx, 'supplies.request_end', [input], [row])
    if (!verdict?.ok) throw verdict?.problem ?? requestOver()
    return verdict.value
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { how: input.how, arrival: output.arrival },
  }),
})

/** Nobody is given anything but by this: somebody's decision, one by one or many at once. */
export const allot = batchOperation({
  name: 'supplies.request.allot',
  summary: { zh: '分配物资', en: 'Allot goods to requests' },
  kind: 'write',
  item: Allot,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx: Ctx, items) {
    await lockLedger(ctx)
    const ids = items.map(({ requestId }) => requestId)
    const stores = findStores(
      ctx.tx,
      items.map(({ storeId }) => storeId),
    )
    const isKept = findKept(
      ctx.tx,
      'supplies.allotment',
      items.map(({ id }) => id),
    )
    return { requests: await findRequests(ctx.tx, ids, ctx.now), stores: await stores, isKept: await isKept }
  },
  allow(actor, { requests, stores }, { requestId, storeId }) {
    const [request, store] = [requests.get(requestId), stores.get(storeId)]
    if (!request) return requestUnknown({ id: requestId })
    return store ? mayKeep(actor, store) : storeUnknown({ id: storeId })
  },
  async runMany(ctx, items, { requests, isKept }) {
    const rows = items.map((item) => {
      const request = requests.get(item.requestId) as Request
      const at = new Date(item.at)
      const { storeId, quantity, documentNo, why } = item
      const said = { request_id: request.id, store_id: storeId, quantity, document_no: documentNo, why, at }
      const row = { ...originOf(ctx, request, item), ...said }
      if (isKept.has(item.id)) return row
      if (request.ended) return requestOver()
      if (isAhead(at, ctx.now) || at < request.at) return outOfTime({ at: item.at })
      if (request.allotted + quantity > request.quantity)
        return tooMuchAllotted({ asked: request.quantity, allotted: request.allotted })
      request.allotted += quantity
      return row
    })
    return kept(ctx, 'supplies.allotment', items, rows)
  },
  audit: auditBatch,
})

/** A sending of the ledger and what it is for, in one transaction: goods are counted there and nowhere else. */
export const ship = operation({
  name: 'supplies.request.ship',
  summary: { zh: '按申领发货', en: 'Send goods for a request' },
  kind: 'write',
  input: Ship,
  output: Kept,
  async load(ctx, { requestId, storeId }) {
    await lockLedger(ctx)
    const store = (await findStores(ctx.tx, [storeId])).get(storeId)
    if (!store) throw storeUnknown({ id: storeId })
    return { request: await getRequest(ctx, requestId), store }
  },
  allow: (actor, { store }) => mayKeep(actor, store),
  async run(ctx, input, { request }) {
    const { id, storeId, lots, documentNo, note, at } = input
    const isKept = (await findKept(ctx.tx, 'supplies.shipment', [id])).has(id)
    if (!isKept && request.ended) throw requestOver()
    const lines = lots.map((lot) => ({ ...lot, itemId: request.itemId }))
    const movement = { id, kind: 'sent' as const, storeId, toStoreId: request.storeId, lines, documentNo, note, at }
    const sender = { actor: ctx.actor, clockOffsetMs: 0, requestId: ctx.requestId }
    const known = await recordMovements.load(ctx, [movement])
    const [verdict] = await recordMovements.runMany(ctx, [movement], known, [sender])
    if (!verdict?.ok) throw verdict?.problem ?? otherGoods()
    const quantity = isKept ? 1 : await sentFor(ctx, request, id)
    const said = { request_id: request.id, store_id: storeId, quantity, at: new Date(at) }
    const [shipped] = await kept(ctx, 'supplies.shipment', [input], [{ ...originOf(ctx, request, input), ...said }])
    if (!shipped?.ok) throw shipped?.problem ?? otherGoods()
    return shipped.value
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.request.id,
    division: loaded.request.division,
    note: { movement: input.id, arrival: output.arrival },
  }),
})

async function sentFor(ctx: Ctx, { allotted, sent }: Request, movementId: string): Promise<number> {
  const quantity = await quantitySent(ctx, movementId)
  if (sent + quantity > allotted) throw tooMuchSent({ allotted, sent })
  return quantity
}
const quantitySent = async ({ tx }: Ctx, id: string): Promise<number> => {
  const way = (await findConsignments(tx, [id])).get(id)
  return way?.lines.reduce((sum, line) => sum + line.quantity, 0) ?? 0
}

export const listRequests = operation({
  name: 'supplies.request.list',
  summary: { zh: '物资申领', en: 'Requests for goods, with what became of each' },
  kind: 'read',
  input: ListRequests,
  output: RequestPage,
  allow: (actor) => mayRead(actor),
  async run(ctx, { itemId = null, state, asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const only = onlyStoreOf(ctx.actor)
    const query = { moment, itemId, open: state === 'open', only, after: positionOf(after), limit }
    const rows = await listRequestRows(ctx.tx, query)
    const names = await nameOfDivisions(ctx.tx)
    const items = rows.map(({ ended, settled, ...row }) => ({
      ...{ ...row, at: row.at.toISOString(), divisionName: names.get(row.division) ?? row.division },
      state: requestState({ ...row, settled, ended }),
    }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
