import fc from 'fast-check'
import postgres from 'postgres'
import { expect, inject, test } from 'vitest'
import { accepted, aReceipt, givenStock } from '../../src/capabilities/supplies/supplies.factory.ts'
import { scenario } from '../scenario/scenario.ts'
import { byTheBalance, type Entry, firstWrong, openGround, wishes, wrongWith } from './r21-ledger.ts'

const SEQUENCES = 25
const KILLS = 4

test(
  `in ${SEQUENCES} sequences of four people at once, with dying connections, the ledger adds up and nothing is less than nothing`,
  scenario(async (scene) => {
    const ground = await openGround(scene)
    try {
      expect(await firstWrong(ground, SEQUENCES, KILLS)).toBeNull()
    } finally {
      await ground.admin.end()
    }
  }),
)

test('control: where only the balance of now is looked at, the past is less than nothing', () => {
  const found = fc.sample(wishes, { numRuns: 200, seed: 21 }).flatMap((list) => byTheBalance(list))
  expect(found).toContain('less than nothing at a moment')
})

const at = (day: number) => new Date(Date.UTC(2020, 1, day))
const leg = (quantity: number, more: Partial<Entry> = {}): Entry => ({
  ...{ movementId: 'a', kind: 'received', account: 'store', storeId: 's', quantity, at: at(2) },
  ...more,
})
const outside = (quantity: number, more: Partial<Entry> = {}) =>
  leg(quantity, { storeId: null, account: 'bought', ...more })

test('control: a ledger with one leg lost, one moment overdrawn or a shelf that says otherwise is called wrong', () => {
  const sound = [leg(5), outside(-5)]
  const shelves = new Map([['s', 5]])
  expect(wrongWith(sound, shelves)).toEqual([])
  expect(wrongWith([leg(5)], shelves)).toEqual(['a movement does not add up to nothing'])
  expect(wrongWith(sound, new Map([['s', 4]]))).toEqual(['in less out is not what is there'])
  const early = [leg(-1, { movementId: 'b', at: at(1) }), outside(1, { movementId: 'b', at: at(1) })]
  expect(wrongWith([...sound, ...early], new Map([['s', 4]]))).toEqual(['less than nothing at a moment'])
})

test(
  'no row of the ledger is changed or taken away, not even by its owner, and nobody writes one',
  scenario(async (scene) => {
    const { depot, goods, send } = await givenStock(scene, 5)
    await accepted(send([aReceipt(depot, goods, 1)]))
    const owner = postgres(inject('ownerUrl'), { max: 1 })
    const { county } = scene
    try {
      const denied = (work: (ctx: Parameters<Parameters<typeof scene.inside>[0]>[0]) => PromiseLike<unknown>) =>
        expect(scene.inside(async (ctx) => void (await work(ctx)))).rejects.toMatchObject({ code: '42501' })
      await denied(({ tx }) => tx`update supplies.movement set at = at`)
      await denied(({ tx }) => tx`delete from supplies.movement`)
      await denied(({ tx }) => tx`update supplies.leg set quantity = 1`)
      await denied(({ tx }) => tx`update supplies.shelf set quantity = 1000`)
      await denied(({ tx }) => tx`insert into supplies.leg (county) values (${county})`)
      const refused = { code: '23514' }
      await expect(owner`update supplies.leg set quantity = 1 where county = ${county}`).rejects.toMatchObject(refused)
      await expect(owner`delete from supplies.movement where county = ${county}`).rejects.toMatchObject(refused)
    } finally {
      await owner.end()
    }
  }),
)
