import { expect, test } from 'vitest'
import { linesOf } from './tree-layout.ts'

const one = (id: string, day: string) => ({
  id,
  day,
  division: '',
  status: 'confirmed' as const,
  onset: true,
  setting: null,
})
const link = (source: string, target: string) => ({
  source,
  target,
  setting: 'household' as const,
  certainty: 'high' as const,
  metFrom: null,
  metTill: null,
  days: null,
})
const drawn = (cases: ReturnType<typeof one>[], links: ReturnType<typeof link>[]) =>
  [...linesOf({ cases, links }).keys()].join(' ')

test('a chain stands together, below its source, in the order of days', () => {
  const cases = [
    one('a', '2020-02-01'),
    one('x', '2020-02-02'),
    one('c', '2020-02-06'),
    one('b', '2020-02-05'),
    one('d', '2020-02-09'),
  ]
  expect(drawn(cases, [link('a', 'c'), link('a', 'b'), link('b', 'd')])).toBe('a b d c x')
})

test('a link to somebody who is not drawn is none, and a ring loses nobody', () => {
  const cases = [one('a', '2020-02-01'), one('b', '2020-02-02')]
  expect(drawn(cases, [link('z', 'a')])).toBe('a b')
  expect(drawn(cases, [link('a', 'b'), link('b', 'a')])).toBe('a b')
})
