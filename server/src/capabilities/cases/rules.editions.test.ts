import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../places/rules.clock.ts'
import { publishedProfiles } from './editions.ts'
import { type Changeover, differences, editionOf, misplacedIn, stateOn } from './rules.editions.ts'
import { impossibleIn } from './rules.figures.ts'
import { observationOf } from './rules.observation.ts'
import type { ProfileBody } from './rules.ts'
import { ProfileBody as ProfileBodySchema } from './schema.editions.ts'

const profile = (code: string) => {
  const found = publishedProfiles.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const ed4 = profile('covid19-cn-ed4').body
const wrongIn = (change: Partial<ProfileBody>) => impossibleIn({ ...ed4, ...change }).map(({ path }) => path)
const spans = (...rows: Array<[code: string, from: string | null, to: string | null]>) =>
  rows.map(([code, validFrom, validTo]) => ({ code, disease: 'covid-19', validFrom, validTo }))

test.each([
  ['2020-02-06', 'planned'],
  ['2020-02-07', 'in-force'],
  ['2020-02-20', 'in-force'],
  ['2020-02-21', 'ended'],
])('on %s edition 4 is %s', (day, state) => {
  expect(stateOn(profile('covid19-cn-ed4'), day)).toBe(state)
})

test('an edition begins today or later, after every other, and leaves no day without one', () => {
  const known = spans(['a', '2026-01-01', '2026-06-30'], ['b', '2026-07-01', null])
  const place = (from: string, editions = known) =>
    misplacedIn(editions, { disease: 'covid-19', from, today: '2026-08-01' })
  expect(place('2026-08-01')).toBeNull()
  expect(place('2027-01-01')).toBeNull()
  expect(place('2026-07-31')).toEqual({ is: 'backdated', today: '2026-08-01' })
  const planned = [...known, ...spans(['c', '2026-09-01', null])]
  expect(place('2026-08-15', planned)).toEqual({ is: 'overlap', code: 'c', begins: '2026-09-01' })
  expect(place('2026-09-01', planned)).toMatchObject({ is: 'overlap' })
  expect(place('2026-09-02', planned)).toBeNull()
  const ending = spans(['a', '2026-01-01', '2026-08-31'])
  expect(place('2026-09-01', ending)).toBeNull()
  expect(place('2026-09-03', ending)).toEqual({ is: 'gap', code: 'a', from: '2026-09-01', to: '2026-09-02' })
  expect(place('2026-08-01', [])).toBeNull()
  expect(misplacedIn(planned, { disease: 'measles', from: '2026-08-15', today: '2026-08-01' })).toBeNull()
})

test('an undated profile may be followed by an edition of any later day', () => {
  const undated = publishedProfiles.filter(({ disease }) => disease === 'measles')
  expect(misplacedIn(undated, { disease: 'measles', from: '2026-08-01', today: '2026-08-01' })).toBeNull()
})

test('an order moves whoever is under observation on its day, and nobody else', () => {
  const order: Changeover = { from: 'ed8', to: 'ed9', day: '2022-06-28' }
  const episode = { edition: 'ed8', startedOn: '2022-06-20', endedOn: null }
  expect(editionOf(episode, [], '2022-06-30')).toBe('ed8')
  expect(editionOf(episode, [order], '2022-06-27')).toBe('ed8')
  expect(editionOf(episode, [order], '2022-06-28')).toBe('ed9')
  expect(editionOf({ ...episode, endedOn: '2022-06-27' }, [order], '2022-07-30')).toBe('ed8')
  expect(editionOf({ ...episode, endedOn: '2022-06-28' }, [order], '2022-07-30')).toBe('ed9')
  expect(editionOf({ ...episode, startedOn: '2022-06-28' }, [order], '2022-07-30')).toBe('ed9')
  expect(editionOf({ ...episode, startedOn: '2022-06-29' }, [order], '2022-07-30')).toBe('ed8')
  expect(editionOf({ ...episode, edition: 'ed7' }, [order], '2022-07-30')).toBe('ed7')
})

test('orders follow one another, whatever their order in the list, and one may lead back', () => {
  const there: Changeover = { from: 'ed8', to: 'ed9', day: '2022-06-28' }
  const back: Changeover = { from: 'ed9', to: 'ed8', day: '2022-07-05' }
  const on: Changeover = { from: 'ed8', to: 'new', day: '2022-07-10' }
  const episode = { edition: 'ed8', startedOn: '2022-06-20', endedOn: null }
  for (const orders of [
    [there, back, on],
    [on, back, there],
  ]) {
    expect(editionOf(episode, orders, '2022-07-04')).toBe('ed9')
    expect(editionOf(episode, orders, '2022-07-05')).toBe('ed8')
    expect(editionOf(episode, orders, '2022-07-31')).toBe('new')
  }
})

test('without an order for its edition an episode is released on the day it was told, however many editions follow', () => {
  const covid = publishedProfiles.filter(({ disease }) => disease === 'covid-19')
  const anyDay = fc
    .date({ min: new Date('2020-01-20'), max: new Date('2022-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10))
  const anyOrder = fc.record({ from: fc.constantFrom(...covid), to: fc.constantFrom(...covid), day: anyDay })
  fc.assert(
    fc.property(fc.constantFrom(...covid), anyDay, fc.array(anyOrder, { maxLength: 6 }), (begun, startedOn, orders) => {
      const changeovers = orders.map(({ from, to, day }) => ({ from: from.code, to: to.code, day }))
      const codeThen = (given: Changeover[]) =>
        editionOf({ edition: begun.code, startedOn, endedOn: null }, given, addDays(startedOn, 30))
      const untouched = changeovers.filter(({ from, day }) => from !== begun.code || day < startedOn)
      expect(codeThen(untouched)).toBe(begun.code)
      const now = profile(codeThen(changeovers))
      const release = observationOf(now, { anchor: startedOn, mode: 'central' })?.releaseFrom
      const moved = changeovers.some(({ from, day }) => from === begun.code && day >= startedOn)
      if (!moved) expect(release).toBe(observationOf(begun, { anchor: startedOn, mode: 'central' })?.releaseFrom)
    }),
  )
})

test('two editions differ field by field', () => {
  expect(differences(ed4, profile('covid19-cn-ed5').body)).toEqual([])
  const found = differences(profile('covid19-cn-ed8').body, profile('covid19-cn-ed9').body)
  expect(found).toEqual(
    expect.arrayContaining([
      { path: 'observation.days', a: 14, b: 7 },
      { path: 'observation.monitoringDays', a: 7, b: 3 },
      { path: 'testDays.home', a: [2, 7], b: [3] },
      { path: 'secondary.mode', a: 'central', b: 'home' },
    ]),
  )
  const terms = differences(ed4, profile('covid19-cn-ed6').body).map(({ path }) => path)
  expect(terms).toContain('caseRule.confirmed.igm-and-igg-positive')
  expect(terms).not.toContain('caseRule.confirmed.pcr-positive')
})

test('differences are the same from both sides, and of an edition with itself there are none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...publishedProfiles), fc.constantFrom(...publishedProfiles), (one, other) => {
      const there = differences(one.body, other.body)
      const back = differences(other.body, one.body)
      const order = (list: typeof there) => list.map(({ path }) => path).sort()
      expect(order(there)).toEqual(order(back))
      expect(differences(one.body, one.body)).toEqual([])
    }),
  )
})

test('every published edition is possible, and the form takes it as it is', () => {
  for (const { code, body } of publishedProfiles) {
    expect([code, impossibleIn(body)]).toEqual([code, []])
    expect(ProfileBodySchema.parse(body)).toEqual(body)
  }
})

test.each<[string, Partial<ProfileBody>, string]>([
  ['incubation backwards', { incubationDays: [14, 1] }, 'incubationDays'],
  ['typical outside', { typicalDays: [3, 15] }, 'typicalDays'],
  ['extremes within', { extremeDays: [2, 10] }, 'extremeDays'],
  ['infectious backwards', { infectiousDays: [4, -4] }, 'infectiousDays'],
  ['nobody for 14 days', { observation: { ...ed4.observation, contacts: 'none' } }, 'observation.contacts'],
  ['0 days with checks', { observation: { ...ed4.observation, days: 0 } }, 'observation.days'],
  ['no checks', { observation: { ...ed4.observation, checksPerDay: 0 } }, 'observation.checksPerDay'],
  [
    'monitoring without its kind',
    { observation: { ...ed4.observation, monitoringDays: 7 } },
    'observation.monitoringKind',
  ],
  ['a test after the end', { testDays: { central: [1, 15] } }, 'testDays.central'],
  ['a test on day 0', { testDays: { central: [0] } }, 'testDays.central'],
  ['tests that do not rise', { testDays: { central: [4, 1] } }, 'testDays.central'],
  [
    'tests in no site',
    { observation: { ...ed4.observation, modes: ['home'] }, testDays: { central: [1] } },
    'testDays.central',
  ],
  [
    'tests at no home',
    { observation: { ...ed4.observation, modes: ['central'] }, testDays: { home: [1] } },
    'testDays.home',
  ],
  ['contacts of contacts tested late', { secondary: { days: 7, mode: 'home', testDays: [8] } }, 'secondary.testDays'],
  ['an unknown symptom', { symptomCodes: ['cough', 'envy'] }, 'symptomCodes'],
  ['a symptom twice', { symptomCodes: ['cough', 'cough'] }, 'symptomCodes'],
])('refused: %s', (_, change, path) => {
  expect(wrongIn(change)).toContain(path)
  const parsed = ProfileBodySchema.safeParse({ ...ed4, ...change })
  expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
})

test('a case rule names what it counts, and asks for something', () => {
  const rule = ed4.caseRule
  if (!rule) throw new Error('edition 4 has a case rule')
  const wrong = (suspected: typeof rule.suspected) => wrongIn({ caseRule: { ...rule, suspected } })
  expect(wrong([{ history: 0, findings: 0 }])).toEqual(['caseRule.suspected.0'])
  expect(wrong([{ history: 5, findings: 0 }])).toEqual(['caseRule.suspected.0'])
  expect(wrong([{ history: 0, findings: 4 }])).toEqual(['caseRule.suspected.0'])
  expect(wrong([{ history: 1, findings: 2, anyOf: [['imaging', 'envy']] }])).toEqual(['caseRule.suspected.0'])
  expect(wrong([{ history: 1, findings: 1, anyOf: [['imaging', 'blood-count']] }])).toEqual(['caseRule.suspected.0'])
  expect(wrong([{ history: 1, findings: 2, anyOf: [['imaging']] }])).toEqual([])
  expect(wrongIn({ caseRule: { ...rule, history: [...rule.history, ...rule.history.slice(0, 1)] } })).toEqual([
    'caseRule.history',
  ])
})
