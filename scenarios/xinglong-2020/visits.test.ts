import { expect, test } from 'vitest'
import { planExposures } from './exposures.ts'
import { readFigures } from './figures.ts'
import { householdPlan } from './households.ts'
import { planVisits } from './visits.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const county = '130822'
const divisions = ['100001', '100002', '100201', '100202', '101201'].map((under) => ({
  code: `${county}${under}`,
  name: under,
}))

const plan = () => {
  const residents = householdPlan(file, { county, divisions: divisions as never, scale: 0.05 })
  const exposures = planExposures(file, county, 0.05, residents)
  return { residents, exposures, ...planVisits({ file, county, residents, exposures }) }
}

test('every household is knocked at, in the order of the doors, and the same on every machine', () => {
  const { residents, round, visits } = plan()
  const knocked = new Set(visits.map(({ householdId }) => householdId))
  expect(knocked.size).toBe(residents.households.length)
  expect(new Set(visits.map(({ id }) => id)).size).toBe(visits.length)
  expect(round).toMatchObject({ area: county, startedAt: '2020-02-17T07:30:00+08:00' })
  for (const { recordedAt } of visits)
    expect(recordedAt > '2020-02-17T07:30' && recordedAt < '2020-02-18T13').toBe(true)
  expect(plan().visits).toEqual(visits)
})

test('half are seen by noon, nearly all by the evening, and some are not met or refuse', () => {
  const { residents, visits } = plan()
  const total = residents.households.length
  const seenBy = (moment: string) =>
    new Set(
      visits
        .filter(({ outcome, recordedAt }) => ['met', 'phone', 'sealed'].includes(outcome) && recordedAt <= moment)
        .map(({ householdId }) => householdId),
    ).size / total
  expect(seenBy('2020-02-17T12:00')).toBeGreaterThan(0.45)
  expect(seenBy('2020-02-17T12:00')).toBeLessThan(0.8)
  expect(seenBy('2020-02-17T20:00')).toBeGreaterThan(0.94)
  expect(seenBy('2020-02-17T20:00')).toBeLessThan(1)
  const share = (outcome: string) => visits.filter((one) => one.outcome === outcome).length / visits.length
  expect(share('refused')).toBeLessThan(0.01)
  expect(share('refused')).toBeGreaterThan(0)
})

test('what people answer is what is known of their journeys and contacts', () => {
  const { visits, exposures, residents } = plan()
  const sheets = visits.flatMap((one) => one.sheets)
  const home = new Set(residents.households.flatMap(({ members }) => members.map(({ id }) => id)))
  const wuhan = exposures.travel.filter(({ from, person }) => from.code?.startsWith('4201') && 'personId' in person)
  const asked = wuhan.flatMap(({ person }) =>
    'personId' in person && home.has(person.personId) ? person.personId : [],
  )
  const there = asked.map((id) => sheets.find(({ personId }) => personId === id)?.answers['been-there'] ?? 'not met')
  expect(there.length).toBeGreaterThan(0)
  // Some were not at home, and a few journeys were written down wrongly at first.
  expect(there.filter((one) => one === '4201').length / there.length).toBeGreaterThan(0.7)
})
