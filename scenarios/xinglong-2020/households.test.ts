import { expect, test } from 'vitest'
import { readFigures } from './figures.ts'
import { generate } from './generator.ts'
import { householdPlan } from './households.ts'
import type { Division } from './plan.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const townships = [...new Set(xinglong.checkpoints.stations.map(({ division }) => division))]
const divisions: Division[] = [
  { code: '130822', name: '县' },
  ...townships.map((code) => ({ code, name: '镇' })),
  ...Array.from({ length: 8 }, (_, nth) => ({ code: `${townships[0]}00${nth + 1}`, name: '社区居民委员会' })),
  ...Array.from({ length: 289 }, (_, nth) => ({
    code: `${townships[nth % 2]}${200 + (nth >> 1)}`,
    name: '村民委员会',
  })),
]
const wish = { county: '130822', divisions }
const whole = householdPlan(xinglong, wish)
const members = whole.households.flatMap((household) => household.members)

test('the communities have the households of 739 volunteers, the villages those of 3,752 cadres', () => {
  const inTown = whole.households.filter(({ compoundId }) => compoundId !== null)
  expect([inTown.length, whole.households.length - inTown.length]).toEqual([22_170, 3_752])
  expect(new Set(whole.households.map(({ division }) => division)).size).toBe(8 + 289)
  expect(members.length / whole.households.length).toBeGreaterThan(2)
  expect(members.length / whole.households.length).toBeLessThan(2.6)
})

test('164 compounds: 49 with property management, 115 without, 8 of these with nobody at all', () => {
  const lacking = (compound: (typeof whole.compounds)[number]) => compound.facts.every(({ present }) => !present)
  expect(whole.compounds).toHaveLength(164)
  expect(whole.compounds.filter(({ managed }) => managed)).toHaveLength(49)
  expect(whole.compounds.filter(lacking)).toHaveLength(8)
  expect(whole.compounds.filter((one) => one.threeNo && !one.managed && lacking(one))).toHaveLength(8)
  const lived = new Map<string, number>()
  for (const { compoundId } of whole.households) if (compoundId) lived.set(compoundId, (lived.get(compoundId) ?? 0) + 1)
  expect(whole.compounds.every(({ id, households }) => (lived.get(id) ?? 0) === households)).toBe(true)
})

test('every household has one head, and nobody shares an id or a number with anybody, nor with a traveller', () => {
  expect(whole.households.every((one) => one.members.filter(({ relation }) => relation === 'head').length === 1)).toBe(
    true,
  )
  const ids = [...members, ...whole.households, ...whole.compounds].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const numbers = members.flatMap(({ document }) => document?.number ?? [])
  const travellers = generate(xinglong, wish).passages.flatMap(({ traveller }) => traveller.document?.number ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
  const known = new Set(numbers)
  expect(travellers.filter((number) => known.has(number))).toEqual([])
})

test('asked again it is the same to the letter; on another scale the ids are others', () => {
  expect(householdPlan(xinglong, wish)).toEqual(whole)
  const known = new Set(members.map(({ id }) => id))
  const small = householdPlan(xinglong, { ...wish, scale: 0.01 })
  expect(small.households).toHaveLength(222 + 38)
  expect(small.households.flatMap((one) => one.members).some(({ id }) => known.has(id))).toBe(false)
})

test('neighbours in the list are neighbours in the street', () => {
  const doors = whole.households.map(({ division, block, door, compoundId }) =>
    [division, compoundId, block, door].join(),
  )
  expect(new Set(doors).size).toBe(doors.length)
  const orders = new Map<string, number>()
  for (const { division, walkOrder } of whole.households) {
    expect(walkOrder).toBe((orders.get(division) ?? 0) + 1)
    orders.set(division, walkOrder)
  }
})
