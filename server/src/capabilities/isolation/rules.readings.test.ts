import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from '../places/rules.clock.ts'
import {
  checksOn,
  disorderIn,
  isOwed,
  levelOf,
  placeReading,
  planOn,
  publishedPlan,
  type Stated,
  slotAt,
  standingOf,
} from './rules.readings.ts'

const at = (moment: string) => new Date(`${moment}+08:00`)
const DAY = '2020-02-10'
const [morning, evening] = checksOn(publishedPlan, 2, DAY)
if (!morning || !evening) throw new Error('two checks a day')
const span = { from: at('2020-02-05T00:00:00'), till: at('2020-02-19T00:00:00') }

test.each([
  ['05:59:59', 'ahead'],
  ['06:00:00', 'due'],
  ['11:59:59', 'due'],
  ['12:00:00', 'missed'],
])('without a reading the morning is, at %s, %s', (time, standing) => {
  expect(standingOf(morning, null, at(`${DAY}T${time}`))).toBe(standing)
})

test.each([
  ['06:30:00', 'done'],
  ['10:00:00', 'done'],
  ['10:00:01', 'late'],
  ['13:00:00', 'late'],
])('a reading of the morning taken at %s is %s', (time, standing) => {
  expect(standingOf(morning, at(`${DAY}T${time}`), at('2020-03-01T00:00:00'))).toBe(standing)
})

test('the editions say how many checks a day there are, and none is none', () => {
  expect([0, 1, 2, 3, 4].map((perDay) => checksOn(publishedPlan, perDay, DAY).length)).toEqual([0, 1, 2, 3, 3])
})

test.each([
  ['2020-02-10T05:59:59', '2020-02-09', 'evening'],
  ['2020-02-10T06:00:00', '2020-02-10', 'morning'],
  ['2020-02-10T15:59:59', '2020-02-10', 'morning'],
  ['2020-02-10T16:00:00', '2020-02-10', 'evening'],
  ['2020-02-11T02:00:00', '2020-02-10', 'evening'],
  ['2020-03-01T01:00:00', '2020-02-29', 'evening'],
])('%s belongs to %s, %s', (moment, day, slot) => {
  expect(slotAt(publishedPlan, 2, at(moment))).toEqual({ day, slot })
})

test('a check is owed from the moment an order begins until it ends', () => {
  const owed = (from: string, till: string | null) =>
    isOwed(morning, { from: at(from), till: till === null ? null : at(till) })
  expect(owed('2020-02-10T11:59:59', null)).toBe(true)
  expect(owed('2020-02-10T12:00:00', null)).toBe(false)
  expect(owed('2020-02-01T00:00:00', '2020-02-10T06:00:00')).toBe(false)
  expect(owed('2020-02-01T00:00:00', '2020-02-10T06:00:01')).toBe(true)
})

test.each([
  [0, 'village'],
  [119, 'village'],
  [120, 'township'],
  [359, 'township'],
  [360, 'county'],
  [3 * 1440, 'county'],
])('%s minutes after a check was missed it stands with the %s', (minutes, level) => {
  expect(levelOf(publishedPlan, morning.missedAt, new Date(morning.missedAt.getTime() + minutes * 60_000))).toBe(level)
})
test('before the first check is missed nothing climbs', () => {
  expect(levelOf(publishedPlan, morning.missedAt, new Date(morning.missedAt.getTime() - 1))).toBeNull()
})

test('the plan of a day is the latest that had begun', () => {
  const second = { ...publishedPlan, climb: { village: 0, township: 60, county: 90 } }
  const plans = [{ since: '2020-02-12', body: second }]
  expect(planOn(plans, '2020-02-11')).toBe(publishedPlan)
  expect(planOn(plans, '2020-02-12')).toBe(second)
})

test('windows out of order and clocks that run backwards are named', () => {
  const { windows, climb } = publishedPlan
  const [first, second] = windows[2]
  if (!first || !second) throw new Error('two windows')
  expect(disorderIn(publishedPlan)).toBeNull()
  expect(disorderIn({ windows: { ...windows, 2: [second, first] }, climb })).toBe('windows.2.1')
  expect(disorderIn({ windows: { ...windows, 2: [first] }, climb })).toBe('windows.2')
  expect(disorderIn({ windows: { ...windows, 2: [{ ...first, due: first.opens }, second] }, climb })).toBe(
    'windows.2.0',
  )
  expect(disorderIn({ windows, climb: { ...climb, county: 30 } })).toBe('climb')
})

const placed = (stated: Partial<Stated> & { recordedAt: string }, received: string, clockOffsetMs = 0) =>
  placeReading(
    { day: null, slot: null, onPaper: false, ...stated },
    { plan: publishedPlan, checksPerDay: 2, span, clockOffsetMs, receivedAt: at(received) },
  )
const HOUR_MS = 3_600_000

test('a phone two days ahead that says so when it sends is put right, whatever day it showed', () => {
  const stated = { recordedAt: '2020-02-12T07:30:00+08:00' }
  expect(placed(stated, '2020-02-10T07:31:00', -48 * HOUR_MS)).toEqual({
    at: at('2020-02-10T07:30:00'),
    day: DAY,
    slot: 'morning',
    doubt: null,
  })
  const named = placed({ ...stated, day: '2020-02-12', slot: 'morning' }, '2020-02-10T07:31:00', -48 * HOUR_MS)
  expect(named).toMatchObject({ day: '2020-02-12', doubt: 'day-apart' })
})

test('a phone whose clock was put right before it sent, or stands in 1970, is in doubt and refused for neither', () => {
  expect(placed({ recordedAt: '2020-02-12T07:30:00+08:00' }, '2020-02-10T07:31:00')).toMatchObject({
    at: at('2020-02-10T07:31:00'),
    day: DAY,
    doubt: 'ahead-of-receipt',
  })
  expect(placed({ recordedAt: '1970-01-01T08:00:10+08:00' }, '2020-02-10T07:31:00')).toMatchObject({
    day: '1970-01-01',
    doubt: 'outside-observation',
  })
})

test('paper counts for the cell of the sheet, however late it is typed in', () => {
  const cell = { recordedAt: '2020-02-18T15:00:00+08:00', onPaper: true }
  expect(placed({ ...cell, day: '2020-02-06', slot: 'evening' }, '2020-02-18T15:00:05')).toEqual({
    at: at('2020-02-06T20:00:00'),
    day: '2020-02-06',
    slot: 'evening',
    doubt: null,
  })
  expect(placed({ ...cell, day: '2020-03-06', slot: 'evening' }, '2020-02-18T15:00:05')).toMatchObject({
    doubt: 'day-apart',
  })
  expect(placed({ ...cell, day: '2020-01-06', slot: 'evening' }, '2020-02-18T15:00:05')).toMatchObject({
    doubt: 'outside-observation',
  })
})

/** Everything a clock can do: two days off, a jump before the sending, another zone, 1970. */
const wrongClock = fc.record({
  takenAt: fc.integer({ min: 0, max: 13 * 24 * 60 }).map((minutes) => new Date(span.from.getTime() + minutes * 60_000)),
  waitedMinutes: fc.integer({ min: 0, max: 14 * 24 * 60 }),
  off: fc.oneof(
    fc.integer({ min: -48 * HOUR_MS, max: 48 * HOUR_MS }),
    fc.constant(-Date.parse('2020-02-10T00:00:00Z')),
    fc.constant(0),
  ),
  jumpedBack: fc.boolean(),
  namesCheck: fc.boolean(),
})

type Drawn = typeof wrongClock extends fc.Arbitrary<infer D> ? D : never

test('no clock puts a reading silently on a wrong day', () => {
  const judge = ({ takenAt, waitedMinutes, off, jumpedBack, namesCheck }: Drawn) => {
    const receivedAt = new Date(takenAt.getTime() + waitedMinutes * 60_000)
    const shown = new Date(takenAt.getTime() + off)
    const named = namesCheck ? slotAt(publishedPlan, 2, shown) : { day: null, slot: null }
    const { day, doubt } = placeReading(
      { recordedAt: shown.toISOString(), ...named, onPaper: false },
      { plan: publishedPlan, checksPerDay: 2, span, clockOffsetMs: jumpedBack ? 0 : -off, receivedAt },
    )
    const right = slotAt(publishedPlan, 2, takenAt).day
    // What a clock showed that was put right before it sent anything, nobody can know.
    const apart = jumpedBack ? 2 : 1
    return { isSilent: doubt === null, isApart: Math.abs(daysBetween(right, day)) > apart }
  }
  fc.assert(
    fc.property(wrongClock, (day) => {
      const { isSilent, isApart } = judge(day)
      expect(isSilent && isApart).toBe(false)
    }),
    { numRuns: 2000 },
  )
})
