import { expect, test } from 'vitest'
import { type Count, emptyCount, isLong, tapped, toTally, totalOf, undone } from './count.ts'
import {
  emptyForm,
  hasFever,
  judgeWho,
  missingFor,
  nextForm,
  type ScreeningForm,
  showTemperature,
  temperatureOf,
} from './form.ts'
import { formFrom, gistOf, toPassage } from './passage.ts'

const TODAY = '2020-02-06'
const FEVER = { comparison: '>', thresholdC: 37.3, site: 'axillary' } as const
const form = (given: Partial<ScreeningForm> = {}): ScreeningForm => ({ ...emptyForm(), ...given })
const GOOD_ID = '130899197001010072'

test('three digits are a temperature, and 37.3 itself is no fever', () => {
  expect([showTemperature('36'), showTemperature('365'), temperatureOf('365')]).toEqual(['36', '36.5', 36.5])
  const hot = ['372', '373', '374', '381', '37'].map((temperature) => hasFever(form({ temperature }), FEVER))
  expect(hot).toEqual([false, false, true, true, false])
  expect(hasFever(form({ temperature: '381' }), null)).toBe(false)
})

test('an ID number is called wrong as soon as it cannot come right, and not before', () => {
  const verdicts = ['1', '130899', '1308991970', '13089919700101'].map((id) => judgeWho(form({ id }), TODAY).is)
  expect(verdicts).toEqual(['typing', 'typing', 'typing', 'typing'])
  const wrong = (id: string) => {
    const verdict = judgeWho(form({ id }), TODAY)
    return verdict.is === 'wrong' ? verdict.text.en : verdict.is
  }
  expect(wrong('990000')).toMatch(/division/)
  expect(wrong('13089919701301')).toMatch(/calendar/)
  expect(wrong('13089920300101')).toMatch(/future/)
  expect(wrong('130899197001010078')).toMatch(/check character/)
  expect(wrong(GOOD_ID)).toBe('good')
})

test('only who is let through must have been measured', () => {
  expect(missingFor(form(), 'pass', TODAY)).toBe('temperature')
  expect(missingFor(form(), 'turned-back', TODAY)).toBeNull()
  expect(missingFor(form({ temperature: '36' }), 'pass', TODAY)).toBe('temperature-range')
  expect(missingFor(form({ temperature: '465' }), 'medical', TODAY)).toBe('temperature-range')
  expect(missingFor(form({ temperature: '365', id: '1308' }), 'pass', TODAY)).toBe('who')
  expect(missingFor(form({ temperature: '365', id: GOOD_ID }), 'pass', TODAY)).toBeNull()
})

test('the next person in a vehicle keeps the vehicle and the journey, a stranger keeps neither', () => {
  const first = form({
    id: GOOD_ID,
    temperature: '365',
    vehicleId: 'v',
    plate: '冀H12345',
    from: { code: '420100', name: '武汉' },
  })
  expect(nextForm(first, true)).toMatchObject({
    id: '',
    temperature: '',
    vehicleId: 'v',
    plate: '冀H12345',
    before: 1,
    active: 'who',
  })
  expect(nextForm(first, true).from?.code).toBe('420100')
  expect(nextForm(first, false)).toMatchObject({ vehicleId: null, plate: '', from: null, before: 0 })
  expect(nextForm(form({ search: 'none' }), false).active).toBe('temperature')
})

const made = { id: 'p', checkpointId: 'c', shiftId: null, at: Date.parse('2020-02-06T00:00:00Z'), reason: null }

test('a known person travels as an id alone', () => {
  const known = { id: 'k', name: '张*', document: '130899********0072' }
  expect(toPassage(form({ id: GOOD_ID, known }), { ...made, decision: 'pass' }).traveller).toEqual({ personId: 'k' })
  const fresh = toPassage(form({ id: GOOD_ID, temperature: '365' }), { ...made, decision: 'pass' })
  expect(fresh).toMatchObject({
    traveller: { name: null, document: { kind: 'resident-id', number: GOOD_ID }, phone: null },
    temperatureC: 36.5,
    recordedAt: '2020-02-06T08:00:00+08:00',
    vehicleId: null,
    plate: null,
  })
  expect(toPassage(form({ temperature: '365' }), { ...made, decision: 'pass' }).traveller).toBeNull()
})

test('a refused record comes back into the form as it was', () => {
  const before = form({ id: GOOD_ID, temperature: '365', symptoms: ['cough'], vehicleId: 'v', plate: '冀H12345' })
  const back = formFrom(toPassage(before, { ...made, decision: 'pass' }), emptyForm())
  expect(back).toMatchObject({ ...before, corrects: 'p', active: 'temperature' })
})

test('somebody counted in a tally is not counted again', () => {
  expect(gistOf(form({ fromTallyId: 't' }), 'turned-back', false)).toMatchObject({ screened: 0, turnedBack: 0 })
  expect(gistOf(form({ vehicleId: 'v' }), 'pass', false)).toMatchObject({ screened: 1, vehicles: 1 })
  expect(gistOf(form({ vehicleId: 'v', before: 1 }), 'pass', false)).toMatchObject({ screened: 1, vehicles: 0 })
})

test('a tally adds up, takes back the last tap whatever it was, and lasts at least a second', () => {
  const taps: Array<[Parameters<typeof tapped>[1], number]> = [
    ['screened', 1],
    ['screened', 5],
    ['turnedBack', 1],
    ['vehicles', 1],
  ]
  const count = taps.reduce<Count>((so, [of, by], at) => tapped(so, of, by, 1000 + at), emptyCount(2))
  expect(totalOf(count, 'screened')).toBe(6)
  expect(totalOf(undone(count), 'vehicles')).toBe(0)
  expect([isLong(count, 1000 + 3_600_000), isLong(count, 1001 + 3_600_000)]).toEqual([false, true])
  const tally = toTally(count, { id: 't', checkpointId: 'c', shiftId: null, at: 1500 })
  expect(tally).toMatchObject({ lane: 2, screened: 6, turnedBack: 1, vehicles: 1 })
  expect(Date.parse(tally.recordedAt)).toBeGreaterThan(Date.parse(tally.startedAt))
})
