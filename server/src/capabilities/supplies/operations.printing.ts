import { type Actor, type Ctx, operation } from '../../kernel/operation.ts'
import { publicAddress } from '../access/index.ts'
import { printLabels, printNotices } from '../exchange/index.ts'
import { countyName } from '../places/index.ts'
import { countyMoment } from '../retention/index.ts'
import { labelsOf } from './labels.paper.ts'
import { mayReadStore } from './policy.ts'
import { labelsTooMany, movementUnknown, slipUnknown, storeUnknown } from './problems.ts'
import { CardFile, PrintLabels, PrintMovement, PrintSlip } from './schema.stock.ts'
import { type Paper, slipNotice } from './slips.paper.ts'
import { findItems, findLots, findStores, type Store } from './sql.catalogue.ts'
import { findSlips, type KeptLine, type Slip } from './sql.ledger.ts'
import { findMovement, type Movement } from './sql.movements.ts'
import { listStockOfStore } from './sql.stock.ts'
import type { Language } from './units.words.ts'

async function storeOf({ tx }: Ctx, id: string): Promise<Store> {
  const store = (await findStores(tx, [id])).get(id)
  if (!store) throw storeUnknown({ id })
  return store
}
interface Kept<P> {
  paper: P
  store: Store
}

type Said = Omit<Paper, 'lines' | 'county' | 'storeName'> & { lines: readonly KeptLine[] }
async function printed(ctx: Ctx, { lines: kept, ...said }: Said, store: Store, lang: Language) {
  const [items, lots] = await Promise.all([
    findItems(
      ctx.tx,
      kept.map(({ item }) => item),
    ),
    findLots(
      ctx.tx,
      kept.map(({ lot }) => lot),
    ),
  ])
  const lines = kept.map(({ item, lot, quantity, book }) => {
    const { name = '', unit = 'piece' as const } = items.get(item) ?? {}
    return { item: name, makerNo: lots.get(lot)?.makerNo ?? null, unit, quantity, book: book ?? null }
  })
  const county = (await countyName(String(ctx.actor.county))) ?? ''
  const paper = { ...said, lines, county, storeName: store.name }
  const notice = slipNotice(paper, { lang, address: publicAddress() })
  const { title, number } = notice
  const content = printNotices({ paper: lines.length > LINES_OF_A5 ? 'a4' : 'a5', title, foot: '', notices: [notice] })
  return { fileName: `${title}-${number}.pdf`, type: 'application/pdf', content: content.toString('base64') }
}
/** More do not fit beside the square. */
const LINES_OF_A5 = 14

export const printSlip = operation({
  name: 'supplies.slip.print',
  summary: { zh: '打印领料单(带二维码)', en: 'Print an issue slip with its code' },
  kind: 'read',
  input: PrintSlip,
  output: CardFile,
  async load(ctx: Ctx, { slipId }): Promise<Kept<Slip>> {
    const slip = (await findSlips(ctx.tx, [slipId])).get(slipId)
    if (!slip) throw slipUnknown({ id: slipId })
    return { paper: slip, store: await storeOf(ctx, slip.storeId) }
  },
  allow: (actor, { store }: Kept<Slip>) => mayReadStore(actor, store),
  run(ctx, { lang }, { paper: slip, store }) {
    const { id, storeId, party, documentNo, at, lines, note, endId } = slip
    const of = { kind: 'slip' as const, toStoreId: null, why: null, isVoid: endId !== null }
    return printed(ctx, { id, storeId, party, documentNo, at, lines, note, ...of }, store, lang)
  },
  audit: () => null,
})

export const printMovement = operation({
  name: 'supplies.movement.print',
  summary: {
    zh: '打印入库、出库、调拨等单据(带二维码)',
    en: 'Print the slip of a receipt, issue or transfer with its code',
  },
  kind: 'read',
  input: PrintMovement,
  output: CardFile,
  async load(ctx: Ctx, { movementId }): Promise<Kept<Movement>> {
    const movement = await findMovement(ctx.tx, movementId)
    if (!movement) throw movementUnknown({ id: movementId })
    return { paper: movement, store: await storeOf(ctx, movement.storeId) }
  },
  allow: (actor, { store }: Kept<Movement>) => mayReadStore(actor, store),
  async run(ctx, { lang }, { paper: movement, store }) {
    const { id, kind, storeId, toStoreId, documentNo, at, lines, note, why, reversedBy } = movement
    const to = toStoreId ? (await findStores(ctx.tx, [toStoreId])).get(toStoreId)?.name : undefined
    const party = to ?? movement.party
    const of = { kind: kind as Paper['kind'], party, isVoid: reversedBy !== null }
    return printed(ctx, { id, storeId, toStoreId, documentNo, at, lines, note, why, ...of }, store, lang)
  },
  audit: () => null,
})

/** Some twenty-five sheets. */
const LABELS_MOST = 350
export const printStoreLabels = operation({
  name: 'supplies.label.print',
  summary: { zh: '打印库点和批号标签(带二维码)', en: 'Print the labels of a store and its lots, with their codes' },
  kind: 'read',
  input: PrintLabels,
  output: CardFile,
  load: (ctx: Ctx, { storeId }) => storeOf(ctx, storeId),
  allow: (actor: Actor, store: Store) => mayReadStore(actor, store),
  async run(ctx, { lang, lotId }, store) {
    const query = { storeId: store.id, moment: await countyMoment(ctx), after: null, limit: LABELS_MOST + 1 }
    const all = await listStockOfStore(ctx.tx, query)
    if (all.length > LABELS_MOST) throw labelsTooMany({ most: LABELS_MOST })
    const lots = lotId ? all.filter(({ id }) => id === lotId) : all
    const sheet = labelsOf({ store, lots }, { lang, address: publicAddress() })
    return { fileName: `${sheet.title}.pdf`, type: 'application/pdf', content: printLabels(sheet).toString('base64') }
  },
  audit: () => null,
})
