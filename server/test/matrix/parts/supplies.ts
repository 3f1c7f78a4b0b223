import { aLot, anItem, aReceipt, aSlip, aStore, on, some } from '../../../src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part, type Special } from '../part.ts'

const desk = ({ hands }: Area) => hands.desk
/** What was planted in lists that the whole county reads, by the mark of its area. */
const listed = new Map<string, string[]>()
export const list = ({ mark }: Area, ...ids: string[]) => listed.set(mark, [...(listed.get(mark) ?? []), ...ids])

/** Fails when the one item of a batch was refused. */
async function kept(area: Area, path: string, item: object) {
  const { verdicts } = await made(desk(area).post(path, { items: [item] }))
  if (!verdicts[0]?.ok) throw new Error(`not planted: ${JSON.stringify(verdicts[0])}`)
}

const goodsOf = ({ things }: Area) => ({ itemId: String(things['itemId']), lotId: String(things['lotId']) })
const storeOf = ({ things }: Area) => String(things['storeId'])
const lines = (area: Area) => [{ ...some(goodsOf(area), 1), packId: null }]

async function item(area: Area) {
  const { mark } = area
  const pack = { id: newId(), label: `${mark}盒`, holds: 10, from: '2020-01-01' }
  const body = anItem({ name: `${mark}口罩`, packs: [pack] })
  await kept(area, '/supplies/items/batch', body)
  const lot = aLot(body.id, { makerNo: `${mark}${newId().slice(0, 6)}`, maker: `${mark}厂`, expiresOn: '2020-03-01' })
  await kept(area, '/supplies/lots/batch', lot)
  list(area, body.id, lot.id, pack.id)
  return { itemId: body.id, lotId: lot.id, packId: pack.id }
}
async function store(area: Area) {
  const { mark, village } = area
  const body = aStore(village, { owner: 'township', name: `${mark}物资点`, post: `${mark}岗` })
  await kept(area, '/supplies/stores/batch', body)
  list(area, body.id)
  return { storeId: body.id }
}
async function movement(area: Area) {
  const said = { party: `${area.mark}公司`, documentNo: `${area.mark}1号`, note: `${area.mark}注` }
  const body = aReceipt(storeOf(area), goodsOf(area), 1_000, said)
  await kept(area, '/supplies/movements/batch', body)
  return { movementId: body.id }
}
async function slip(area: Area) {
  const to = { kind: 'team' as const, party: `${area.mark}队` }
  const said = { to, documentNo: `${area.mark}2号`, note: `${area.mark}备` }
  const body = aSlip(storeOf(area), goodsOf(area), 1, said)
  await kept(area, '/supplies/slips/batch', body)
  return { slipId: body.id }
}
/** On its way to the store that others ask about, from one of its own. */
async function consignment(area: Area) {
  const from = await store(area)
  await movement({ ...area, things: { ...area.things, ...from } })
  const body = {
    id: newId(),
    storeId: from.storeId,
    kind: 'sent',
    at: on(3),
    toStoreId: storeOf(area),
    lines: lines(area),
  }
  await kept(area, '/supplies/movements/batch', { ...body, documentNo: `${area.mark}3号` })
  return { consignmentId: body.id, toStoreId: from.storeId }
}
/** Of goods that nobody else counts: a count closes what was before it. */
const apart = async (area: Area) => ({ ...area, things: { ...area.things, ...(await item(area)) } })
async function slipApart(area: Area) {
  const own = await apart(area)
  await movement(own)
  return slip(own)
}
/** Goods of its own for each request, in the store and on their way to it: requests arrive in any order, and a count closes what was before. */
async function enough(area: Area) {
  const own = await apart(area)
  await movement(own)
  return { ...(await consignment(own)), lines: lines(own) }
}
let said = 0
/** Later than whatever was said before. */
export const later = (): string => new Date(Date.parse(on(9)) + ++said * 1000).toISOString()

async function recall(area: Area) {
  const { lotId } = await item(area)
  const body = { id: newId(), lotId, at: on(4), notice: `${area.mark}停用`, documentNo: `${area.mark}4号` }
  await made(desk(area).post('/supplies/recalls', body))
  list(area, body.id)
  return { recallId: body.id }
}
async function rest(area: Area) {
  const { mark } = area
  const { slipId } = await slip(area)
  await made(desk(area).post(`/supplies/slips/${slipId}/end`, { id: newId(), slipId, at: on(4), why: `${mark}不用了` }))
  const { storeId: shut } = await store(area)
  await made(desk(area).post(`/supplies/stores/${shut}/closing`, { id: newId(), at: on(6), why: `${mark}撤点` }))
  const answer = { id: newId(), storeId: storeOf(area), at: on(5), found: 0, done: 'nothing-left', note: `${mark}无` }
  await made(desk(area).post(`/supplies/recalls/${area.things['recallId']}/answers`, answer))
}

/** Goods go from store to store and township to township, so what they are and where they may go is told to all. */
const catalogue = (fields: string[]): Special['toldInCounty'] => ({
  because:
    'Items, packs, lots, stores and recalls are one list for the county: goods are sent to stores of other townships.',
  fields,
  hears: ({ mark, things, village, township }) => [
    ...[mark, village, township],
    ...(listed.get(mark) ?? []),
    ...['itemId', 'lotId', 'packId', 'storeId', 'toStoreId', 'recallId'].map((id) => things[id]),
  ],
})

export const suppliesPart: Part = {
  async plant(area) {
    const things: Record<string, unknown> = { ...(await item(area)), ...(await store(area)) }
    const whole = { ...area, things: { ...area.things, ...things } }
    for (const more of [movement, slip, consignment, recall] as const) Object.assign(whole.things, await more(whole))
    await rest(whole)
    const { itemId, lotId, packId, storeId, movementId, slipId, consignmentId, toStoreId, recallId } = whole.things
    return { itemId, lotId, packId, storeId, movementId, slipId, consignmentId, toStoreId, recallId }
  },
  countyWide: ['supplies.item', 'supplies.pack', 'supplies.lot', 'supplies.recall'],
  shared: [
    'supplies.item',
    'supplies.pack',
    'supplies.lot',
    'supplies.store',
    'supplies.store_closing',
    'supplies.recall',
  ],
  operations: {
    'supplies.item.list': { toldInCounty: catalogue([]) },
    'supplies.lot.list': { toldInCounty: catalogue(['itemId']) },
    'supplies.store.list': { toldInCounty: catalogue(['division']) },
    'supplies.card.print': { toldInCounty: catalogue(['itemId']), unread: true },
    'supplies.slip.print': { unread: true },
    'supplies.movement.print': { unread: true },
    'supplies.label.print': { toldInCounty: catalogue(['lotId']), unread: true },
    'supplies.card.read': { toldInCounty: catalogue(['itemId']) },
    'supplies.recall.list': { toldInCounty: catalogue([]) },
    'supplies.stock.read': { toldInCounty: catalogue(['division']) },
    'supplies.total.read': {
      unread: true,
      say: { itemIds: ({ things }) => things['itemId'] },
      toldInCounty: catalogue(['itemIds']),
    },
    'supplies.lot.trace': { toldInCounty: catalogue(['lotId']) },
    'supplies.item.add': { say: { code: () => `new-${newId().slice(0, 8)}` } },
    'supplies.pack.add': { say: { label: () => newId().slice(0, 8) } },
    'supplies.movement.record': {
      say: { at: later, lines, why: () => newId() },
      fresh: enough,
      toldInCounty: catalogue(['lines', 'itemId', 'lotId']),
    },
    'supplies.lot.add': { say: { makerNo: () => newId().slice(0, 12) } },
    'supplies.count.record': {
      say: { at: later, lines, why: () => newId() },
      fresh: async (area) => ({ lines: lines(await apart(area)) }),
    },
    'supplies.store.close': { say: { at: on(9) }, fresh: store },
    'supplies.slip.prepare': { say: { at: later, lines } },
    'supplies.slip.confirm': { say: { at: on(9) }, fresh: slipApart },
    'supplies.slip.end': { say: { at: on(9) }, fresh: slipApart },
    'supplies.movement.reverse': { say: { at: on(9) }, fresh: async (area) => movement(await apart(area)) },
    'supplies.recall.call': { say: { at: on(9) }, fresh: item },
    'supplies.recall.answer': { say: { at: on(9) } },
  },
}
