import { expect, test } from 'vitest'
import { heldBy } from './compare-funds.ts'
import { readFigures } from './figures.ts'
import { countFunds, type Funds, partsOf, planFunds } from './funds.ts'

const file = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))
const END = '2020-02-18T20:00:00+08:00'
const totalOf = ({ sources }: Funds) => sources.flatMap(({ shares }) => shares).reduce((sum, { fen }) => sum + fen, 0)

test('5.15 million yuan came in four documents, to the fen; donations stand beside them', () => {
  const funds = planFunds(file, '130822')
  expect(totalOf(funds)).toBe(515_000_000)
  expect(funds.sources).toHaveLength(4)
  expect(heldBy(funds, END)['funds-appropriated']).toBe(515_000_000)
  expect(heldBy(funds, END)['funds-donated']).toBe(35_350_000)
})

test('nothing is promised beyond its tranche nor paid beyond what was promised, and each follows what it rests on', () => {
  for (const funds of [planFunds(file, '130822'), planFunds(another, '130881')]) {
    for (const { fen, payments, released, sourceId, purposeId, at } of funds.commitments) {
      const source = funds.sources.find(({ id }) => id === sourceId)
      const own = source?.shares.find((share) => share.purposeId === purposeId)
      const promised = funds.commitments.filter((one) => one.sourceId === sourceId && one.purposeId === purposeId)
      expect(promised.reduce((sum, one) => sum + one.fen, 0)).toBeLessThanOrEqual(own?.fen ?? 0)
      expect(payments.reduce((sum, one) => sum + one.fen, released)).toBeLessThanOrEqual(fen)
      expect(Date.parse(at)).toBeGreaterThan(Date.parse(source?.at ?? ''))
      for (const payment of payments) expect(Date.parse(payment.at)).toBeGreaterThan(Date.parse(at))
    }
    const { 'funds-appropriated': received, 'funds-donated': donated, ...rest } = heldBy(funds, END)
    expect(Object.values(rest).reduce((sum, fen) => sum + fen, 0)).toBe(received + donated)
  }
})

test('the one payment that is too large for one person waits', () => {
  const waiting = planFunds(file, '130822').commitments.flatMap(({ payments }) => payments.filter(({ waits }) => waits))
  expect(waiting).toHaveLength(1)
  expect(waiting[0]?.fen).toBeGreaterThan(30_000_000)
})

test('another county’s money is its own figure; without one there is none', () => {
  expect(totalOf(planFunds(another, '130881'))).toBe(123_456_700)
  const without = { ...file, figures: [] }
  expect(countFunds(planFunds(without, '130822'))).toBe(0)
})

test('parts come to the whole', () => {
  expect(partsOf(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(partsOf(1, [50, 50])).toEqual([1, 0])
})
