import { expect, test } from 'vitest'
import { planDeeds } from './deeds.ts'
import { readFigures } from './figures.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const townships = Array.from({ length: 20 }, (_, nth) => `130822${100 + nth}`)
const villages = Array.from({ length: 289 }, (_, nth) => `${townships[nth % 20]}${201 + Math.floor(nth / 20)}`)
const divisions = [...townships, ...villages, `${townships[0]}001`].map((code) => ({ code, name: code }))
const orders = Array.from({ length: 9 }, (_, nth) => ({
  id: `order-${nth}`,
  issuedAt: `2020-01-${24 + Math.min(nth, 7)}T10:00:00+08:00`,
  points: nth === 1 ? Array.from({ length: 8 }, (__, at) => `第${at + 1}条`) : ['一条'],
}))
const deeds = planDeeds(file, '130822', divisions, orders)
if (!deeds) throw new Error('no deeds')

test('the second order has eight measures for 20 townships and 289 villages, and every order is read', () => {
  expect(deeds.measures).toHaveLength(8)
  expect(deeds.handings).toHaveLength(2 * (9 + 8))
  const reading = (order: string) =>
    new Set(deeds.steps.filter(({ of }) => of === order).map(({ division }) => division))
  for (const { id } of orders.slice(0, 8)) expect(reading(id).size).toBe(309)
  expect(reading('order-8').size).toBeLessThan(309)
  expect(reading('order-8').size).toBeGreaterThan(295)
})

test('most is done in time, some late, some sent back and done again, and a few not at all', () => {
  const due = Date.parse('2020-01-25T10:30:00+08:00') + 48 * 3_600_000
  const of = (step: string) => deeds.steps.filter((one) => one.step === step && one.of !== 'order')
  const late = of('done').filter(({ atMs }) => atMs > due)
  expect(of('received')).toHaveLength(8 * 309)
  expect(of('done').length - late.length).toBeGreaterThan(0.9 * 8 * 309)
  expect(late.length).toBeGreaterThan(20)
  expect(of('returned').length).toBeGreaterThan(5)
  expect(of('doing').length).toBeGreaterThan(0)
})

test('the same file tells the same story', () => {
  expect(planDeeds(file, '130822', divisions, orders)).toEqual(deeds)
})
