import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { accepted, anItem, aStore, givenStock, on, some } from './supplies.factory.ts'

test(
  'donated goods come in by the ledger with a receipt; the public account names only who agreed, and only while they do',
  scenario(async (stage) => {
    const { desk, goods, depot } = await givenStock(stage, 100)
    const give = (donor: object, amount: number, more: object = {}) => {
      const said = { id: newId(), storeId: depot, lines: [some(goods, amount)], donor, at: on(4), ...more }
      return desk.post('/supplies/donations', said).then((reply) => ({ ...reply, said }))
    }
    const person = { kind: 'person', id: newId(), name: '测试金雨禾' }
    const first = await give(person, 30)
    expect(first.body).toMatchObject({ arrival: 'new', receiptNo: '疫捐物〔2020〕1号' })
    expect((await desk.post('/supplies/donations', first.said)).body).toMatchObject({
      arrival: 'again',
      receiptNo: '疫捐物〔2020〕1号',
    })
    const two = await Promise.all([
      give({ kind: 'anonymous' }, 5),
      give({ kind: 'organisation', organisation: '试验商会' }, 7, { publicName: '试验商会' }),
    ])
    expect(two.map(({ body }) => body.receiptNo).sort()).toEqual(['疫捐物〔2020〕2号', '疫捐物〔2020〕3号'])
    expect((await desk.get(`/supplies/total?itemIds=${goods.itemId}`)).body.quantity).toBe(142)

    const account = async () => (await stage.as.nobody().get(`/public/${stage.county}/donations-in-goods`)).body
    const { donations } = await account()
    expect(donations.map(({ name }: { name: string | null }) => name).filter(Boolean)).toEqual(['试验商会'])
    expect(JSON.stringify(donations)).not.toContain('金雨禾')
    expect(donations.find(({ receiptNo }: { receiptNo: string }) => receiptNo.includes('1号')).goods).toEqual([
      { item: '一次性外科口罩', quantity: 30, unit: 'piece' },
    ])
    const named = two.find(({ said }) => 'publicName' in said)?.said.id
    await desk.post(`/supplies/donations/${named}/naming`, { id: newId(), publicName: null, at: on(5) })
    expect(JSON.stringify(await account())).not.toContain('商会')

    const path = `/supplies/donations/${first.said.id}/receipt`
    expect((await desk.get(path)).body.code).toBe('kernel.purpose-needed')
    const file = (await desk.get(path, { purpose: 'resident-request' })).body
    expect(Buffer.from(file.content, 'base64').subarray(0, 5).toString()).toBe('%PDF-')
    await desk.post(`/supplies/movements/${first.said.id}/reversal`, { id: newId(), at: on(6), why: '记错了' })
    const { items } = (await desk.get('/supplies/donations')).body
    expect(items.find(({ id }: { id: string }) => id === first.said.id)).toMatchObject({
      void: true,
      donorKind: 'person',
    })
  }),
)

test(
  'the board reads the latest price of each shop, nothing older than two weeks, nothing that is not for daily life',
  scenario(async (stage) => {
    const { desk, goods, town } = await givenStock(stage, 0)
    const rice = anItem({ name: '大米', kind: 'daily', unit: 'bag' })
    const shop = aStore(town, { owner: 'supermarket', name: '东镇超市' })
    await accepted(desk.post('/supplies/items/batch', { items: [rice] }))
    await accepted(desk.post('/supplies/stores/batch', { items: [shop] }))
    const tell = (priceFen: number, at: string, more: object = {}) => ({
      ...{
        id: newId(),
        storeId: shop.id,
        itemId: rice.id,
        priceFen,
        per: '10公斤袋',
        state: 'enough',
        delivery: 'normal',
        at,
        ...more,
      },
    })
    const recent = new Date(Date.now() - 3_600_000).toISOString()
    const older = new Date(Date.now() - 7_200_000).toISOString()
    const items = [
      tell(5000, older),
      tell(5200, recent, { state: 'little' }),
      tell(900, on(3), { itemId: goods.itemId }),
    ]
    await accepted(desk.post('/supplies/prices/batch', { items }))
    const read = async () => (await stage.as.nobody().get(`/public/${stage.county}/daily-goods`)).body.items
    expect(await read()).toMatchObject([
      { store: '东镇超市', item: '大米', priceFen: 5200, state: 'little', per: '10公斤袋' },
    ])
    const old = { ...tell(1, on(3)), storeId: shop.id }
    await accepted(desk.post('/supplies/prices/batch', { items: [old] }))
    expect(await read()).toHaveLength(1)
    const elsewhere = await stage.as.role('township-officer', { division: `${stage.county}101` })
    const refused = (await elsewhere.post('/supplies/prices/batch', { items: [tell(1, recent)] })).body.verdicts[0]
    expect(refused.problem.code).toBe('kernel.not-allowed')
    expect((await stage.as.nobody().get(`/public/${stage.county}/daily-goods?limit=201`)).status).toBe(422)
  }),
)
