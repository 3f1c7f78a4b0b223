import { keepOne, originOf } from '../../kernel/facts.ts'
import { announce } from '../../kernel/feed.ts'
import { type Actor, type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameOfDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { mayKeep, mayRead, mayRecall, onlyStoreOf } from './policy.ts'
import { itemUnknown, lotUnknown, outOfTime, recallUnknown, storeUnknown } from './problems.ts'
import { AnswerRecall, AskTrace, CallBack, ListRecalls, RecallPage, Trace } from './schema.stock.ts'
import { Kept } from './schema.ts'
import { findItems, findLots, findStores, type Store } from './sql.catalogue.ts'
import { findRecall, listAnswers, listHolders, listRecallRows, listUses, sumAccounts } from './sql.recalls.ts'

const USES_MAX = 200

async function findLot({ tx }: Ctx, id: string) {
  const lot = (await findLots(tx, [id])).get(id)
  if (!lot) throw lotUnknown({ id })
  return lot
}

export const traceLot = operation({
  name: 'supplies.lot.trace',
  summary: { zh: '按批号追踪去向', en: 'Where a lot went' },
  kind: 'read',
  input: AskTrace,
  output: Trace,
  allow: mayRead,
  async run(ctx, { lotId }) {
    const { tx } = ctx
    const { isRecalled: _, ...lot } = await findLot(ctx, lotId)
    const item = (await findItems(tx, [lot.itemId])).get(lot.itemId)
    if (!item) throw itemUnknown({ id: lot.itemId })
    const only = onlyStoreOf(ctx.actor)
    const [holders, uses, sums, names] = await Promise.all([
      listHolders(tx, [lotId]),
      listUses(tx, lot, USES_MAX + 1),
      sumAccounts(tx, lot),
      nameOfDivisions(tx),
    ])
    const sum = (...accounts: string[]) =>
      sums.reduce((total, row) => (accounts.includes(row.account) ? total + row.quantity : total), 0)
    return {
      ...{ lot, itemName: item.name, unit: item.unit },
      received: 0 - sum('allocated', 'bought', 'donated', 'returned'),
      stores: holders
        .filter(({ storeId }) => only === null || storeId === only)
        .map(({ lotId: __, ...row }) => ({ ...row, divisionName: names.get(row.division) ?? row.division })),
      underWay: sum('in-transit'),
      uses: uses
        .filter(({ storeId }) => only === null || storeId === only)
        .slice(0, USES_MAX)
        .map((use) => ({ ...use, at: use.at.toISOString(), toKind: use.toKind as 'other' | null })),
      more: uses.length > USES_MAX,
      used: sum('used', 'sold'),
    }
  },
  audit: () => null,
})

export const callBack = operation({
  name: 'supplies.recall.call',
  summary: { zh: '召回一个批号', en: 'Call a lot back' },
  kind: 'write',
  input: CallBack,
  output: Kept,
  load: (ctx: Ctx, { lotId }) => findLot(ctx, lotId),
  allow: mayRecall,
  async run(ctx, input) {
    const at = new Date(input.at)
    if (isAhead(at, ctx.now)) throw outOfTime({ at: input.at })
    const { lotId, notice, documentNo } = input
    const division = String(ctx.actor.county)
    const row = { ...originOf(ctx, { division }, input), lot_id: lotId, notice, document_no: documentNo, at }
    const arrival = await keepOne(ctx, 'supplies.recall', row)
    if (arrival === 'new') announce(ctx, [{ kind: 'recall', division, ids: [input.id] }])
    return { id: input.id, arrival }
  },
  audit: ({ input, output }) => ({ subject: input.lotId, note: { recall: input.id, arrival: output.arrival } }),
})

export const answerRecall = operation({
  name: 'supplies.recall.answer',
  summary: { zh: '库点答复召回', en: 'Say what a store found of a lot that is called back' },
  kind: 'write',
  input: AnswerRecall,
  output: Kept,
  async load({ tx }: Ctx, { recallId, storeId }) {
    const recall = await findRecall(tx, recallId)
    if (!recall) throw recallUnknown({ id: recallId })
    const store = (await findStores(tx, [storeId])).get(storeId)
    if (!store) throw storeUnknown({ id: storeId })
    return { recall, store }
  },
  allow: (actor: Actor, { store }: { recall: { at: Date }; store: Store }) => mayKeep(actor, store),
  async run(ctx, input, { recall, store }) {
    const at = new Date(input.at)
    if (isAhead(at, ctx.now) || at < recall.at) throw outOfTime({ at: input.at })
    const { recallId, storeId, found, done, note } = input
    const said = { recall_id: recallId, store_id: storeId, found, done, note, at }
    const arrival = await keepOne(ctx, 'supplies.recall_answer', { ...originOf(ctx, store, input), ...said })
    return { id: input.id, arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.recallId,
    division: loaded.store.division,
    note: { store: input.storeId, arrival: output.arrival },
  }),
})

export const listRecalls = operation({
  name: 'supplies.recall.list',
  summary: { zh: '召回与各库点答复', en: 'Recalls, with what each store answered' },
  kind: 'read',
  input: ListRecalls,
  output: RecallPage,
  allow: mayRead,
  async run({ tx, actor }, { after, limit }) {
    const rows = await listRecallRows(tx, positionOf(after), limit)
    const only = onlyStoreOf(actor)
    const [holders, answers] = await Promise.all([
      listHolders(
        tx,
        rows.map(({ id }) => id),
      ),
      listAnswers(
        tx,
        rows.map(({ recallId }) => recallId),
      ),
    ])
    const items = rows.map(({ recallId, at, notice, documentNo, itemName, unit, ...lot }) => ({
      ...{ id: recallId, at: at.toISOString(), notice, documentNo, itemName, unit, lot },
      stores: holders
        .filter((holder) => holder.lotId === lot.id && (only === null || holder.storeId === only))
        .map(({ storeId, storeName, quantity }) => {
          const said = answers.find((one) => one.recallId === recallId && one.storeId === storeId)
          const answer = said && { at: said.at.toISOString(), found: said.found, done: said.done, note: said.note }
          return { storeId, storeName, quantity, answer: answer ?? null }
        }),
    }))
    return { items, next: cursorOf(rows, limit, ({ at, recallId }) => ({ at, id: recallId })) }
  },
  audit: () => null,
})
