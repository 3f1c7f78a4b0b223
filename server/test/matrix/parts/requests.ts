import { anItem, aReceipt, aStore, on } from '../../../src/capabilities/supplies/supplies.factory.ts'
import { newId } from '../../scenario/scenario.ts'
import { type Area, made, type Part, type Special } from '../part.ts'
import { later, list } from './supplies.ts'

/** Fails when the one item of a batch was refused. */
async function kept({ hands }: Area, path: string, item: { id: string }): Promise<string> {
  const { verdicts } = await made(hands.desk.post(path, { items: [item] }))
  if (!verdicts[0]?.ok) throw new Error(`not planted: ${JSON.stringify(verdicts[0])}`)
  return item.id
}
const said = ({ mark }: Area) => ({ documentNo: `${mark}7号`, note: `${mark}注` })
const IN_UNITS = { id: newId, purpose: 'checkpoints', neededOn: '2020-02-06', at: on(4), quantity: 5 }

/** Two stores of the area and something to send from one to the other. */
async function goods(area: Area) {
  const { mark, village } = area
  const item = anItem({ name: `${mark}口罩`, packs: [] })
  await kept(area, '/supplies/items/batch', item)
  const [from, to] = [aStore(village, { name: `${mark}库` }), aStore(village, { owner: 'township', name: `${mark}点` })]
  for (const store of [from, to]) await kept(area, '/supplies/stores/batch', store)
  await kept(area, '/supplies/movements/batch', aReceipt(from.id, { itemId: item.id, lotId: item.id }, 1000))
  list(area, item.id, from.id, to.id)
  return { itemId: item.id, lotId: item.id, storeId: from.id, toStoreId: to.id }
}
type Goods = Awaited<ReturnType<typeof goods>>
async function request(area: Area, of?: Goods) {
  const own = of ?? (await goods(area))
  const body = {
    ...IN_UNITS,
    id: newId(),
    storeId: own.toStoreId,
    itemId: own.itemId,
    quantity: 50,
    note: `${area.mark}急`,
  }
  return { ...own, requestId: await kept(area, '/supplies/requests/batch', body) }
}
async function allotted(area: Area) {
  const own = await request(area)
  const { documentNo } = said(area)
  const body = {
    id: newId(),
    requestId: own.requestId,
    storeId: own.storeId,
    quantity: 40,
    documentNo,
    why: `${area.mark}先给`,
    at: on(4),
  }
  await kept(area, '/supplies/allotments/batch', body)
  return own
}
const lotsOf = ({ things }: Area) => [{ lotId: String(things['lotId']), amount: '5', packId: null }]

const published: Special['toldInCounty'] = {
  because:
    'Donations and what goods cost at the shops are public: goods, places and prices, names only where donors agreed.',
  fields: [],
  hears: ({ mark }) => [mark],
}

/** What is kept is one list for the county; how much of it is there is told of the reader's own area. */
const catalogue: Special['toldInCounty'] = {
  because: 'Items are one list for the county, and what is assumed to be used of them is assumed for all of it.',
  fields: ['itemId', 'division', 'after'],
  hears: ({ mark, things }) => [mark, ...Object.values(things)],
}

export const requestsPart: Part = {
  async plant(area) {
    const own = await allotted(area)
    const whole = { ...area, things: { ...area.things, ...own } }
    const path = `/supplies/requests/${own.requestId}/shipments`
    await made(
      area.hands.desk.post(path, { id: newId(), storeId: own.storeId, lots: lotsOf(whole), at: on(5), ...said(area) }),
    )
    const over = await request(area, own)
    const end = { id: newId(), how: 'declined', why: `${area.mark}不需要`, at: on(5) }
    await made(area.hands.desk.post(`/supplies/requests/${over.requestId}/end`, end))
    const { mark } = area
    const donor = { kind: 'person', id: newId(), name: `${mark}测试` }
    const line = { itemId: own.itemId, lotId: own.lotId, amount: '3', packId: null }
    const gift = { id: newId(), storeId: own.storeId, lines: [line], donor, publicName: `${mark}市民`, at: on(5) }
    await made(area.hands.desk.post('/supplies/donations', { ...gift, documentNo: `${mark}9号` }))
    const price = {
      id: newId(),
      storeId: own.storeId,
      itemId: own.itemId,
      priceFen: 100,
      per: `${mark}袋`,
      state: 'enough',
    }
    await kept(area, '/supplies/prices/batch', { ...price, delivery: 'normal', at: on(5) } as { id: string })
    const assumption = {
      id: newId(),
      itemId: own.itemId,
      basis: 'day',
      perDay: 3,
      because: `${area.mark}试行`,
      from: '2020-02-01',
    }
    await kept(area, '/supplies/assumptions/batch', assumption)
    return {
      requestId: own.requestId,
      'supplies/overId': over.requestId,
      'supplies/donationId': gift.id,
      'supplies/wantedId': own.itemId,
    }
  },
  countyWide: ['supplies.assumption'],
  shared: ['supplies.assumption', 'supplies.price', 'supplies.receipt'],
  operations: {
    'supplies.request.make': { say: { ...IN_UNITS } },
    'supplies.request.end': { say: { how: 'declined', at: on(5) }, fresh: (area) => request(area) },
    'supplies.request.allot': { say: { at: on(4), quantity: 1 }, fresh: (area) => request(area) },
    'supplies.request.ship': {
      say: { at: on(5) },
      fresh: async (area) => {
        const own = await allotted(area)
        return { ...own, lots: [{ lotId: own.lotId, amount: '5', packId: null }] }
      },
    },
    'supplies.cover.list': { toldInCounty: catalogue },
    'supplies.cover.read': { toldInCounty: catalogue },
    'supplies.donation.record': {
      say: {
        donor: () => ({ kind: 'anonymous' }),
        at: later,
        lines: ({ things }) => [{ itemId: things['itemId'], lotId: things['lotId'], amount: '1', packId: null }],
      },
    },
    'supplies.donation.name': { say: { at: on(6), donationId: ({ things }) => things['supplies/donationId'] } },
    'supplies.receipt.print': { say: { donationId: ({ things }) => things['supplies/donationId'] }, unread: true },
    'supplies.price.tell': { say: { at: on(5), itemId: ({ things }) => things['itemId'] } },
    'supplies.account.read': { toldInCounty: published, unread: true },
    'supplies.shops.read': { toldInCounty: published, unread: true },
    'supplies.assumption.set': {
      say: { basis: 'day', perDay: 2, heads: () => null, from: '2020-02-02', itemId: ({ things }) => things['itemId'] },
      fresh: goods,
    },
    'supplies.allocation.propose': {
      unread: true,
      say: { keep: 0, step: 1, first: () => ['medical'], second: () => [] },
      fresh: (area) => request(area),
    },
  },
}
