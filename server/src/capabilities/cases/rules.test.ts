import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayInChina } from '../places/rules.clock.ts'
import { publishedProfiles } from './editions.ts'
import { symptomCodes } from './rules.symptoms.ts'
import { editionAt, editionsOf, isFever } from './rules.ts'

const profile = (code: string) => {
  const found = publishedProfiles.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found
}
const at = (text: string) => new Date(text)

test.each([
  ['covid19-cn-ed4', 37.3, false],
  ['covid19-cn-ed4', 37.4, true],
  ['covid19-cn-new10', 37.3, false],
  ['sars-cn-2003', 37.9, false],
  ['sars-cn-2003', 38.0, true],
  ['ebola-who', 38.0, true],
  ['measles-cn-2024', 40.0, false],
  ['chik-cn-2025', 40.0, false],
])('under %s %d °C is a fever: %s', (code, temperatureC, fever) => {
  expect(isFever(profile(code), { temperatureC, site: 'axillary' })).toBe(fever)
})

test('a county may set another figure for another site', () => {
  const fever = { comparison: '>', thresholdC: 37.3, site: 'axillary', bySite: { forehead: 37 } } as const
  expect(isFever({ body: { fever } }, { temperatureC: 37.1, site: 'forehead' })).toBe(true)
  expect(isFever({ body: { fever } }, { temperatureC: 37.1, site: 'ear' })).toBe(false)
})

test.each([
  ['2020-01-10T08:00:00+08:00', 'covid19-cn-ed3'],
  ['2020-02-06T23:59:59+08:00', 'covid19-cn-ed3'],
  ['2020-02-07T00:00:00+08:00', 'covid19-cn-ed4'],
  ['2020-02-20T15:59:59Z', 'covid19-cn-ed4'],
  ['2020-02-20T16:00:00Z', 'covid19-cn-ed5'],
  ['2020-09-11T12:00:00+08:00', 'covid19-cn-ed7'],
  ['2022-07-01T12:00:00+08:00', 'covid19-cn-ed9'],
  ['2022-12-07T00:00:00+08:00', 'covid19-cn-new10'],
  ['2026-11-24T12:00:00+08:00', 'covid19-cn-new10'],
])('at %s %s is in force', (moment, code) => {
  expect(editionAt(editionsOf(publishedProfiles, 'covid-19'), at(moment))?.code).toBe(code)
})

test('exactly one COVID-19 edition is in force on any day, and none is left out', () => {
  const covid = publishedProfiles.filter(({ disease }) => disease === 'covid-19')
  fc.assert(
    fc.property(
      fc.date({ min: at('2020-01-20T00:00:00+08:00'), max: at('2027-01-01'), noInvalidDate: true }),
      (moment) => {
        const day = dayInChina(moment)
        const holding = covid.filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && (validTo ?? '9999') >= day)
        expect(holding).toHaveLength(1)
      },
    ),
  )
})

test('an unknown disease has no edition', () => {
  expect(editionAt(editionsOf(publishedProfiles, 'plague'), at('2020-02-06'))).toBeUndefined()
})

test('the figures that differ between editions are those of the plans', () => {
  const observed = (code: string) => {
    const { days, monitoringDays, modes } = profile(code).body.observation
    return [days, monitoringDays, modes.join(' ')]
  }
  expect(observed('covid19-cn-ed4')).toEqual([14, 0, 'central home'])
  expect(observed('covid19-cn-ed8')).toEqual([14, 7, 'central'])
  expect(observed('covid19-cn-ed9')).toEqual([7, 3, 'central'])
  expect(observed('covid19-cn-20m')).toEqual([5, 3, 'central'])
  expect(observed('covid19-cn-new10')).toEqual([5, 0, 'home'])
  expect(profile('covid19-cn-ed6').body.lookbackDays).toBe(2)
  expect(profile('covid19-cn-ed9').body.testDays).toEqual({ central: [1, 2, 3, 5, 7], home: [3] })
  expect(profile('measles-cn-2024').body).toMatchObject({ anchor: 'rash', infectiousDays: [-4, 4] })
})

test('every edition says what is asked for and when somebody is a suspected case', () => {
  for (const { body } of publishedProfiles) {
    expect(symptomCodes).toEqual(expect.arrayContaining(body.symptomCodes ?? ['missing']))
    const findings = body.caseRule?.findings.map(({ code }) => code)
    for (const { anyOf = [], findings: wanted } of body.caseRule?.suspected ?? [
      { findings: 0, anyOf: [['missing']] },
    ]) {
      for (const together of anyOf) {
        expect(findings).toEqual(expect.arrayContaining(together))
        expect(together).toHaveLength(wanted)
      }
    }
  }
})

test('edition 3 wants the imaging among the two findings, edition 4 any two; blood confirms from edition 6 on', () => {
  const suspected = (code: string) => profile(code).body.caseRule?.suspected
  expect(suspected('covid19-cn-ed3')?.[0]?.anyOf?.every((set) => set.includes('imaging'))).toBe(true)
  expect(suspected('covid19-cn-ed4')).toEqual([
    { history: 1, findings: 2 },
    { history: 0, findings: 3 },
  ])
  const confirmed = (code: string) => profile(code).body.caseRule?.confirmed.map((item) => item.code)
  expect(confirmed('covid19-cn-ed5')).toEqual(['pcr-positive', 'sequence-homologous'])
  expect(confirmed('covid19-cn-ed6')).toContain('igg-turned-or-fourfold')
})
