import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  clockInChina,
  dayInChina,
  dayOfEnd,
  daysBetween,
  endOfDay,
  isAhead,
  midnightInChina,
  minuteInChina,
  momentInChina,
  timeInChina,
  wallInChina,
} from './rules.clock.ts'

const anyMoment = fc.date({ min: new Date('1980-01-01'), max: new Date('2079-12-31'), noInvalidDate: true })

test('days are counted in China', () => {
  expect(dayInChina(new Date('2020-02-05T16:00:00Z'))).toBe('2020-02-06')
  expect(dayInChina(new Date('2020-02-05T15:59:59Z'))).toBe('2020-02-05')
})

test('half past six in the evening there, in every form', () => {
  const at = new Date('2020-01-24T10:30:07Z')
  expect(clockInChina(at)).toBe('18:30')
  expect(minuteInChina(at)).toBe('2020-01-24 18:30')
  expect(momentInChina(at)).toBe('2020-01-24T18:30:07+08:00')
  expect([wallInChina(at).getUTCHours(), wallInChina(at).getUTCDay()]).toEqual([18, 5])
  expect(timeInChina('2020-01-24', '18:30')).toEqual(new Date('2020-01-24T10:30:00Z'))
})

test('clocks may differ by two minutes', () => {
  const now = new Date('2020-02-06T00:00:00Z')
  expect(isAhead(new Date('2020-02-06T00:02:00Z'), now)).toBe(false)
  expect(isAhead(new Date('2020-02-06T00:02:01Z'), now)).toBe(true)
})

test('every moment lies in its day there, which ends when the next begins', () => {
  fc.assert(
    fc.property(anyMoment, (at) => {
      const day = dayInChina(at)
      expect(midnightInChina(day).getTime()).toBeLessThanOrEqual(at.getTime())
      expect(at.getTime()).toBeLessThan(endOfDay(day).getTime())
      expect(endOfDay(day)).toEqual(midnightInChina(addDays(day, 1)))
      expect(dayOfEnd(endOfDay(day))).toBe(day)
      expect(timeInChina(day, clockInChina(at)).getTime()).toBe(Math.floor(at.getTime() / 60_000) * 60_000)
    }),
  )
})

test('the last day of the calendar ends too', () => {
  expect(endOfDay('9999-12-31').getTime() - midnightInChina('9999-12-31').getTime()).toBe(86_400_000)
})

test('days are counted on and back over the ends of months and a leap day', () => {
  expect(addDays('2020-02-28', 2)).toBe('2020-03-01')
  expect(addDays('2021-01-01', -1)).toBe('2020-12-31')
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2)
  fc.assert(
    fc.property(anyMoment, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
      const from = dayInChina(at)
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})

test.each(['2020-02-30', '2020-2-3', '2020-02-03T00:00', ''])('%j is no day', (said) => {
  expect(() => addDays(said, 1)).toThrow(RangeError)
  expect(() => endOfDay(said)).toThrow(RangeError)
})
