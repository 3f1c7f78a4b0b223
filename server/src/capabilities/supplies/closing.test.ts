import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { aReceipt, givenStock, on, some } from './supplies.factory.ts'

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
