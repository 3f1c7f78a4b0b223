import { expect, test } from 'vitest'
import { firstKinds, firstTeams } from './editions.ts'
import {
  byChild,
  coverageOf,
  inForce,
  isOverloaded,
  isSilent,
  missingAbove,
  rolesLacking,
  sitsAt,
  unitOf,
} from './rules.ts'

const everywhere = new Set(['county/130822', 'township/130822100', 'village/130822100201'])

test('a household has four named people or is uncovered, and the level that is missing is said', () => {
  const village = { division: '130822100201', households: 300, covered: 298 }
  expect(coverageOf(village, everywhere)).toEqual({
    households: 300,
    uncovered: 2,
    lacking: { county: 0, township: 0, village: 0, household: 2 },
  })
  const without = new Set(['county/130822', 'village/130822100201'])
  expect(coverageOf(village, without)).toMatchObject({ uncovered: 300, lacking: { township: 300, household: 2 } })
})

test('a county leader may answer for a township or a village alone', () => {
  expect(
    missingAbove('130822100201', new Set(['county/130822100', 'township/130822100201', 'village/130822100201'])),
  ).toEqual([])
  expect(missingAbove('130822100201', new Set(['county/130822101', 'village/130822100202']))).toEqual([
    'county',
    'township',
    'village',
  ])
})

test('villages add up to townships and townships to the county', () => {
  const villages = [
    { division: '130822100201', households: 10, covered: 10 },
    { division: '130822100202', households: 20, covered: 15 },
    { division: '130822101201', households: 5, covered: 5 },
  ]
  const named = new Set([...everywhere, 'village/130822100202', 'county/130822'])
  const county = byChild('130822', villages, named)
  expect(county.get('130822100')).toMatchObject({ households: 30, uncovered: 5 })
  expect(county.get('130822101')).toMatchObject({ uncovered: 5, lacking: { township: 5, village: 5, county: 0 } })
  expect([...byChild('130822100', villages.slice(0, 2), named).keys()]).toEqual(['130822100201', '130822100202'])
})

test('a rule holds from its day on, and the later one of a day wins', () => {
  const most = (since: string, households: number) => ({ since, body: { code: 'volunteer', most: households } })
  const rules = [most('2020-01-01', 45), most('2020-02-10', 40), most('2020-02-10', 35)]
  expect(inForce(rules, '2020-02-09').get('volunteer')?.most).toBe(45)
  expect(inForce(rules, '2020-02-10').get('volunteer')?.most).toBe(35)
  expect(inForce(firstKinds, '2019-12-31').size).toBe(0)
})

test('three on one is complete with three people, not with three posts', () => {
  const rule = inForce(firstTeams, '2020-02-01').get('three-on-one')
  if (!rule) throw new Error('no rule')
  const members = [
    { role: 'cadre', held: true },
    { role: 'police', held: false },
    { role: 'health', held: true },
  ]
  expect(rolesLacking(rule, members).map(({ role, missing }) => [role, missing])).toEqual([['police', 1]])
  expect(
    rolesLacking(
      rule,
      members.map((one) => ({ ...one, held: true })),
    ),
  ).toEqual([])
})

test('overloaded is above the most, silent is past the hours, and what has no norm is neither', () => {
  const kind = { most: 45, silentAfterHours: 72 }
  const seen = new Date('2020-02-10T08:00:00+08:00')
  expect([isOverloaded(kind, 45), isOverloaded(kind, 46), isOverloaded(undefined, 999)]).toEqual([false, true, false])
  expect(isSilent(kind, seen, new Date('2020-02-13T08:00:00+08:00'))).toBe(false)
  expect(isSilent(kind, seen, new Date('2020-02-13T08:00:01+08:00'))).toBe(true)
  expect(isSilent({ silentAfterHours: null }, seen, new Date('2021-01-01T00:00:00Z'))).toBe(false)
})

test('a post sits where its level is', () => {
  expect(sitsAt('county', '130822')).toBe(true)
  expect(sitsAt('village', '130822100')).toBe(false)
  expect(sitsAt('household', '130822100')).toBe(true)
  expect(sitsAt('beside', '130822')).toBe(true)
  expect([unitOf(null, null), unitOf(null, '第1组'), unitOf('c', '2单元')]).toEqual([null, '/第1组', 'c/2单元'])
})
