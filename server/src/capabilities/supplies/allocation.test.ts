import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { solve } from './allocation.ts'
import { becauseOf, propose, type Wish } from './rules.allocation.ts'
import { accepted, givenStock, on } from './supplies.factory.ts'

const wish = (id: string, rank: number, wanted: number, floor: number): Wish => ({ id, rank, wanted, floor })
const quantities = async (wishes: Wish[], toGive: number, step = 1) =>
  (await propose(solve, wishes, toGive, step)).map(({ quantity }) => quantity)

test('enough for all is all for each; floors come before ranks, and within a rank shares are even', async () => {
  const wishes = [wish('a', 1, 60, 12), wish('b', 2, 50, 10), wish('c', 2, 100, 20), wish('d', 3, 40, 8)]
  expect(await quantities(wishes, 250)).toEqual([60, 50, 100, 40])
  expect(await quantities(wishes, 50)).toEqual([12, 10, 20, 8])
  expect(await quantities(wishes, 98)).toEqual([60, 10, 20, 8])
  expect(await quantities(wishes, 143)).toEqual([60, 25, 50, 8])
  expect(await quantities(wishes, 12)).toEqual([12, 0, 0, 0])
  expect(await quantities(wishes, 0)).toEqual([0, 0, 0, 0])
})

test('whole packs only, and what they leave over goes to whoever is furthest behind', async () => {
  const wishes = [wish('a', 1, 100, 0), wish('b', 1, 100, 0), wish('c', 1, 100, 0)]
  expect((await quantities(wishes, 170, 50)).toSorted((a, b) => a - b)).toEqual([50, 50, 50])
  expect((await quantities(wishes, 210, 50)).toSorted((a, b) => a - b)).toEqual([50, 50, 100])
})

test('never more than there is, never more than is wanted, nothing left while somebody is short, no worse rank before a better', async () => {
  const wishes = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 100 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  await fc.assert(
    fc.asyncProperty(wishes, fc.integer({ min: 0, max: 2500 }), async (said, toGive) => {
      const all = said.map(([rank, wanted, percent], nth) =>
        wish(String(nth), rank, wanted, Math.ceil((wanted * percent) / 100)),
      )
      const given = await propose(solve, all, toGive, 1)
      const sum = given.reduce((total, { quantity }) => total + quantity, 0)
      const wanted = all.reduce((total, one) => total + one.wanted, 0)
      expect(sum).toBe(Math.min(toGive, wanted))
      all.forEach((one, nth) => {
        const own = given[nth]
        if (!own) throw new Error('each gets an answer')
        expect(own.quantity).toBeLessThanOrEqual(one.wanted)
        expect(own.quantity).toBeGreaterThanOrEqual(own.floor)
        all.forEach((other, at) => {
          const theirs = given[at]
          if (!theirs || other.rank <= one.rank || theirs.quantity <= other.floor) return
          expect(own.quantity, 'beyond a floor only when those before have all').toBe(one.wanted)
        })
      })
    }),
    { numRuns: 40 },
  )
}, 20_000)

test('the words say what it was reckoned by', () => {
  expect(becauseOf(wish('a', 1, 10, 2), { id: 'a', quantity: 10, floor: 2 }).zh).toContain('全额')
  expect(becauseOf(wish('a', 3, 10, 2), { id: 'a', quantity: 0, floor: 0 }).en).toContain('nothing is left')
  expect(becauseOf(wish('a', 2, 10, 4), { id: 'a', quantity: 3, floor: 3 }).en).toContain('of the floor of 4 only 3')
  expect(becauseOf(wish('a', 2, 10, 4), { id: 'a', quantity: 6, floor: 4 }).zh).toContain('60%')
})

test(
  'a proposal reckons with what is in the store and kept back, says why for each, and gives nothing',
  scenario(async (stage) => {
    const { desk, goods, depot, township, town } = await givenStock(stage, 100)
    const officer = await stage.as.role('township-officer', { division: town })
    const items = (['medical', 'checkpoints', 'residents'] as const).map((purpose, nth) => ({
      ...{
        id: newId(),
        storeId: township,
        itemId: goods.itemId,
        quantity: [50, 60, 70][nth],
        purpose,
        neededOn: '2020-02-05',
        at: on(3),
      },
    }))
    await accepted(officer.post('/supplies/requests/batch', { items }))
    const ask = { itemId: goods.itemId, storeId: depot, keep: 20, floorPercent: 10 }
    const { status, body } = await desk.post('/supplies/allocation-proposals', ask)
    expect(status).toBe(200)
    expect(body).toMatchObject({ inStore: 100, toGive: 80, wanted: 180, left: 20, more: false })
    const of = (purpose: string) => body.rows.find((row: { purpose: string }) => row.purpose === purpose)
    expect(of('medical')).toMatchObject({ rank: 1, quantity: 50 })
    expect(of('checkpoints')).toMatchObject({ rank: 2, quantity: 23 })
    expect(of('residents')).toMatchObject({ rank: 3, quantity: 7 })
    expect(of('checkpoints').en).toContain('shared evenly')
    const { items: waiting } = (await desk.get('/supplies/requests')).body
    expect(waiting.map(({ allotted }: { allotted: number }) => allotted)).toEqual([0, 0, 0])
    expect((await officer.post('/supplies/allocation-proposals', ask)).body.code).toBe('kernel.not-allowed')
  }),
)
