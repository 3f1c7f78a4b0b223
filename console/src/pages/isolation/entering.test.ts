import { expect, test } from 'vitest'
import { byDay, cellKey, degreesIn, isSound, readingsOf, symptomsIn } from './entering.ts'
import type { Check } from './readings-queries.ts'

const check = (day: string, slot: Check['slot']): Check => ({
  day,
  slot,
  opensAt: `${day}T06:00:00+08:00`,
  dueAt: `${day}T10:00:00+08:00`,
  missedAt: `${day}T12:00:00+08:00`,
  standing: 'missed',
  reading: null,
})
const checks = [check('2020-02-05', 'morning'), check('2020-02-05', 'evening'), check('2020-02-06', 'morning')]
const asked = ['cough', 'sputum', 'headache']
const how = { newId: () => 'new', now: new Date('2020-02-20T00:00:00Z') }

test.each([
  ['365', 36.5],
  ['36.5', 36.5],
  ['36。8', 36.8],
  ['37', 37],
  ['', null],
  ['3', null],
  ['999', null],
  ['3655', null],
])('%s is %s degrees', (typed, degrees) => expect(degreesIn(typed)).toBe(degrees))

test('symptoms are typed by their numbers on the sheet', () => {
  expect(symptomsIn('', asked)).toEqual([])
  expect(symptomsIn('1 3', asked)).toEqual(['cough', 'headache'])
  expect(symptomsIn('1,1', asked)).toEqual(['cough'])
  expect(symptomsIn('4', asked)).toBeNull()
})

test('a cell is sent when it says something, and only then', () => {
  const cells = {
    [cellKey(checks[0] as Check)]: { temperature: '365', symptoms: '' },
    [cellKey(checks[1] as Check)]: { temperature: '', symptoms: '' },
    [cellKey(checks[2] as Check)]: { temperature: '378', symptoms: '1' },
  }
  const sent = readingsOf({ orderId: 'order', symptoms: asked }, checks, cells, how)
  expect(sent).toMatchObject([
    { day: '2020-02-05', slot: 'morning', temperatureC: 36.5, symptoms: [], way: 'paper' },
    { day: '2020-02-06', slot: 'morning', temperatureC: 37.8, symptoms: ['cough'] },
  ])
})

test('what cannot be read is not sent', () => {
  expect(isSound({ temperature: '36x5', symptoms: '' }, asked)).toBe(true)
  expect(isSound({ temperature: '99', symptoms: '' }, asked)).toBe(false)
  expect(isSound({ temperature: '', symptoms: '1' }, asked)).toBe(false)
  expect(isSound({ temperature: '', symptoms: '' }, asked)).toBe(true)
})

test('the grid has a line for each day', () => {
  expect(byDay(checks).map(([day, own]) => [day, own.length])).toEqual([
    ['2020-02-05', 2],
    ['2020-02-06', 1],
  ])
})
