import { expect, test } from 'vitest'
import { planExposures } from './exposures.ts'
import { type FiguresFile, readFigures } from './figures.ts'
import { householdPlan } from './households.ts'
import { type Isolation, planIsolation } from './isolation.ts'
import { overMs, standsAt } from './observed.ts'
import { planOtherFevers } from './other-fevers.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const divisions = Array.from({ length: 20 }, (_, nth) => `130822${100 + nth}`).flatMap((code) => [
  { code, name: '测试镇' },
  ...['001', '201', '202', '203'].map((end) => ({ code: code + end, name: '测试村' })),
])

const county = '130822'
const residents = householdPlan(xinglong, { county, divisions })
const exposures = planExposures(xinglong, county, 1, residents)
const planned = (file: FiguresFile) => planIsolation({ file, county, residents, exposures, scale: 1 })
type Stock = Array<{ kind: 'home' | 'central'; value: number; asOf: string }>
const withStocks = (stocks: Stock): FiguresFile => ({
  ...xinglong,
  figures: [
    ...xinglong.figures.filter(({ owner }) => owner !== 'isolation'),
    ...stocks.map(({ kind, value, asOf }) => ({
      name: `isolation.${kind}`,
      owner: 'isolation',
      kind: 'stock' as const,
      unit: 'person' as const,
      value,
      asOf,
      zh: kind,
      en: kind,
    })),
  ],
})
const standing = ({ spells }: Isolation, kind: string, at: string) =>
  spells.filter((spell) => spell.kind === kind && standsAt(spell, Date.parse(at))).length

test('3,205 at home and 18 in a central place at the end of 18 February, with the history behind them', () => {
  const whole = planned(xinglong)
  expect(standing(whole, 'home', '2020-02-19T00:00:00+08:00')).toBe(3205)
  expect(standing(whole, 'central', '2020-02-19T00:00:00+08:00')).toBe(18)
  expect(standing(whole, 'home', '2020-02-18T23:59:59+08:00')).toBe(3205)
  const { spells, readings } = whole
  expect(spells.filter(({ kind }) => kind === 'home').length).toBeGreaterThan(4500)
  expect(spells.some(({ after }) => after !== null)).toBe(true)
  expect(readings.length).toBeGreaterThan(80_000)
  expect(readings.length).toBeLessThan(100_000)
  expect(readings.every(({ temperatureC }) => temperatureC <= 37.3)).toBe(true)
  expect(new Set(readings.map(({ orderId, day, slot }) => `${orderId} ${day} ${slot}`)).size).toBe(readings.length)
})

test('nobody is kept for more than fourteen days, or by two orders at one time', () => {
  const { spells } = planned(xinglong)
  const byPerson = Map.groupBy(spells, ({ personId }) => personId)
  for (const own of byPerson.values()) {
    own.sort((one, other) => one.startMs - other.startMs)
    for (const [nth, spell] of own.entries()) {
      expect(spell.endMs - spell.startMs).toBeLessThanOrEqual(15 * 86_400_000)
      const next = own[nth + 1]
      if (next) expect(next.startMs).toBeGreaterThanOrEqual(overMs(spell))
    }
  }
})

test('a stock that rises and falls comes out at each of its moments, however often they are asked for', () => {
  const rising = planned(
    withStocks([
      { kind: 'home', value: 400, asOf: '2020-02-01' },
      { kind: 'home', value: 1500, asOf: '2020-02-06T08:00:00+08:00' },
      { kind: 'home', value: 90, asOf: '2020-02-09' },
      { kind: 'central', value: 30, asOf: '2020-02-03' },
      { kind: 'central', value: 0, asOf: '2020-02-10' },
    ]),
  )
  expect(standing(rising, 'home', '2020-02-02T00:00:00+08:00')).toBe(400)
  expect(standing(rising, 'home', '2020-02-06T08:00:00+08:00')).toBe(1500)
  expect(standing(rising, 'home', '2020-02-10T00:00:00+08:00')).toBe(90)
  expect(standing(rising, 'central', '2020-02-04T00:00:00+08:00')).toBe(30)
  expect(standing(rising, 'central', '2020-02-11T00:00:00+08:00')).toBe(0)
})

test('more people than live in the county is an error that says so', () => {
  expect(() => planned(withStocks([{ kind: 'home', value: 3_000_000, asOf: '2020-02-01' }]))).toThrow(/More people/)
})

test('144 other fevers, all excluded by the day; more excluded than there were is an error', () => {
  const { fevers } = planOtherFevers(xinglong, '130822', residents, 1)
  const endMs = Date.parse('2020-02-19T00:00:00+08:00')
  expect(fevers).toHaveLength(144)
  expect(fevers.every(({ atMs, excludedMs }) => excludedMs !== null && excludedMs > atMs && excludedMs < endMs)).toBe(
    true,
  )
  const wrong = {
    ...xinglong,
    figures: xinglong.figures.map((one) => (one.name === 'cases.other-fevers-excluded' ? { ...one, value: 200 } : one)),
  }
  expect(() => planOtherFevers(wrong, '130822', residents, 1)).toThrow(/More fevers excluded/)
})
