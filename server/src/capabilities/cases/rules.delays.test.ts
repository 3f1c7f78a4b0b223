import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seeded } from './chance.factory.ts'
import { type Bounds, type Delay, estimate, estimates, gammaP, logGamma, normalP } from './rules.delays.ts'
import { estimateThroughOthers } from './rules.intermediates.ts'

const gauss = (draw: () => number) => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw())
/** A gamma delay of whole shape is a sum of exponential ones. */
const gammaDraw = (draw: () => number, shape: number, mean: number) =>
  (Array.from({ length: shape }, () => -Math.log(1 - draw())).reduce((a, b) => a + b) * mean) / shape

/** Infected at some moment of some days that the investigation could narrow down to, ill on a day. */
function outbreak(seed: number, n: number, delay: (draw: () => number) => number, windowDays = 4): Delay[] {
  const draw = seeded(seed)
  return Array.from({ length: n }, () => {
    const from = Math.floor(draw() * 10)
    const days = 1 + Math.floor(draw() * windowDays)
    const infected = from + draw() * days
    return { from, till: from + days - 1, end: Math.floor(infected + delay(draw)) }
  })
}

describe('the functions underneath', () => {
  test.each([
    [0.5, 0.5723649429247],
    [1, 0],
    [5, 3.178053830347946],
    [10.5, 13.940625219403763],
  ])('log Γ(%d) = %d', (x, value) => {
    expect(logGamma(x)).toBeCloseTo(value, 10)
  })
  test.each([
    [1, 1, 0.632120558828558],
    [2, 1, 0.264241117657115],
    [5, 5, 0.559506714934788],
    [10, 3, 0.001102488067],
    [3, 20, 0.999999544485],
  ])('P(%d, %d) = %d', (shape, x, value) => {
    expect(gammaP(shape, x)).toBeCloseTo(value, 9)
  })
  test.each([
    [0, 0.5],
    [1.96, 0.975002104852],
    [-1, 0.158655253931],
    [-5, 2.866515719e-7],
  ])('Φ(%d) = %d', (z, value) => {
    expect(normalP(z)).toBeCloseTo(value, 10)
  })
})

describe('an estimate', () => {
  test('finds the truth behind dates, within what it says of itself', () => {
    let holds = 0
    const means: number[] = []
    for (let seed = 1; seed <= 20; seed++) {
      const found = estimate(
        'gamma',
        outbreak(seed, 80, (draw) => gammaDraw(draw, 6, 6.5)),
      )
      if (!found?.low || !found.high) throw new Error('no interval')
      means.push(found.mean)
      if (found.low < 6.5 && found.high > 6.5) holds += 1
    }
    const mean = means.reduce((a, b) => a + b) / means.length
    expect(Math.abs(mean - 6.5)).toBeLessThan(0.15)
    expect(holds).toBeGreaterThanOrEqual(17)
  })
  test.each([
    ['lognormal', (draw: () => number) => Math.exp(1.62 + 0.42 * gauss(draw)), Math.exp(1.62 + 0.42 ** 2 / 2)],
    ['weibull', (draw: () => number) => 7 * (-Math.log(1 - draw())) ** (1 / 2.5), 7 * Math.exp(logGamma(1.4))],
    ['normal', (draw: () => number) => 4.2 + 3 * gauss(draw), 4.2],
  ] as const)('of a %s delay too', (family, delay, truth) => {
    const found = estimate(family, outbreak(11, 400, delay))
    expect(found?.low).toBeLessThan(truth)
    expect(found?.high).toBeGreaterThan(truth)
    expect(Math.abs((found?.mean ?? 0) - truth)).toBeLessThan(0.4)
  })
  test('tells the families apart by likelihood', () => {
    const skewed = outbreak(3, 600, (draw) => Math.exp(1.4 + 0.8 * gauss(draw)), 1)
    expect(estimates(skewed, ['normal', 'weibull', 'lognormal'])[0]?.family).toBe('lognormal')
  })
  test('is none from four, and none below nothing of what cannot be negative', () => {
    const four = outbreak(1, 4, (draw) => gammaDraw(draw, 6, 6.5))
    expect(estimate('gamma', four)).toBeNull()
    const early = [...four, { from: 9, till: 9, end: 7 }]
    expect(estimate('gamma', early)).toBeNull()
    expect(estimate('normal', early)).not.toBeNull()
  })
  test('does not hang or go astray on any dates', () => {
    const delay = fc.record({
      from: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 0, max: 25 }),
      after: fc.integer({ min: 0, max: 40 }),
    })
    fc.assert(
      fc.property(fc.array(delay, { minLength: 5, maxLength: 12 }), (said) => {
        const delays = said.map(({ from, days, after }) => ({ from, till: from + days, end: from + after }))
        for (const found of estimates(delays, ['gamma', 'lognormal', 'weibull', 'normal'])) {
          expect(Number.isFinite(found.mean) && Number.isFinite(found.aic)).toBe(true)
          if (found.low !== null) expect(found.low).toBeLessThanOrEqual(found.mean + 1e-2)
          if (found.high !== null) expect(found.high).toBeGreaterThanOrEqual(found.mean - 1e-2)
        }
      }),
      { numRuns: 5 },
    )
  })
})

/**
 * How many cases had an incubation of at least and at most so many days (least–most:cases), counted from the lists of Tindale and others,
 * "Evidence for transmission of COVID-19 prior to symptom onset", eLife 2020;9:e57149; MIT License, © 2020 Caroline Colijn. Nothing
 * else of anybody is here.
 */
const published = {
  tianjin: `1-3:1 1-4:1 1-6:1 1-7:2 1-8:1 1-9:2 1-12:1 1-14:1 1-16:1 1-19:1 1-20:51 2-5:1 2-9:1 2-20:2 3-3:3 3-20:4 4-4:1 4-6:1 4-11:2 4-20:3 5-9:1 5-11:2 5-20:2 6-6:5 6-20:2 7-7:3 7-11:1 7-20:4 8-8:2 8-9:1 8-11:1 8-20:2 9-9:2 9-15:1 10-10:1 11-11:3 11-14:1 11-20:1 12-13:1 12-20:2 13-13:1 14-20:1 16-16:2 17-17:1 19-19:1`,
  singapore: `1-3:6 1-4:2 1-5:2 1-6:3 1-7:2 1-8:3 1-10:4 1-11:4 1-12:8 1-13:2 1-20:23 2-9:1 2-14:1 2-20:1 3-7:1 3-20:1 4-4:1 4-17:1 4-20:1 5-9:1 5-13:1 5-18:1 5-20:3 6-10:1 6-18:2 6-20:2 7-15:1 7-20:1 8-20:1 11-19:1 17-25:1`,
}
const boundsIn = (table: string): Bounds[] =>
  table.split(/\s+/).flatMap((cell) => {
    const [least = 0, most = 0, cases = 0] = cell.split(/[-:]/).map(Number)
    return Array.from({ length: cases }, (): Bounds => [least, most])
  })

describe('the published estimates come out of the published dates', () => {
  // Means and 95 % intervals as the paper has them without unobserved links; it draws the intervals at random.
  test.each([
    ['tianjin', 'gamma', 125, 8.68, 7.72, 9.7],
    ['tianjin', 'weibull', 125, 8.89, 7.94, 9.93],
    ['tianjin', 'lognormal', 125, 8.6, 7.62, 9.67],
    ['singapore', 'gamma', 83, 5.99, 4.97, 7.14],
  ] as const)('%s, %s', (city, family, n, mean, low, high) => {
    const found = estimate(family, boundsIn(published[city]))
    expect(found?.n).toBe(n)
    expect(Math.abs((found?.mean ?? 0) - mean)).toBeLessThan(0.1)
    expect(Math.abs((found?.low ?? 0) - low)).toBeLessThan(0.2)
    expect(Math.abs((found?.high ?? 0) - high)).toBeLessThan(0.2)
  })
})

describe('and so do those that allow for links nobody found', () => {
  // Generations a day, the scale as in the paper, and its mean; where it has one, its interval, which it draws at random.
  test.each([
    ['tianjin', 0.05, 2.2, 7.54, [6.76, 8.56]],
    ['singapore', 0.05, 2.1, 4.91, [4.35, 5.69]],
    ['tianjin', 0.1, 2.2, 6.86, null],
    ['singapore', 0.1, 2.1, 4.45, null],
  ] as const)('%s, %d a day', (city, rate, scale, mean, interval) => {
    const found = estimateThroughOthers(boundsIn(published[city]), { rate, scale })
    expect(Math.abs((found?.mean ?? 0) - mean)).toBeLessThan(0.1)
    expect(found?.low).toBeLessThan(mean)
    expect(found?.high).toBeGreaterThan(mean)
    if (!interval) return
    expect(found?.mean).toBeGreaterThan(interval[0])
    expect(found?.mean).toBeLessThan(interval[1])
  })
  test('none from four', () => {
    expect(estimateThroughOthers(boundsIn('1-9:4'), { rate: 0.05, scale: 2 })).toBeNull()
  })
})
