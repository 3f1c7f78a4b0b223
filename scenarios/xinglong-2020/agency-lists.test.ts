import { expect, test } from 'vitest'
import { planLists } from './agency-lists.ts'
import { readFigures } from './figures.ts'
import { householdPlan } from './households.ts'
import type { Division } from './plan.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
const townships = [...new Set(xinglong.checkpoints.stations.map(({ division }) => division))]
const divisions: Division[] = [
  { code: '130822', name: '县' },
  ...townships.map((code) => ({ code, name: '镇' })),
  ...Array.from({ length: 60 }, (_, nth) => ({ code: `${townships[nth % 2]}${200 + (nth >> 1)}`, name: '村民委员会' })),
]
const ground = (scale: number) => ({
  file: xinglong,
  county: '130822',
  divisions,
  residents: householdPlan(xinglong, { county: '130822', divisions, scale: 0.1 }),
  scale,
})
const whole = planLists(ground(1))
const rows = whole.lists.flatMap((list) =>
  list.rows.flatMap((row) => (typeof row === 'object' && 'answer' in row ? [row] : [])),
)

test('1,113 rows were verified by the last day of the account', () => {
  expect(rows).toHaveLength(1113)
  const end = Date.parse('2020-02-19T00:00:00+08:00')
  expect(rows.every(({ answeredAt }) => Date.parse(answeredAt) < end)).toBe(true)
  expect(whole.lists.every(({ rows: all, recordedAt }) => all.length > 200 && Date.parse(recordedAt) < end)).toBe(true)
})

test('most are about residents, none of the others shares a number with one, and every row has something to go by', () => {
  const numbers = new Set(
    ground(1).residents.households.flatMap(({ members }) => members.map(({ document }) => document?.number)),
  )
  const strangers = rows.filter(({ personId }) => personId === null)
  expect(strangers.length / rows.length).toBeGreaterThan(0.2)
  expect(strangers.length / rows.length).toBeLessThan(0.4)
  expect(strangers.some(({ cells }) => numbers.has(cells[2]))).toBe(false)
  expect(new Set(rows.map(({ answer }) => answer))).toEqual(new Set(['seen', 'away', 'unknown', 'not-found']))
})

test('no row that is to be answered looks as if a spreadsheet had damaged its number', () => {
  const many = planLists(ground(20)).lists.flatMap((list) => list.rows)
  const looking = many.filter((row) => typeof row === 'object' && 'answer' in row && row.cells[2]?.endsWith('000'))
  expect(many.length).toBeGreaterThan(20_000)
  expect(looking).toEqual([])
})

test('asked again it is the same; on a small scale it is smaller; without the figure there is nothing', () => {
  expect(planLists(ground(1))).toEqual(whole)
  expect(planLists(ground(0.01)).lists.flatMap(({ rows: all }) => all).length).toBeLessThan(30)
  expect(planLists({ ...ground(1), file: another }).lists).toEqual([])
})
