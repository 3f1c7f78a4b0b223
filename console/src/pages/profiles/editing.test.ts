import { expect, test } from 'vitest'
import { daysFrom, valueAt, withPath } from './editing.ts'

test('one field changes and nothing else', () => {
  const body = { a: { b: 1, c: 2 }, d: [1] }
  expect(withPath(body, 'a.b', 5)).toEqual({ a: { b: 5, c: 2 }, d: [1] })
  expect(withPath(body, 'e.f', 'new')).toEqual({ ...body, e: { f: 'new' } })
  expect(withPath(body, 'd', [2])).toEqual({ ...body, d: [2] })
  expect(body).toEqual({ a: { b: 1, c: 2 }, d: [1] })
})

test('what is taken out is not said, and neither is an empty group', () => {
  const body = { a: { b: 1 }, d: { e: 1, f: null } }
  expect(withPath(body, 'd.e', undefined)).toEqual({ a: { b: 1 }, d: { f: null } })
  expect(withPath(body, 'a.b', undefined)).toEqual({ d: { e: 1, f: null } })
  expect(withPath(body, 'x.y', undefined)).toEqual(body)
})

test('a value is found at its path, and nothing where there is no group', () => {
  expect(valueAt({ a: { b: 1 } }, 'a.b')).toBe(1)
  expect(valueAt({ a: 'none' }, 'a.b')).toBeUndefined()
  expect(valueAt({}, 'a.b')).toBeUndefined()
})

test.each([
  ['1, 4, 7', [1, 4, 7]],
  ['1,4、 7 ', [1, 4, 7]],
  ['', []],
  ['1, x', null],
  ['-1', null],
  ['1.5', null],
])('the days typed as "%s" are %j', (typed, days) => {
  expect(daysFrom(typed)).toEqual(days)
})
