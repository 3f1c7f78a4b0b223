import { expect, test } from 'vitest'
import { emptyShelf, enter, isExpired, isSettled, leastSince, quantityOf, stockAt } from './rules.ts'

test.each([
  ['14.6', 1_000_000, 14_600_000],
  ['0.1', 10, 1],
  ['3', 50, 150],
  ['0.000001', 1_000_000, 1],
  ['999999999999', 1, 999_999_999_999],
])('%s of a pack of %i is %i of the base unit, exactly', (amount, holds, quantity) => {
  expect(quantityOf(amount, holds)).toBe(quantity)
})

test.each([
  ['0.5', 1],
  ['1.5', 25],
  ['0.000001', 999_999],
  ['999999999999', 1_000_000_000_000],
])('%s of a pack of %i is no whole number that could be told exactly', (amount, holds) => {
  expect(quantityOf(amount, holds)).toBeNull()
})

const at = (minute: number) => new Date(Date.UTC(2020, 1, 1, 0, minute))

test('what is least since a moment counts every moment after it, and those of one moment together', () => {
  const shelf = emptyShelf()
  enter(shelf, at(1), 10)
  enter(shelf, at(3), -8)
  enter(shelf, at(5), -2)
  enter(shelf, at(5), 6)
  expect(stockAt(shelf, at(2))).toBe(10)
  expect(stockAt(shelf, at(5))).toBe(6)
  expect(leastSince(shelf, at(2))).toBe(2)
  expect(leastSince(shelf, at(4))).toBe(2)
  expect(leastSince(shelf, at(5))).toBe(6)
  expect(leastSince(shelf, at(0))).toBe(0)
})

test('goods are good through their last day in the county’s zone', () => {
  expect(isExpired('2020-02-18', new Date('2020-02-18T15:59:59Z'))).toBe(false)
  expect(isExpired('2020-02-18', new Date('2020-02-18T16:00:00Z'))).toBe(true)
  expect(isExpired(null, new Date('2099-01-01T00:00:00Z'))).toBe(false)
})

test('a count settles its own minute too', () => {
  const shelf = { ...emptyShelf(), countedAt: at(3) }
  expect([isSettled(shelf, at(2)), isSettled(shelf, at(3)), isSettled(shelf, at(4))]).toEqual([true, true, false])
})
