import { expect, test } from 'vitest'
import { countExposuresAt } from './count-exposures.ts'
import { planExposures } from './exposures.ts'
import { type Figure, readFigures } from './figures.ts'
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
const county = '130822'
const residents = householdPlan(xinglong, { county, divisions })
const whole = planExposures(xinglong, county, 1, residents)
const cutOff = '2020-02-19T00:00:00+08:00'

test('the account of 18 February comes out to the person, Wuhan within Hubei and their contacts within both', () => {
  expect(countExposuresAt(whole, cutOff, county)).toEqual({
    'from-hubei': 245,
    'from-wuhan': 195,
    'near-huanan-market': 0,
    'contacts-both': 728,
    'contacts-wuhan': 620,
    'from-elsewhere': 15_618,
  })
  expect(whole.stays.length).toBeGreaterThan(5)
  const earlier = countExposuresAt(whole, '2020-01-20T12:00:00+08:00', county)
  expect(earlier['from-hubei']).toBeGreaterThan(20)
  expect(earlier['from-hubei']).toBeLessThan(245)
  expect(countExposuresAt(whole, '2020-01-15T00:00:00+08:00', county)['from-elsewhere']).toBe(0)
})

test('the same file gives the same records, and those named are people of the households', () => {
  expect(planExposures(xinglong, county, 1, residents)).toEqual(whole)
  const members = new Set(residents.households.flatMap(({ members: own }) => own.map(({ id }) => id)))
  const named = [...whole.travel, ...whole.contacts].map(({ person }) => ('personId' in person ? person.personId : ''))
  expect(named.every((id) => members.has(id))).toBe(true)
  const ids = [...whole.travel, ...whole.contacts, ...whole.stays].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const corrected = whole.travel.flatMap(({ corrects }) => corrects ?? [])
  expect(corrected.length).toBeGreaterThan(5)
  expect(corrected.every((id) => ids.includes(id))).toBe(true)
})

const mark = (name: string, value: number, asOf: string): Figure => ({
  name: `exposures.${name}`,
  owner: 'exposures',
  kind: 'cumulative',
  unit: 'person',
  value,
  asOf,
  zh: name,
  en: name,
})
const withMarks = (...marks: Figure[]) => ({
  ...xinglong,
  households: { inCommunities: 20, inVillages: 20 },
  figures: [...xinglong.figures.filter(({ owner }) => owner !== 'exposures'), ...marks],
})

test('a file with two moments is kept at both, also with more people than live in its households', () => {
  const [first, second] = ['2020-01-25T12:00:00+08:00', '2020-02-10T12:00:00+08:00']
  const file = withMarks(
    ...[mark('from-hubei', 9, first), mark('from-hubei', 21, second), mark('from-wuhan', 4, first)],
    ...[mark('from-wuhan', 5, second), mark('contacts-both', 12, first), mark('contacts-both', 40, second)],
    ...[mark('contacts-wuhan', 11, second), mark('near-huanan-market', 2, second), mark('from-elsewhere', 300, second)],
  )
  const few = householdPlan(file, { county, divisions })
  const planned = planExposures(file, county, 1, few)
  const told = [first, second].map((asOf) => countExposuresAt(planned, asOf, county))
  expect(told[0]).toMatchObject({ 'from-hubei': 9, 'from-wuhan': 4, 'contacts-both': 12 })
  expect(told[1]).toEqual({
    'from-hubei': 21,
    'from-wuhan': 5,
    'near-huanan-market': 2,
    'contacts-both': 40,
    'contacts-wuhan': 11,
    'from-elsewhere': 300,
  })
})

test('a file that contradicts itself is refused with a sentence', () => {
  const at = '2020-02-10'
  const planned =
    (...marks: Figure[]) =>
    () => {
      const file = withMarks(...marks)
      return planExposures(file, county, 1, householdPlan(file, { county, divisions }))
    }
  expect(planned(mark('from-hubei', 3, at), mark('from-wuhan', 4, at))).toThrow(/from-hubei 的人数/)
  expect(planned(mark('contacts-both', 3, at))).toThrow(/返回人员/)
  expect(planned(mark('from-elsewhere', 3, '2020-01-10'))).toThrow(/1月15日/)
  expect(planned(mark('from-hubei', 3, at), mark('near-huanan-market', 1, at))).toThrow(/华南/)
})
