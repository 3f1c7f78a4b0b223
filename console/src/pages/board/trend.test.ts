import { expect, test } from 'vitest'
import { rowsOf } from './matrix.ts'
import type { Board } from './tiles.ts'
import { drawn, roundUp, stepsOf } from './trend.ts'

const days = (...values: Array<number | null>) =>
  values.map((value, nth) => ({ asOf: `2020-02-0${nth + 1}T08:00:00+08:00`, value }))

test('an axis ends at a round number, and never below what it shows', () => {
  expect([0, 1, 2, 3, 7, 10, 11, 99, 1157, 5001].map(roundUp)).toEqual([1, 1, 2, 5, 10, 10, 20, 100, 2000, 10_000])
})

test('a running total is drawn as what came in each day; a day nobody reported is a gap on both sides of it', () => {
  expect(drawn('cumulative', days(100, 130, null, 200, 260))).toEqual({
    points: days(0, 30, null, null, 60).slice(1),
    top: 100,
  })
  expect(drawn('stock', days(3, null, 0)).points.map(({ value }) => value)).toEqual([3, null, 0])
})

test('steps lift the pen over a gap, and zero is on the axis', () => {
  expect(stepsOf(days(1, null, 0, 2), 2)).toBe('M0 50H1M2 100H3L3 0H4')
})

test('what was not told of a township is not zero', () => {
  const place = (division: string, screened: number) => ({ division, counts: { screened }, openFevers: 1 })
  const told = {
    checkpoints: {
      at: '',
      body: { checkpoints: [place('130822100', 5), place('130822100201', 7), place('130822', 2)] },
    },
    dailies: { at: '', body: { form: null, townships: [], villages: [] } },
  } as unknown as Board
  const unknown = { uncovered: null, late: null, silent: null, unreported: null }
  expect(rowsOf(told, '130822', ['130822100', '130822101'])).toEqual([
    { division: '130822100', screened: 12, openFevers: 2, ...unknown },
    { division: '130822101', screened: 0, openFevers: 0, ...unknown },
    { division: '130822', screened: 2, openFevers: 1, ...unknown },
  ])
})
