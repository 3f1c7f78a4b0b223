import { expect, test } from 'vitest'
import { planRequests } from './requests.ts'
import type { Supplies } from './supplies.ts'
import { planGoods } from './supplies-goods.ts'

const goods = [...planGoods('seed', '130822').values()]
const store = (nth: number, owner: 'township' | 'supermarket') => {
  const id = `00000000-0000-4000-8000-0000000000${10 + nth}`
  return { id, division: `13082210${nth}`, owner, name: `库点${nth}`, post: '保管岗' }
}
const supplies: Supplies = {
  ...{ county: '130822', seed: 'seed', offset: '+08:00', lots: [], moves: [], goods },
  stores: [store(0, 'township'), store(1, 'township'), store(2, 'township'), store(3, 'supermarket')],
}

test('townships ask, shops tell their prices, food is for the county’s people, and the same plan comes out again', () => {
  const plan = planRequests(supplies)
  expect(plan.requests.length).toBeGreaterThan(3)
  expect(new Set(plan.requests.map(({ storeId }) => storeId)).has(supplies.stores[3]?.id ?? '')).toBe(false)
  expect(new Set(plan.prices.map(({ storeId }) => storeId))).toEqual(new Set([supplies.stores[3]?.id]))
  expect(plan.assumptions.filter(({ basis }) => basis === 'resident').map(({ heads }) => heads)).toEqual([
    330_000, 330_000,
  ])
  for (const { basis, heads } of plan.assumptions) expect(basis === 'resident').toBe(heads !== null)
  expect(planRequests(supplies)).toEqual(plan)
})

test('a county without stores has none of it', () => {
  const plan = planRequests({ ...supplies, goods: [], stores: [] })
  expect([plan.requests, plan.assumptions, plan.prices, plan.declined]).toEqual([[], [], [], []])
})
