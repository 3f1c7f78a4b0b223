import { keepFacts, keepOne, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { type Actor, batchOperation, type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { Problem } from '../../kernel/problem.ts'
import { countyMoment } from '../retention/index.ts'
import { findGoods, type Goods, givingOutProblem, linesOf, move, openShelves } from './ledger.ts'
import { auditBatch, verdictOf } from './operations.catalogue.ts'
import { type Known, keepMovements, negative, SAYS_NOTHING, timeProblem } from './operations.movements.ts'
import { mayKeep, mayRead, onlyStoreOf } from './policy.ts'
import { outOfTime, ownSlip, slipEnded, slipUnknown, storeUnknown } from './problems.ts'
import {
  ConfirmIssue,
  ConsignmentPage,
  EndSlip,
  ListConsignments,
  ListSlips,
  PrepareIssue,
  SlipPage,
} from './schema.movements.ts'
import { BATCH_MAX, Kept } from './schema.ts'
import { lineRows } from './showing.ts'
import { findStores, type Store } from './sql.catalogue.ts'
import {
  findKept,
  findSlips,
  listConsignmentRows,
  listSlipRows,
  lockLedger,
  type NewMovement,
  type Slip,
} from './sql.ledger.ts'

export const prepareIssues = batchOperation({
  name: 'supplies.slip.prepare',
  summary: { zh: '开领料单(待另一人确认)', en: 'Prepare an issue for somebody else to confirm' },
  kind: 'write',
  item: PrepareIssue,
  done: Kept,
  max: BATCH_MAX,
  async load(ctx: Ctx, items) {
    const [stores, goods] = await Promise.all([
      findStores(
        ctx.tx,
        items.map(({ storeId }) => storeId),
      ),
      findGoods(
        ctx,
        items.flatMap(({ lines }) => lines),
      ),
    ])
    return { stores, goods }
  },
  allow(actor: Actor, { stores }: { stores: Map<string, Store>; goods: Goods }, { storeId }) {
    const store = stores.get(storeId)
    return store ? mayKeep(actor, store) : storeUnknown({ id: storeId })
  },
  async runMany(ctx, items, { stores, goods }) {
    const rows = items.map((item) => {
      const store = stores.get(item.storeId)
      if (!store) throw new Error('supplies: allowed without a store')
      const at = new Date(item.at)
      const lines = linesOf(goods, item.lines, at, false)
      if (lines instanceof Problem) return lines
      const problem = timeProblem(store, at, ctx.now) ?? givingOutProblem(goods, lines, at)
      if (problem) return problem
      const to = { to_kind: item.to.kind, to_ref: item.to.ref, party: item.to.party }
      const said = { ...to, document_no: item.documentNo, note: item.note }
      return { ...originOf(ctx, store, item), store_id: store.id, at, lines: ctx.tx.json(lines), ...said }
    })
    const sound = rows.flatMap((row) => (row instanceof Problem ? [] : [row]))
    const arrivals = await keepFacts(ctx.tx, 'supplies.slip', sound)
    const arrivalOf = new Map(sound.map((row, nth) => [row, arrivals[nth]]))
    const fresh = sound.filter((row) => arrivalOf.get(row) === 'new')
    announce(
      ctx,
      fresh.map(({ id, division }) => ({ kind: 'issue-slip', division, ids: [id] })),
    )
    return items.map(({ id }, nth) => {
      const row = rows[nth]
      return row instanceof Problem ? { ok: false, problem: row } : verdictOf(id, row && arrivalOf.get(row))
    })
  },
  audit: auditBatch,
})

interface Confirming extends Omit<Known, 'consignments'> {
  slips: Map<string, Slip>
}
async function loadConfirming(ctx: Ctx, items: readonly ConfirmIssue[]): Promise<Confirming> {
  const { tx } = ctx
  await lockLedger(ctx)
  const slips = await findSlips(
    tx,
    items.map(({ slipId }) => slipId),
  )
  const lines = [...slips.values()].flatMap((slip) =>
    slip.lines.map(({ item, lot }) => ({ storeId: slip.storeId, itemId: item, lotId: lot, since: slip.at })),
  )
  const [stores, goods, shelves, kept] = await Promise.all([
    findStores(
      tx,
      [...slips.values()].map(({ storeId }) => storeId),
    ),
    findGoods(
      ctx,
      lines.map((line) => ({ ...line, amount: '0', packId: null })),
    ),
    openShelves(ctx, lines),
    findKept(
      tx,
      'supplies.movement',
      items.map(({ id }) => id),
    ),
  ])
  return { slips, stores, goods, shelves, kept }
}

function issueRow(ctx: Ctx, item: ConfirmIssue, { slips, stores, goods, shelves, kept }: Confirming) {
  const slip = slips.get(item.slipId)
  const store = slip && stores.get(slip.storeId)
  if (!slip || !store) throw new Error('supplies: allowed without a slip')
  const at = new Date(item.at)
  const { id: store_id, division } = store
  const { toKind: to_kind, toRef: to_ref, party, documentNo: document_no, note, lines } = slip
  const said = { ...SAYS_NOTHING, slip_id: slip.id, to_kind, to_ref, party, document_no, note }
  const movement = { store_id, kind: 'issued', account: 'used', at, lines: ctx.tx.json(lines), ...said }
  const row: NewMovement = { ...originOf(ctx, { division }, item), ...movement }
  if (kept.has(item.id)) return { row, isKept: true }
  if (slip.preparedBy === ctx.actor.accountId) return ownSlip()
  if (slip.movementId || slip.endId) return slipEnded()
  if (at < slip.at) return outOfTime({ at: item.at })
  const problem =
    timeProblem(store, at, ctx.now) ??
    givingOutProblem(goods, lines, at) ??
    move(shelves, goods, { storeId: store.id, at, lines: negative(lines) })
  if (problem) return problem
  slip.movementId = item.id
  kept.add(item.id)
  return { row, isKept: false }
}

export const confirmIssues = batchOperation({
  name: 'supplies.slip.confirm',
  summary: { zh: '确认出库(第二人)', en: 'Confirm an issue that somebody else prepared' },
  kind: 'write',
  item: ConfirmIssue,
  done: Kept,
  max: BATCH_MAX,
  load: loadConfirming,
  allow(actor: Actor, { slips, stores }: Confirming, { slipId }) {
    const slip = slips.get(slipId)
    const store = slip && stores.get(slip.storeId)
    return store ? mayKeep(actor, store) : slipUnknown({ id: slipId })
  },
  runMany: (ctx, items, known) =>
    keepMovements(
      ctx,
      items,
      items.map((item) => issueRow(ctx, item, known)),
    ),
  audit: auditBatch,
})

export const endSlip = operation({
  name: 'supplies.slip.end',
  summary: { zh: '作废领料单', en: 'End an issue slip that is not confirmed' },
  kind: 'write',
  input: EndSlip,
  output: Kept,
  async load(ctx: Ctx, { slipId }) {
    await lockLedger(ctx)
    const slip = (await findSlips(ctx.tx, [slipId])).get(slipId)
    const store = slip && (await findStores(ctx.tx, [slip.storeId])).get(slip.storeId)
    if (!slip || !store) throw slipUnknown({ id: slipId })
    return { slip, store }
  },
  allow: (actor: Actor, { store }: { slip: Slip; store: Store }) => mayKeep(actor, store),
  async run(ctx, input, { slip, store }) {
    const at = new Date(input.at)
    if (slip.movementId || (slip.endId && slip.endId !== input.id)) throw slipEnded()
    const problem = timeProblem(store, at, ctx.now) ?? (at < slip.at ? outOfTime({ at: input.at }) : null)
    if (problem) throw problem
    const row = { ...originOf(ctx, store, input), slip_id: slip.id, why: input.why, at }
    const arrival = await keepOne(ctx, 'supplies.slip_end', row)
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.slipId,
    division: loaded.store.division,
    note: { arrival: output.arrival },
  }),
})

export const listSlips = operation({
  name: 'supplies.slip.list',
  summary: { zh: '领料单', en: 'Issue slips' },
  kind: 'read',
  input: ListSlips,
  output: SlipPage,
  allow: mayRead,
  async run({ tx, actor }, { storeId, state, after, limit }) {
    const only = onlyStoreOf(actor) ?? storeId ?? null
    const rows = await listSlipRows(tx, { storeId: only, open: state === 'open', before: positionOf(after), limit })
    const items = rows.map(({ id, storeId: store, storeName, at, lines, party, documentNo, note, ...row }) => ({
      ...{ id, storeId: store, storeName, party, documentNo, note },
      at: at.toISOString(),
      lines: lineRows(lines),
      toKind: row.toKind as 'other',
      state: row.movementId ? ('issued' as const) : row.endId ? ('ended' as const) : ('open' as const),
      mine: row.preparedBy === actor.accountId,
    }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})

export const listConsignments = operation({
  name: 'supplies.consignment.list',
  summary: { zh: '调拨在途与到货', en: 'Goods between stores' },
  kind: 'read',
  input: ListConsignments,
  output: ConsignmentPage,
  allow: mayRead,
  async run(ctx, { storeId, state, after, limit }) {
    const { tx, actor } = ctx
    const moment = await countyMoment(ctx)
    const only = onlyStoreOf(actor) ?? storeId ?? null
    const query = { storeId: only, underWay: state === 'under-way', moment, before: positionOf(after), limit }
    const rows = await listConsignmentRows(tx, query)
    const items = rows.map(({ division: _, toDivision: __, ...row }) => ({
      ...row,
      sentAt: row.sentAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      lines: lineRows(row.lines),
      arrived: row.arrived && lineRows(row.arrived),
    }))
    return { items, next: cursorOf(rows, limit, ({ sentAt, id }) => ({ at: sentAt, id })) }
  },
  audit: () => null,
})
