import { expect, test } from 'vitest'
import { dayOf, fromLocalInput, instant, offsetFrom, shortMoment, timeOf } from './clock.ts'

const at = Date.parse('2020-02-05T16:05:09Z')

test('whatever zone the phone stands in, its clock is said as the county’s', () => {
  expect(instant(at)).toBe('2020-02-06T00:05:09+08:00')
  expect([dayOf(at), timeOf('2020-02-05T16:05:09Z')]).toEqual(['2020-02-06', '00:05'])
  expect([shortMoment(at), shortMoment('2020-02-05T16:05:09.000Z')]).toEqual(['02-06 00:05', '02-06 00:05'])
})

test('what is typed is the county’s time, with seconds or without', () => {
  expect(fromLocalInput('2020-02-06T00:05')).toBe('2020-02-06T00:05:00+08:00')
  expect(fromLocalInput('2020-02-06T00:05:59')).toBe('2020-02-06T00:05:00+08:00')
})

test('a phone that is ahead by minutes is told, by seconds it is not', () => {
  const served = new Date(at).toUTCString()
  expect(offsetFrom(served, at + 2000)).toEqual({ ms: 0, worthSaying: false })
  expect(offsetFrom(served, at + 300_000)).toEqual({ ms: 300_000, worthSaying: true })
  expect(offsetFrom('yesterday', at)).toBeNull()
})
