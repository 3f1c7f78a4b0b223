import { expect, test, vi } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import type { Table } from '../exchange/index.ts'
import { aReceipt, givenStock, on, some } from './supplies.factory.ts'

/** What went to the printer. */
const printed = vi.hoisted(() => [] as Table[])
vi.mock('../exchange/index.ts', async (load) => {
  const real = await load<typeof import('../exchange/index.ts')>()
  return {
    ...real,
    printTable: (table: Table) => {
      printed.push(table)
      return real.printTable(table)
    },
  }
})

test(
  'the stock card is printed whole, with its balance in both languages, and what was written off stands in it',
  scenario(async (scene) => {
    const { desk, depot, goods, send } = await givenStock(scene, 100)
    await send([aReceipt(depot, goods, 40, { at: on(4), party: '县红十字会', documentNo: '收 7 号' })])
    const print = (given = '') => desk.get(`/supplies/stores/${depot}/card/print?itemId=${goods.itemId}${given}`)
    const { body } = await print('&till=2020-02-04')
    expect(body).toMatchObject({ type: 'application/pdf', fileName: '县应急物资库-一次性外科口罩-2020-02-04.pdf' })
    expect(printed.at(-1)).toMatchObject({
      about: [expect.stringContaining('县应急物资库'), '期间:启用 至 2020-02-04', '期初结存:0 只'],
      rows: [
        ['2020-02-02 12:00', '入库', '', '', '', '100 只', '', '100 只'],
        ['2020-02-04 12:00', '入库', '县红十字会', '收 7 号', '', '40 只', '', '140 只'],
      ],
      closing: ['期末结存:140 只'],
    })
    await print('&from=2020-02-03&lang=en')
    expect(printed.at(-1)).toMatchObject({ closing: ['Closing balance: 140 pieces'] })
    expect(printed.at(-1)?.about.at(-1)).toBe('Opening balance: 100 pieces')
    expect((await print('&lang=fr')).status).toBe(422)
  }),
)

test(
  'a store is given up once it is empty, and stays so: nothing is written of it afterwards, whatever day it is dated',
  scenario(async (scene) => {
    const { desk, depot, goods, send } = await givenStock(scene, 100)
    const close = (given: object = {}) =>
      desk.post(`/supplies/stores/${depot}/closing`, { id: newId(), at: on(6), why: '库房退租', ...given })
    const inUse = await close()
    expect(inUse.body).toMatchObject({ code: 'supplies.store-in-use', params: { lots: 1, underWay: 0, slips: 0 } })
    const gone = {
      ...{ id: newId(), storeId: depot, kind: 'written-off', account: 'written-off', at: on(5) },
      ...{ lines: [some(goods, 100)], why: '移交', documentNo: '1号' },
    }
    expect((await send([gone])).body.verdicts[0].ok).toBe(true)
    expect((await close({ at: on(4) })).body.code).toBe('supplies.out-of-time')
    const id = newId()
    expect((await close({ id })).body).toEqual({ id, arrival: 'new' })
    expect((await close({ id })).body).toEqual({ id, arrival: 'again' })
    expect((await close()).body.code).toBe('supplies.store-closed')
    const late = await send([aReceipt(depot, goods, 5, { at: on(3) }), gone])
    expect(late.body.verdicts.map((one: { problem?: { code: string } }) => one.problem?.code ?? 'again')).toEqual([
      'supplies.store-closed',
      'again',
    ])
    const { items } = (await desk.get('/supplies/stores')).body
    expect(items.find((one: { id: string }) => one.id === depot).closedAt).toBe(new Date(on(6)).toISOString())
  }),
)
