import { expect, test } from 'vitest'
import { clockOf, minutesIn } from './plan-times.ts'

test('a time of the day as it is typed, and nothing that is none', () => {
  expect(['6:30', '0630', '06：30', ' 24:00 ', '0:00'].map(minutesIn)).toEqual([390, 390, 390, 1440, 0])
  expect(['', '6', '24:01', '12:60', '25:00', 'noon', '6.30'].map(minutesIn)).toEqual(Array(7).fill(null))
})

test('every minute of a day comes back as it was written', () => {
  for (let minute = 0; minute <= 1440; minute++) expect(minutesIn(clockOf(minute))).toBe(minute)
})
