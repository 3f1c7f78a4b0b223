import { keepFacts, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { type Actor, batchOperation, type Ctx, type Sender, type Verdict } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { isAhead } from '../places/rules.clock.ts'
import { count, findGoods, type Goods, givingOutProblem, linesOf, move, openShelves, type Shelves } from './ledger.ts'
import { auditBatch, verdictOf } from './operations.catalogue.ts'
import { mayKeep } from './policy.ts'
import {
  consignmentDiffers,
  consignmentEnded,
  consignmentUnknown,
  outOfTime,
  sameStore,
  storeClosed,
  storeUnknown,
  whyNeeded,
} from './problems.ts'
import { Counted, Movement } from './schema.movements.ts'
import { BATCH_MAX, Kept } from './schema.ts'
import { findStores, type Store } from './sql.catalogue.ts'
import {
  type Consignment,
  findConsignments,
  findKept,
  type KeptLine,
  lockLedger,
  type NewMovement,
} from './sql.ledger.ts'

/** Nothing of what only some kinds of movement say. */
export const SAYS_NOTHING = {
  document_no: null,
  to_kind: null,
  to_ref: null,
  party: null,
  note: null,
  why: null,
  slip_id: null,
  to_store_id: null,
  consignment_id: null,
  reverses_id: null,
}

export interface Known {
  stores: Map<string, Store>
  goods: Goods
  shelves: Shelves
  consignments: Map<string, Consignment>
  kept: Set<string>
}

async function loadMovements(ctx: Ctx, items: readonly Movement[]): Promise<Known> {
  const { tx } = ctx
  await lockLedger(ctx)
  const storeIds = items.flatMap((item) => ('toStoreId' in item ? [item.storeId, item.toStoreId] : [item.storeId]))
  const consignmentIds = items.flatMap((item) => ('consignmentId' in item ? [item.consignmentId] : []))
  const asked = items.flatMap(({ storeId, at, lines }) =>
    lines.map(({ itemId, lotId }) => ({ storeId, itemId, lotId, since: new Date(at) })),
  )
  const [stores, goods, shelves, consignments, kept] = await Promise.all([
    findStores(tx, storeIds),
    findGoods(
      ctx,
      items.flatMap(({ lines }) => lines),
    ),
    openShelves(ctx, asked),
    findConsignments(tx, consignmentIds),
    findKept(
      tx,
      'supplies.movement',
      items.map(({ id }) => id),
    ),
  ])
  return { stores, goods, shelves, consignments, kept }
}

/** After the store was opened, not in the future, and of no store that was given up: that one stays empty. */
export function timeProblem(store: Store, at: Date, now: Date): Problem | null {
  if (store.closedAt) return storeClosed({ name: store.name })
  return isAhead(at, now) || at < store.openedAt ? outOfTime({ at: at.toISOString() }) : null
}

export const negative = (lines: readonly KeptLine[]) => lines.map((line) => ({ ...line, quantity: -line.quantity }))

type Said = Partial<typeof SAYS_NOTHING | Record<string, string | null>>
interface Judged {
  account: string
  lines: KeptLine[]
  said: Said
}

function judgeArrival(
  item: Extract<Movement, { kind: 'arrived' }>,
  at: Date,
  lines: readonly KeptLine[],
  { goods, shelves, consignments }: Known,
): Problem | null {
  const way = consignments.get(item.consignmentId)
  if (!way || way.toStoreId !== item.storeId) return consignmentUnknown({ id: item.consignmentId })
  if (way.endedAt) return consignmentEnded()
  if (at < way.sentAt) return outOfTime({ at: at.toISOString() })
  const sent = new Map(way.lines.map((line) => [line.lot, line.quantity]))
  if (sent.size !== lines.length || lines.some(({ lot }) => !sent.has(lot))) return consignmentDiffers()
  if (item.why === null && lines.some(({ lot, quantity }) => sent.get(lot) !== quantity)) return whyNeeded()
  const problem = move(shelves, goods, { storeId: item.storeId, at, lines })
  if (!problem) way.endedAt = at
  return problem
}

/** What a movement comes to, given everything before it; it is on the shelves in memory from here on. */
function judgeMovement(item: Movement, at: Date, known: Known): Judged | Problem {
  const { goods, shelves, stores } = known
  const lines = linesOf(goods, item.lines, at, item.kind === 'counted' || item.kind === 'arrived')
  if (lines instanceof Problem) return lines
  const here = { storeId: item.storeId, at, lines }
  const out = { ...here, lines: negative(lines) }
  const or = (problem: Problem | null, judged: Judged): Judged | Problem => problem ?? judged
  switch (item.kind) {
    case 'received': {
      const said = { party: item.party, document_no: item.documentNo }
      return or(move(shelves, goods, here), { account: item.account, lines, said })
    }
    case 'sold':
      return or(givingOutProblem(goods, lines, at) ?? move(shelves, goods, out), { account: 'sold', lines, said: {} })
    case 'sent': {
      if (item.toStoreId === item.storeId) return sameStore()
      const to = stores.get(item.toStoreId)
      if (!to) return storeUnknown({ id: item.toStoreId })
      const said = { to_store_id: to.id, party: to.name, document_no: item.documentNo }
      return or(timeProblem(to, at, at) ?? move(shelves, goods, out), { account: 'in-transit', lines, said })
    }
    case 'arrived': {
      const said = { consignment_id: item.consignmentId, why: item.why }
      return or(judgeArrival(item, at, lines, known), { account: 'in-transit', lines, said })
    }
    case 'counted': {
      const told = count(shelves, goods, here, item.why)
      return told instanceof Problem ? told : { account: 'difference', lines: told, said: { why: item.why } }
    }
    case 'written-off': {
      const said = { why: item.why, document_no: item.documentNo }
      return or(move(shelves, goods, out), { account: item.account, lines, said })
    }
    default:
      return item satisfies never
  }
}

export interface Told {
  row: NewMovement
  /** It was judged when it came; the database knows whether this is the same. */
  isKept: boolean
}
function rowOf(ctx: Ctx, item: Movement, known: Known, sender: Sender): Told | Problem {
  const store = known.stores.get(item.storeId)
  if (!store) throw new Error('supplies: allowed without a store')
  const at = new Date(Date.parse(item.at) + sender.clockOffsetMs)
  const row = { ...originOf(ctx, store, item), store_id: store.id, kind: item.kind, at, ...SAYS_NOTHING }
  if (known.kept.has(item.id)) return { row: { ...row, account: 'difference', lines: null }, isKept: true }
  const judged = timeProblem(store, at, ctx.now) ?? judgeMovement(item, at, known)
  if (judged instanceof Problem) return judged
  known.kept.add(item.id)
  const { account, said, lines } = judged
  return { row: { ...row, note: item.note, ...said, account, lines: ctx.tx.json(lines) }, isKept: false }
}

/** Keeps what was judged sound and says how each arrived; one announcement per division. */
export async function keepMovements(
  ctx: Ctx,
  items: ReadonlyArray<{ id: string }>,
  told: ReadonlyArray<Told | Problem>,
): Promise<Array<Verdict<{ id: string; arrival: 'new' | 'again' }>>> {
  const sound = told.filter((one): one is Told => !(one instanceof Problem))
  const rows = sound.map(({ row }) => row)
  const unknown = sound.flatMap(({ row, isKept }) => (isKept ? [] : [row]))
  const arrivals = await keepFacts(ctx.tx, 'supplies.movement', rows, unknown)
  const arrivalOf = new Map(sound.map((one, nth) => [one, arrivals[nth]]))
  const fresh = sound.filter((one) => arrivalOf.get(one) === 'new').map(({ row }) => row)
  const divisions = [...new Set(fresh.map(({ division }) => division))]
  announce(
    ctx,
    divisions.map((division) => ({
      kind: 'movement',
      division,
      ids: fresh.filter((row) => row.division === division).map(({ id }) => id),
    })),
  )
  return items.map(({ id }, nth) => {
    const one = told[nth]
    if (one instanceof Problem) return { ok: false, problem: one }
    return verdictOf(id, one && arrivalOf.get(one))
  })
}

const writing = {
  kind: 'write' as const,
  done: Kept,
  max: BATCH_MAX,
  load: loadMovements,
  allow(actor: Actor, { stores }: Known, { storeId }: Movement) {
    const store = stores.get(storeId)
    return store ? mayKeep(actor, store) : storeUnknown({ id: storeId })
  },
  async runMany(ctx: Ctx, items: Movement[], known: Known, senders: readonly Sender[]) {
    const told = items.map((item, nth) => {
      const sender = senders[nth]
      if (!sender) throw new Error('supplies: an item without a sender')
      return rowOf(ctx, item, known, sender)
    })
    return keepMovements(ctx, items, told)
  },
  audit: auditBatch,
}

export const recordMovements = batchOperation({
  ...writing,
  name: 'supplies.movement.record',
  summary: {
    zh: '登记入库、调拨、到货、盘点、销售、报损',
    en: 'Record goods received, sent, arrived, counted, sold and written off',
  },
  item: Movement,
})

/** By itself, because a phone may bring counts under the rights of the time of writing and nothing else about goods. */
export const recordCounts = batchOperation({
  ...writing,
  name: 'supplies.count.record',
  summary: { zh: '上传盘点', en: 'Record counts of stock' },
  item: Counted,
})
