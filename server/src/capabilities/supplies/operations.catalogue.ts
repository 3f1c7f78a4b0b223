import { idCursor } from '../../kernel/db.ts'
import { type Arrival, keepFacts, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation, type Verdict } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { findDivisions, nameOfDivisions } from '../places/index.ts'
import { afterDivision, cursorByDivision } from '../places/rules.cursors.ts'
import { mayAddLot, mayOpenStore, mayRead, mayRunCatalogue } from './policy.ts'
import { codeTaken, divisionUnknown, itemUnknown, lotTaken, packTaken } from './problems.ts'
import {
  AddItem,
  AddLot,
  AddPack,
  BATCH_MAX,
  ItemPage,
  Kept,
  ListItems,
  ListLots,
  ListStores,
  LotPage,
  OpenStore,
  StorePage,
} from './schema.ts'
import {
  findItems,
  findLots,
  itemsByCode,
  listItemRows,
  listLotRows,
  listPacks,
  listStoreRows,
} from './sql.catalogue.ts'
import { findKept } from './sql.ledger.ts'

export const verdictOf = (
  id: string,
  arrival: Arrival | undefined,
  taken: Problem = idTaken({ id }),
): Verdict<{ id: string; arrival: 'new' | 'again' }> =>
  arrival === undefined || arrival === 'taken'
    ? { ok: false, problem: taken }
    : { ok: true, value: { id, arrival }, arrival }

export const auditBatch = (items: ReadonlyArray<{ id: string }>, verdicts: ReadonlyArray<Verdict<unknown>>) => ({
  ...(items.length === 1 && items[0] ? { subject: items[0].id } : {}),
  count: verdicts.filter((verdict) => verdict.ok && verdict.arrival === 'new').length,
  note: { sent: items.length, refused: verdicts.filter((verdict) => !verdict.ok).length, first: items[0]?.id ?? null },
})

export const addItems = batchOperation({
  name: 'supplies.item.add',
  summary: { zh: '登记物资品种与包装换算', en: 'Add items, each with its base unit and its packs' },
  kind: 'write',
  item: AddItem,
  done: Kept,
  max: BATCH_MAX,
  load: ({ tx }: Ctx, items) =>
    itemsByCode(
      tx,
      items.map(({ code }) => code),
    ),
  allow: mayRunCatalogue,
  async runMany(ctx, items, codes) {
    const { tx, actor } = ctx
    const division = String(actor.county)
    const free = items.filter(({ id, code }) => (codes.get(code) ?? id) === id)
    const rows = free.map((item) => {
      const { id, code, name, kind, unit } = item
      return { ...originOf(ctx, { division }, item), id, code, name, kind, unit }
    })
    const arrivals = await keepFacts(tx, 'supplies.item', rows)
    const added = free.filter((_, nth) => arrivals[nth] === 'new')
    // Goods without a lot number have a lot too: that of their item.
    const lots = added.map((item) => ({
      ...originOf(ctx, { division }, item),
      item_id: item.id,
      maker: null,
      maker_no: null,
      expires_on: null,
    }))
    await keepFacts(tx, 'supplies.lot', lots)
    const packs = added.flatMap((item) => item.packs.map((pack) => packRow(ctx, { ...pack, itemId: item.id })))
    await keepFacts(tx, 'supplies.pack', packs)
    const arrivalOf = new Map(free.map((item, nth) => [item, arrivals[nth]]))
    return items.map((item) => verdictOf(item.id, arrivalOf.get(item), codeTaken({ code: item.code })))
  },
  audit: auditBatch,
})

type Pack = { id: string; itemId: string; label: string; holds: number; from: string }
function packRow(ctx: Ctx, pack: Pack) {
  const { itemId, label, holds, from } = pack
  return {
    ...originOf(ctx, { division: String(ctx.actor.county) }, pack),
    item_id: itemId,
    label,
    holds,
    from_day: from,
  }
}

export const addPack = operation({
  name: 'supplies.pack.add',
  summary: { zh: '登记包装换算', en: 'Declare what a pack holds from a day on' },
  kind: 'write',
  input: AddPack,
  output: Kept,
  async load({ tx }: Ctx, { itemId }) {
    if (!(await findItems(tx, [itemId])).has(itemId)) throw itemUnknown({ id: itemId })
  },
  allow: mayRunCatalogue,
  async run(ctx, input) {
    const [arrival] = await keepFacts(ctx.tx, 'supplies.pack', [packRow(ctx, input)])
    if (arrival === undefined || arrival === 'taken') {
      const isKept = (await findKept(ctx.tx, 'supplies.pack', [input.id])).has(input.id)
      throw isKept ? idTaken({ id: input.id }) : packTaken({ label: input.label, from: input.from })
    }
    return { id: input.id, arrival }
  },
  audit: ({ input, output }) => ({ subject: input.itemId, note: { pack: input.id, arrival: output.arrival } }),
})

export const addLots = batchOperation({
  name: 'supplies.lot.add',
  summary: { zh: '登记批号与有效期', en: 'Record lots by their maker’s number and expiry' },
  kind: 'write',
  item: AddLot,
  done: Kept,
  max: BATCH_MAX,
  load: ({ tx }: Ctx, items) =>
    findItems(
      tx,
      items.map(({ itemId }) => itemId),
    ),
  allow: (actor, known, { itemId }) => mayAddLot(actor) && (known.has(itemId) || itemUnknown({ id: itemId })),
  async runMany(ctx, items) {
    const { tx, actor } = ctx
    const rows = items.map((item) => ({
      ...originOf(ctx, actor, item),
      item_id: item.itemId,
      maker: item.maker,
      maker_no: item.makerNo,
      expires_on: item.expiresOn,
    }))
    const arrivals = await keepFacts(tx, 'supplies.lot', rows)
    const kept = await findLots(
      tx,
      items.map(({ id }) => id),
    )
    return items.map((item, nth) => {
      const taken = kept.has(item.id) ? idTaken({ id: item.id }) : lotTaken({ makerNo: item.makerNo })
      return verdictOf(item.id, arrivals[nth], taken)
    })
  },
  audit: auditBatch,
})

export const openStores = batchOperation({
  name: 'supplies.store.open',
  summary: { zh: '登记库点', en: 'Record stores' },
  kind: 'write',
  item: OpenStore,
  done: Kept,
  max: BATCH_MAX,
  load: ({ tx }: Ctx, items) =>
    findDivisions(
      tx,
      items.map(({ division }) => division),
    ),
  allow: (actor, known, { division }) =>
    mayOpenStore(actor, division) && (known.has(division) || divisionUnknown({ division })),
  async runMany(ctx, items) {
    const rows = items.map((item) => ({
      ...originOf(ctx, item, item),
      owner: item.owner,
      name: item.name,
      post: item.post,
      opened_at: new Date(item.openedAt),
    }))
    const arrivals = await keepFacts(ctx.tx, 'supplies.store', rows)
    return items.map(({ id }, nth) => verdictOf(id, arrivals[nth]))
  },
  audit: auditBatch,
})

export const listItems = operation({
  name: 'supplies.item.list',
  summary: { zh: '物资品种', en: 'The items' },
  kind: 'read',
  input: ListItems,
  output: ItemPage,
  allow: mayRead,
  async run({ tx }, { kind, after, limit }) {
    const rows = await listItemRows(tx, { kind: kind ?? null, after: after ?? null, limit })
    const packs = await listPacks(
      tx,
      rows.map(({ id }) => id),
    )
    const items = rows.map((row) => ({
      ...row,
      packs: packs.filter(({ itemId }) => itemId === row.id).map(({ itemId: _, ...pack }) => pack),
    }))
    return { items, next: rows.length === limit ? (rows.at(-1)?.code ?? null) : null }
  },
  audit: () => null,
})

export const listLots = operation({
  name: 'supplies.lot.list',
  summary: { zh: '批号', en: 'The lots' },
  kind: 'read',
  input: ListLots,
  output: LotPage,
  allow: mayRead,
  async run({ tx }, { itemId, search, after, limit }) {
    const asked = { itemId: itemId ?? null, search: search ?? null, after: idCursor(after), limit }
    const items = await listLotRows(tx, asked)
    return { items, next: items.length === limit ? (items.at(-1)?.id ?? null) : null }
  },
  audit: () => null,
})

export const listStores = operation({
  name: 'supplies.store.list',
  summary: { zh: '库点', en: 'The stores' },
  kind: 'read',
  input: ListStores,
  output: StorePage,
  allow: mayRead,
  async run({ tx }, { owner, division, after, limit }) {
    const from = afterDivision(after)
    const rows = await listStoreRows(tx, { owner: owner ?? null, division: division ?? null, after: from, limit })
    const names = await nameOfDivisions(tx)
    return {
      items: rows.map((row) => ({
        ...row,
        divisionName: names.get(row.division) ?? row.division,
        openedAt: row.openedAt.toISOString(),
        closedAt: row.closedAt?.toISOString() ?? null,
      })),
      next: cursorByDivision(rows, limit, (row) => row),
    }
  },
  audit: () => null,
})
