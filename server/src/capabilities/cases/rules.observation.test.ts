import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../places/rules.clock.ts'
import { publishedProfiles } from './editions.ts'
import { anchorOf, dayNumber, isObserved, mayObserve, observationOf, phaseOn } from './rules.observation.ts'

const profile = (code: string) => {
  const found = publishedProfiles.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const under = (code: string, anchor: string, mode: 'central' | 'home' = 'central') => {
  const observation = observationOf(profile(code), { anchor, mode })
  if (!observation) throw new Error(`${code} observes nobody`)
  return observation
}

test('edition 4, exposed on 2020-02-01: observed 02-02 to 02-15, released from 02-16', () => {
  const days = { anchor: '2020-02-01', from: '2020-02-02', to: '2020-02-15', testDays: [], releaseFrom: '2020-02-16' }
  expect(under('covid19-cn-ed4', '2020-02-01')).toEqual(days)
  expect(under('covid19-cn-ed4', '2020-02-01', 'home')).toEqual(days)
})

test('edition 9, exposed on 2022-07-01: 7 days in a site, 3 at home, six tests', () => {
  expect(under('covid19-cn-ed9', '2022-07-01')).toEqual({
    anchor: '2022-07-01',
    from: '2022-07-02',
    to: '2022-07-08',
    monitoringFrom: '2022-07-09',
    monitoringTo: '2022-07-11',
    testDays: ['2022-07-02', '2022-07-03', '2022-07-04', '2022-07-06', '2022-07-08', '2022-07-11'],
    releaseFrom: '2022-07-12',
  })
})

test.each([
  ['covid19-cn-ed3', '2020-02-01', '2020-02-15', '2020-02-16'],
  ['covid19-cn-ed5', '2020-02-01', '2020-02-15', '2020-02-16'],
  ['covid19-cn-ed6', '2020-02-01', '2020-02-15', '2020-02-16'],
  ['covid19-cn-ed7', '2020-11-01', '2020-11-15', '2020-11-16'],
  ['covid19-cn-ed8', '2021-06-01', '2021-06-15', '2021-06-23'],
  ['covid19-cn-20m', '2022-11-12', '2022-11-17', '2022-11-21'],
  ['covid19-cn-new10', '2022-12-10', '2022-12-15', '2022-12-16'],
  ['sars-cn-2003', '2003-04-20', '2003-05-04', '2003-05-05'],
  ['measles-cn-2024', '2024-03-01', '2024-03-22', '2024-03-23'],
  ['ebola-who', '2014-08-01', '2014-08-22', '2014-08-23'],
  ['h5n1-us-cdc', '2024-05-01', '2024-05-11', '2024-05-12'],
])('%s counted from %s: to %s, released from %s', (code, anchor, to, releaseFrom) => {
  expect(under(code, anchor)).toMatchObject({ to, releaseFrom })
})

test('edition 8 tests on four days in the site and two at home; the last edition on one day at home', () => {
  expect(under('covid19-cn-ed8', '2021-06-01').testDays.map((day) => day.slice(5))).toEqual([
    '06-02',
    '06-05',
    '06-08',
    '06-15',
    '06-17',
    '06-22',
  ])
  expect(under('covid19-cn-new10', '2022-12-10', 'home').testDays).toEqual(['2022-12-15'])
})

test.each([
  [-1, '2020-01-31', 'before'],
  [0, '2020-02-01', 'before'],
  [1, '2020-02-02', 'observation'],
  [13, '2020-02-14', 'observation'],
  [14, '2020-02-15', 'observation'],
  [15, '2020-02-16', 'over'],
])('under edition 4 day %i is %s: %s', (number, day, phase) => {
  const observation = under('covid19-cn-ed4', '2020-02-01')
  expect(dayNumber(observation, day)).toBe(number)
  expect(phaseOn(observation, day)).toBe(phase)
})

test.each([
  [7, '2022-07-08', 'observation'],
  [8, '2022-07-09', 'monitoring'],
  [10, '2022-07-11', 'monitoring'],
  [11, '2022-07-12', 'over'],
])('under edition 9 day %i is %s: %s', (number, day, phase) => {
  const observation = under('covid19-cn-ed9', '2022-07-01')
  expect(dayNumber(observation, day)).toBe(number)
  expect(phaseOn(observation, day)).toBe(phase)
})

test('a leap day is a day', () => {
  expect(under('covid19-cn-ed4', '2020-02-15')).toMatchObject({ from: '2020-02-16', to: '2020-02-29' })
  expect(under('covid19-cn-ed4', '2020-02-29')).toMatchObject({ from: '2020-03-01', to: '2020-03-14' })
  expect(under('covid19-cn-ed8', '2021-02-15')).toMatchObject({ to: '2021-03-01' })
  expect(() => under('covid19-cn-ed8', '2021-02-29')).toThrow('2021-02-29 is not a day')
})

test('a year ends in the middle', () => {
  expect(under('covid19-cn-ed7', '2020-12-25')).toMatchObject({ from: '2020-12-26', to: '2021-01-08' })
  expect(under('covid19-cn-ed7', '2020-12-31')).toMatchObject({ from: '2021-01-01', releaseFrom: '2021-01-15' })
})

test('a later exposure restarts the days, an earlier one that is found later does not', () => {
  expect(anchorOf([])).toBeNull()
  expect(anchorOf(['2020-02-01'])).toBe('2020-02-01')
  expect(anchorOf(['2020-02-01', '2020-02-14'])).toBe('2020-02-14')
  expect(anchorOf(['2020-02-14', '2020-02-01'])).toBe('2020-02-14')
  expect(() => anchorOf(['2020-13-01'])).toThrow('not a day')
  const restarted = under('covid19-cn-ed4', anchorOf(['2020-02-01', '2020-02-15']) ?? '')
  expect(restarted).toMatchObject({ from: '2020-02-16', to: '2020-02-29', releaseFrom: '2020-03-01' })
})

test('chikungunya observes nobody, measles only who is not immune', () => {
  expect(observationOf(profile('chik-cn-2025'), { anchor: '2025-08-01', mode: 'home' })).toBeNull()
  expect(isObserved(profile('chik-cn-2025'), { susceptible: true })).toBe(false)
  expect(isObserved(profile('measles-cn-2024'), { susceptible: true })).toBe(true)
  expect(isObserved(profile('measles-cn-2024'), { susceptible: false })).toBe(false)
  expect(isObserved(profile('measles-cn-2024'), { susceptible: null })).toBe(true)
  expect(isObserved(profile('covid19-cn-ed4'), { susceptible: false })).toBe(true)
})

test('where somebody may be observed is what the edition says', () => {
  expect(mayObserve(profile('covid19-cn-ed4'), 'home')).toBe(true)
  expect(mayObserve(profile('covid19-cn-ed8'), 'home')).toBe(false)
  expect(mayObserve(profile('covid19-cn-new10'), 'central')).toBe(false)
  expect(mayObserve(profile('ebola-who'), 'home')).toBe(true)
})

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const anyMode = fc.constantFrom('central', 'home')

test('under every published edition the days hang together', () => {
  fc.assert(
    fc.property(fc.constantFrom(...publishedProfiles), anyDay, anyMode, (one, anchor, mode) => {
      const { days, monitoringDays } = one.body.observation
      const observation = observationOf(one, { anchor, mode })
      expect(observation === null).toBe(days === 0)
      if (!observation) return
      expect(dayNumber(observation, observation.from)).toBe(1)
      expect(dayNumber(observation, observation.to)).toBe(days)
      expect(dayNumber(observation, observation.releaseFrom)).toBe(days + monitoringDays + 1)
      expect(observation.monitoringFrom).toBe(monitoringDays > 0 ? addDays(observation.to, 1) : undefined)
      expect(observation.monitoringTo).toBe(monitoringDays > 0 ? addDays(anchor, days + monitoringDays) : undefined)
      expect(observation.testDays).toEqual([...new Set(observation.testDays)].sort())
      for (const day of observation.testDays) expect(['observation', 'monitoring']).toContain(phaseOn(observation, day))
    }),
  )
})

test('a day is observed, monitored, before or over, and every phase comes once and in order', () => {
  fc.assert(
    fc.property(fc.constantFrom(...publishedProfiles), anyDay, anyMode, (one, anchor, mode) => {
      const observation = observationOf(one, { anchor, mode })
      if (!observation) return
      const { days, monitoringDays } = one.body.observation
      const phases = Array.from({ length: days + monitoringDays + 3 }, (_, day) =>
        phaseOn(observation, addDays(anchor, day)),
      )
      const expected = [
        'before',
        ...Array(days).fill('observation'),
        ...Array(monitoringDays).fill('monitoring'),
        'over',
        'over',
      ]
      expect(phases).toEqual(expected)
    }),
  )
})

test('whoever is exposed later is never released earlier, and exposures in any order give one answer', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...publishedProfiles.filter((one) => one.body.observation.days > 0)),
      fc.array(anyDay, { minLength: 1, maxLength: 6 }),
      anyDay,
      (one, exposures, another) => {
        const release = (days: string[]) =>
          observationOf(one, { anchor: anchorOf(days) ?? '', mode: 'central' })?.releaseFrom ?? ''
        expect(release([...exposures, another]) >= release(exposures)).toBe(true)
        expect(release([...exposures].reverse())).toBe(release(exposures))
      },
    ),
  )
})
