import { expect, test } from 'vitest'
import {
  dateTime,
  dayOf,
  fromLocalInput,
  hoursSince,
  moveDay,
  number,
  temperature,
  timeOfDay,
  toLocalInput,
} from './format.ts'

test('times are shown on the county clock', () => {
  expect(dateTime('2020-02-06T00:00:00Z')).toBe('2020-02-06 08:00')
  expect(timeOfDay('2020-02-05T16:05:00Z')).toBe('00:05')
  expect(dayOf('2020-02-05T16:00:00Z')).toBe('2020-02-06')
})

test('a picked moment is read on the county clock and comes back the same', () => {
  expect(new Date(fromLocalInput('2020-02-06T08:00')).toISOString()).toBe('2020-02-06T00:00:00.000Z')
  expect(toLocalInput(fromLocalInput('2020-02-06T08:00'))).toBe('2020-02-06T08:00')
})

test('days move over month ends', () => {
  expect(moveDay('2020-02-29', 1)).toBe('2020-03-01')
  expect(moveDay('2020-01-01', -1)).toBe('2019-12-31')
})

test('numbers and temperatures', () => {
  expect(number(99013)).toBe('99,013')
  expect(temperature(37.3)).toBe('37.3 ℃')
  expect(temperature(null)).toBe('—')
  expect(hoursSince('2020-02-06T00:00:00Z', '2020-02-06T05:59:00Z')).toBe(5)
})
