import { expect, test } from 'vitest'
import { findClusters, type IllPerson, type Meeting } from './clusters.ts'

const ill = (personId: string, day: number, division = '130822100201'): IllPerson => ({
  personId,
  division,
  onsetAt: new Date(Date.UTC(2020, 0, day)),
})
const met = (one: string, other: string, kind = 'household'): Meeting => ({ one, other, kind, gatheringId: null })
const small = [{ cases: 2, days: 14, scope: 'small-setting' }]
const groups = (rules: typeof small, persons: IllPerson[], meetings: Meeting[] = []) =>
  findClusters(rules, persons, meetings).map(({ personIds }) => personIds)

test('a family with one who stayed well is one setting', () => {
  expect(groups(small, [ill('a', 1), ill('c', 5)], [met('a', 'b'), met('b', 'c')])).toEqual([['a', 'c']])
  expect(groups(small, [ill('a', 1), ill('c', 5)], [met('a', 'b'), met('b', 'c', 'same-vehicle')])).toEqual([])
})

test('day fourteen is within, day fifteen is not', () => {
  expect(groups(small, [ill('a', 1), ill('b', 15)], [met('a', 'b')])).toEqual([['a', 'b']])
  expect(groups(small, [ill('a', 1), ill('b', 16)], [met('a', 'b')])).toEqual([])
})

test('a chain of onsets close to each other is one cluster, and a second wave another', () => {
  const persons = [ill('a', 1), ill('b', 10), ill('c', 20), ill('d', 60), ill('e', 61), ill('f', 90)]
  const meetings = ['b', 'c', 'd', 'e', 'f'].map((other) => met('a', other))
  expect(groups(small, persons, meetings)).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

test('a gathering is a setting whatever the kind, and an area needs no meeting', () => {
  const table: Meeting = { one: 'a', other: 'b', kind: 'other', gatheringId: 'g' }
  expect(groups(small, [ill('a', 1), ill('b', 2)], [table])).toEqual([['a', 'b']])
  const village = [{ cases: 2, days: 10, scope: 'village-or-school' }]
  const township = [{ cases: 3, days: 10, scope: 'township' }]
  const persons = [ill('a', 1), ill('b', 2), ill('c', 3, '130822100202'), ill('d', 3, '130822')]
  expect(groups(village, persons)).toEqual([['a', 'b']])
  expect(groups(township, persons)).toEqual([['a', 'b', 'c']])
})
