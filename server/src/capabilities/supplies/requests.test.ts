import { expect, test } from 'vitest'
import { type Client, newId, scenario } from '../../../test/scenario/scenario.ts'
import { accepted, givenStock, on } from './supplies.factory.ts'

const codeOf = async (
  reply: Promise<{ body: { code?: string; verdicts?: Array<{ problem?: { code: string } }> } }>,
) => {
  const { body } = await reply
  return body.code ?? body.verdicts?.[0]?.problem?.code
}
const aRequest = (storeId: string, itemId: string, quantity: number, more: object = {}) => ({
  ...{ id: newId(), storeId, itemId, quantity, purpose: 'checkpoints', neededOn: '2020-02-05', at: on(3), ...more },
})

async function given(stage: Parameters<Parameters<typeof scenario>[0]>[0], received = 100) {
  const stock = await givenStock(stage, received)
  const { desk, goods, depot, township, town } = stock
  const officer = await stage.as.role('township-officer', { division: town })
  const ask = (quantity: number, more: object = {}, client: Client = officer) => {
    const request = aRequest(township, goods.itemId, quantity, more)
    return client.post('/supplies/requests/batch', { items: [request] }).then((reply) => ({ ...reply, id: request.id }))
  }
  const allot = (requestId: string, quantity: number, client: Client = desk, id = newId()) =>
    client.post('/supplies/allotments/batch', { items: [{ id, requestId, storeId: depot, quantity, at: on(4) }] })
  const ship = (requestId: string, amount: number, id = newId(), client: Client = desk) =>
    client.post(`/supplies/requests/${requestId}/shipments`, {
      ...{ id, storeId: depot, lots: [{ lotId: goods.lotId, amount: String(amount) }], at: on(5) },
    })
  const seen = async (requestId: string, asOf?: string) => {
    const query = asOf ? `&asOf=${encodeURIComponent(asOf)}` : ''
    const { items } = (await desk.get(`/supplies/requests?state=all${query}`)).body
    return items.find(({ id }: { id: string }) => id === requestId)
  }
  return { ...stock, officer, ask, allot, ship, seen }
}

test(
  'what is asked for is allotted, sent and received by the ledger alone, and nothing is counted twice',
  scenario(async (stage) => {
    const { desk, goods, depot, township, officer, ask, allot, ship, seen, send } = await given(stage)
    const { id } = await ask(60)
    expect(await codeOf(ship(id, 10))).toBe('supplies.too-much-sent')
    const decided = newId()
    await accepted(allot(id, 40, desk, decided))
    expect((await allot(id, 40, desk, decided)).body.verdicts[0]).toMatchObject({
      ok: true,
      receipt: { arrival: 'again' },
    })
    expect(await codeOf(allot(id, 21))).toBe('supplies.too-much-allotted')
    expect(await codeOf(allot(id, 5, officer))).toBe('kernel.not-allowed')
    expect(await codeOf(ship(id, 41))).toBe('supplies.too-much-sent')
    const sending = newId()
    expect((await ship(id, 30, sending)).body.arrival).toBe('new')
    expect((await ship(id, 30, sending)).body.arrival).toBe('again')
    expect(await seen(id)).toMatchObject({ allotted: 40, sent: 30, arrived: 0, state: 'on-the-way' })
    const arrival = { id: newId(), kind: 'arrived', storeId: township, consignmentId: sending, at: on(6) }
    const lines = [{ itemId: goods.itemId, lotId: goods.lotId, amount: '28' }]
    await accepted(send([{ ...arrival, lines, why: '破损两只' }], officer))
    expect(await seen(id)).toMatchObject({ allotted: 40, sent: 30, arrived: 28, state: 'allotted' })
    expect(await seen(id, on(5, '20:00'))).toMatchObject({ sent: 30, arrived: 0, state: 'on-the-way' })
    expect(await seen(id, on(3, '20:00'))).toMatchObject({ allotted: 0, sent: 0, state: 'asked' })
    const total = await desk.get(`/supplies/total?itemIds=${goods.itemId}`)
    expect(total.body.quantity).toBe(98)
    const store = (await desk.get(`/supplies/stores/${depot}/stock`)).body.items[0]
    expect(store.quantity).toBe(70)
  }),
)

test(
  'a sending that is booked back frees what was allotted; a request is over once and never while goods are given',
  scenario(async (stage) => {
    const { desk, ask, allot, ship, seen, officer } = await given(stage)
    const { id } = await ask(20)
    await accepted(allot(id, 20))
    const sending = newId()
    await ship(id, 20, sending)
    expect(await codeOf(ship(id, 1))).toBe('supplies.too-much-sent')
    await desk.post(`/supplies/movements/${sending}/reversal`, { id: newId(), at: on(6), why: '装错了车' })
    expect(await seen(id)).toMatchObject({ allotted: 20, sent: 0, state: 'allotted' })
    expect((await ship(id, 20)).body.arrival).toBe('new')
    const end = (requestId: string, how: string) =>
      officer.post(`/supplies/requests/${requestId}/end`, { id: newId(), how, why: '已自行解决', at: on(6) })
    expect(await codeOf(end(id, 'withdrawn'))).toBe('supplies.request-begun')
    const other = await ask(5)
    expect((await end(other.id, 'withdrawn')).body.arrival).toBe('new')
    expect(await codeOf(end(other.id, 'withdrawn'))).toBe('supplies.request-over')
    expect(await codeOf(allot(other.id, 1))).toBe('supplies.request-over')
    const elsewhere = await stage.as.role('township-officer', { division: `${stage.county}101` })
    expect((await elsewhere.get('/supplies/requests?state=all')).body.items).toEqual([])
    expect(await codeOf(ask(1, {}, elsewhere))).toBe('kernel.not-allowed')
    for (const quantity of [0, -1, 1.5]) expect(await codeOf(ask(quantity))).toBe('kernel.input-invalid')
  }),
)

test(
  'many who allot the same request at once do not give more than was asked for, past the operation neither',
  scenario(async (stage) => {
    const { desk, depot, town, ask, allot, seen } = await given(stage)
    const { id } = await ask(50)
    const answers = await Promise.all(Array.from({ length: 5 }, () => allot(id, 20)))
    const codes = answers.map(({ body }) => body.verdicts[0].problem?.code ?? 'ok').sort()
    expect(codes).toEqual(['ok', 'ok', ...Array(3).fill('supplies.too-much-allotted')])
    const raw = () =>
      stage.inside(
        ({ tx }) => tx`
        insert into supplies.allotment (county, id, division, request_id, store_id, quantity, at, received_at, digest)
        values (${stage.county}, ${newId()}, ${town}, ${id}, ${depot}, 10, ${on(4)}, now(), '\\x00')`,
      )
    const outcomes = await Promise.allSettled([raw(), raw(), raw()])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await seen(id)).toMatchObject({ allotted: 50 })
    const proposal = { itemId: (await seen(id)).itemId, storeId: depot }
    expect(await codeOf(desk.post('/supplies/allocation-proposals', proposal))).toBe('supplies.nobody-asks')
  }),
)
