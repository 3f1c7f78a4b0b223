import { expect, test } from 'vitest'
import { heldBy } from './compare-supplies.ts'
import { readFigures } from './figures.ts'
import { countSupplies, planSupplies } from './supplies.ts'
import { planGoods, said } from './supplies-goods.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
const divisionsOf = (county: string) =>
  Array.from({ length: 20 }, (_, nth) => ({ code: `${county}${100 + nth}`, name: `测试${nth}镇` })).flatMap((town) => [
    town,
    { code: `${town.code}201`, name: '测试村' },
  ])
const planOf = (figures: typeof file, county: string) =>
  planSupplies({ file: figures, county, divisions: divisionsOf(county), checkpoints: [] })
const supplies = planOf(file, '130822')
const END = '2020-02-18T23:59:59+08:00'

test('what the account says was there on 18 February is what is left of everything that came and went', () => {
  const depot = (code: string) => heldBy(supplies, END, 'county-depot', [code])
  expect(
    ['protective-suit', 'surgical-mask', 'n95', 'goggles', 'disinfectant-84', 'thermometer-gun'].map(depot),
  ).toEqual([110, 23_000, 120, 570, 14_600_000, 10])
  expect(supplies.stores.filter(({ owner }) => owner === 'grain-outlet')).toHaveLength(56)
  expect(heldBy(supplies, END, 'grain-outlet', ['rice', 'flour'])).toBe(243_500_000)
  expect(heldBy(supplies, END, 'grain-outlet', ['oil-barrel'])).toBe(5_712)
  expect(heldBy(supplies, END, 'supermarket', ['grain-bag'])).toBe(14_253)
  expect(heldBy(supplies, END, 'supermarket', ['oil-barrel'])).toBe(8_534)
  expect(['rice', 'flour', 'oil'].map((code) => heldBy(supplies, END, 'reserve-company', [code]))).toEqual([
    56_000_000, 90_000_000, 6_760_000,
  ])
})

test('it has a history: several receipts from above, bought and given, transfers, issues and counts, and nothing before it began', () => {
  const kinds = Map.groupBy(supplies.moves, ({ kind }) => kind)
  for (const kind of ['received', 'issued', 'sent', 'arrived', 'sold', 'counted'] as const)
    expect(kinds.get(kind)?.length ?? 0, kind).toBeGreaterThan(kind === 'counted' ? 1 : 7)
  expect(new Set(kinds.get('received')?.map(({ account }) => account)).size).toBe(3)
  expect(heldBy(supplies, '2020-01-22T23:00:00+08:00', 'county-depot', ['surgical-mask'])).toBe(0)
  expect(heldBy(supplies, '2020-02-06T08:00:00+08:00', 'county-depot', ['surgical-mask'])).not.toBe(23_000)
})

test('no lot of a store is ever less than nothing, and an id is used once', () => {
  const shelves = new Map<string, number>()
  for (const { storeId, kind, lines } of supplies.moves.toSorted((a, b) => a.ms - b.ms)) {
    for (const { lotId, quantity } of lines) {
      const key = `${storeId}/${lotId}`
      const sign = kind === 'received' || kind === 'arrived' ? 1 : -1
      shelves.set(key, kind === 'counted' ? quantity : (shelves.get(key) ?? 0) + sign * quantity)
      expect(shelves.get(key)).toBeGreaterThanOrEqual(0)
    }
  }
  expect(new Set(supplies.moves.map(({ id }) => id)).size).toBe(supplies.moves.length)
  expect(supplies.moves.every(({ lines }) => new Set(lines.map(({ lotId }) => lotId)).size === lines.length)).toBe(true)
})

test('another county has its own stock, the same at every run; without figures there is none', () => {
  const theirs = planOf(another, '130881')
  expect(heldBy(theirs, END, 'county-depot', ['surgical-mask'])).toBe(4_321)
  expect(heldBy(theirs, END, 'grain-outlet', ['rice', 'flour'])).toBe(30_250_000)
  expect(planOf(another, '130881')).toEqual(theirs)
  expect(countSupplies(planOf({ ...file, figures: [] }, '130822'))).toBe(0)
})

test('a quantity is said in the largest pack it fills, else with what is left behind the point', () => {
  const goods = planGoods('x', '130822').get('disinfectant-84')
  if (!goods) throw new Error('no such goods')
  const label = (quantity: number) => {
    const { amount, packId } = said(goods, quantity)
    return [amount, goods.packs.find(({ id }) => id === packId)?.label ?? null]
  }
  expect(label(2_000_000)).toEqual(['2', '吨'])
  expect(label(14_600_000)).toEqual(['584', '桶(25 公斤)'])
  expect(label(1_001)).toEqual(['1.001', '公斤'])
  expect(label(999)).toEqual(['999', null])
})
