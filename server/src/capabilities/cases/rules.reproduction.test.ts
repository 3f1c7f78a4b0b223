import { describe, expect, test } from 'vitest'
import { seeded } from './chance.factory.ts'
import {
  type DayCount,
  gammaQuantile,
  intervalChances,
  intervalFrom,
  isUsable,
  reproductionOf,
} from './rules.reproduction.ts'

const local = (counts: readonly number[]): DayCount[] => counts.map((one) => ({ local: one, imported: 0 }))

describe('the published example of EpiEstim: influenza in a school in Pennsylvania, 2009, interval 2.6 ± 1.5 days', () => {
  // Cauchemez and others, PNAS 2011;108:2825. The first thirteen days.
  const days = local([1, 1, 0, 2, 5, 3, 3, 3, 6, 2, 5, 9, 13])
  test.each([
    [7, 1.735798, 1.703761, 1.0287437, 2.624781],
    [8, 1.749168, 1.723884, 1.1088223, 2.533119],
    [9, 1.537058, 1.516613, 0.994703, 2.19554],
    [10, 1.431839, 1.41483, 0.9514466, 2.008849],
    [11, 1.422725, 1.407932, 0.9731426, 1.956336],
    [12, 1.635373, 1.622413, 1.1786332, 2.165745],
  ])('the week that ends on day %d', (day, mean, median, low, high) => {
    const { found, why } = reproductionOf(days, { meanDays: 2.6, sdDays: 1.5 })[day] ?? {}
    expect(why).toBeNull()
    for (const [ours, theirs] of [
      [found?.mean, mean],
      [found?.median, median],
      [found?.low, low],
      [found?.high, high],
    ])
      expect(ours).toBeCloseTo(theirs ?? 0, 4)
  })
  test('and the chances of the interval by day', () => {
    const chances = intervalChances({ meanDays: 2.6, sdDays: 1.5 }, 20)
    const published = [0, 0.2331721, 0.3585794, 0.1981108, 0.1033427, 0.05290518, 0.02682146, 0.0135162]
    for (const [day, chance] of published.entries()) expect(chances[day]).toBeCloseTo(chance, 6)
    expect(chances.reduce((a, b) => a + b)).toBeCloseTo(1, 5)
  })
})

test('nothing is said before the window has left the first case behind, nor of fewer than eleven', () => {
  const of = (counts: number[]) => reproductionOf(local(counts), { meanDays: 4.7, sdDays: 2.9 })
  expect(of([20, 0, 0, 0, 0, 0, 30]).map(({ why }) => why)).toEqual(Array(7).fill('too-early'))
  const [ten, eleven] = [of([5, 1, 1, 1, 1, 2, 2, 2]).at(-1), of([5, 1, 1, 1, 1, 2, 2, 3]).at(-1)]
  expect(ten).toMatchObject({ found: null, why: 'too-few', inWindow: 10 })
  expect(eleven?.found?.mean).toBeGreaterThan(0)
  expect(of([0, 0, 0]).map(({ why }) => why)).toEqual(Array(3).fill('too-early'))
})

test('whoever was infected elsewhere infects here and was infected by nobody here', () => {
  const interval = { meanDays: 3, sdDays: 1 }
  const counts = [6, 6, 6, 6, 6, 6, 6, 6, 6, 6]
  const all = reproductionOf(local(counts), interval).at(-1)?.found?.mean ?? 0
  const half = counts.map(() => ({ local: 3, imported: 3 }))
  const found = reproductionOf(half, interval).at(-1)?.found?.mean ?? 0
  expect(found).toBeLessThan(all * 0.6)
  expect(found).toBeGreaterThan(all * 0.45)
})

test('an interval of a day or less, or without a spread, is none', () => {
  expect(isUsable({ meanDays: 1, sdDays: 1 })).toBe(false)
  expect(isUsable({ meanDays: 4, sdDays: 0 })).toBe(false)
  expect(isUsable({ meanDays: 1.1, sdDays: 0.1 })).toBe(true)
})

test('the interval is of the county’s own pairs from twenty on, and as published where they are fewer or run backwards', () => {
  const said = { meanDays: 4.7, sdDays: 2.9 }
  const apart = (days: number) => ({ from: 100, till: 100, end: 100 + days })
  const pairs = Array.from({ length: 20 }, (_, nth) => apart(4 + (nth % 7)))
  const own = intervalFrom(pairs, said)
  expect(own?.from).toBe('pairs')
  expect(Math.abs((own?.meanDays ?? 0) - 6.9)).toBeLessThan(0.3)
  expect(intervalFrom(pairs.slice(1), said)).toEqual({ ...said, from: 'profile' })
  expect(intervalFrom([...pairs, apart(-2)], said)).toEqual({ ...said, from: 'profile' })
  expect(intervalFrom([], undefined)).toBeNull()
})

test.each([
  [1, 0.5, Math.LN2],
  [12, 0.025, 6.200575],
  [200, 0.975, 228.6],
])('a gamma distribution of shape %d has %d of itself below %d', (shape, chance, value) => {
  expect(gammaQuantile(shape, chance)).toBeCloseTo(value, value > 100 ? 0 : 4)
})

function poisson(draw: () => number, mean: number): number {
  const floor = Math.exp(-mean)
  let [count, product] = [0, draw()]
  while (product > floor) {
    count += 1
    product *= draw()
  }
  return count
}
function epidemic(seed: number, truth: number, interval: { meanDays: number; sdDays: number }, length: number) {
  const draw = seeded(seed)
  const chances = intervalChances(interval, 40)
  const days: DayCount[] = [{ local: 0, imported: 8 }]
  for (let day = 1; day < length; day++) {
    const infecting = days.reduce((sum, one, at) => sum + (one.local + one.imported) * (chances[day - at] ?? 0), 0)
    days.push({ local: poisson(draw, truth * infecting), imported: poisson(draw, 0.7) })
  }
  return days
}

test.each([
  [0.8, 40],
  [1.4, 30],
  [2.5, 18],
])('the interval holds a true %d in at least 93 of 100 of many epidemics', (truth, length) => {
  const interval = { meanDays: 4.7, sdDays: 2.9 }
  let [said, held] = [0, 0]
  for (let seed = 1; seed <= 400; seed++) {
    const found = reproductionOf(epidemic(seed, truth, interval, length), interval).at(-1)?.found
    if (!found) continue
    said += 1
    if (found.low <= truth && truth <= found.high) held += 1
  }
  expect(said).toBeGreaterThan(150)
  expect(held / said).toBeGreaterThan(0.93)
  // An interval that always holds it would say nothing.
  expect(held / said).toBeLessThan(0.98)
})
