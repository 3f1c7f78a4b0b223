import { expect, test } from 'vitest'
import { day, flag, instant, oneOf, text, whole } from './search.ts'

test('what can be read is kept', () => {
  expect(instant('2020-02-06T08:00:00+08:00')).toBe('2020-02-06T00:00:00.000Z')
  expect(day('2020-02-06')).toBe('2020-02-06')
  expect(whole('6')).toBe(6)
  expect(flag('true')).toBe(true)
  expect(text(130822)).toBe('130822')
  expect(oneOf(['open', 'all'], 'all')).toBe('all')
})

test('what cannot be read is left out', () => {
  expect(instant('yesterday')).toBeUndefined()
  expect(day('2020-13-40')).toBeUndefined()
  expect(whole('-1')).toBeUndefined()
  expect(whole(null)).toBeUndefined()
  expect(whole(undefined)).toBeUndefined()
  expect(flag('yes')).toBeUndefined()
  expect(text('   ')).toBeUndefined()
  expect(oneOf(['open', 'all'], 'shut')).toBeUndefined()
})
