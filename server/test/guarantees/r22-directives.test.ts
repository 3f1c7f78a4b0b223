import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { sendDirectives, wrongIn } from './r22-directives.ts'

const WEATHERS = ['fine', 'cut-request', 'black-hole', 'lost-reply', 'half-reply', 'twice']

test(
  'nine directives and three withdrawals arrive whole, in order, once and with receipt, through a relay that delays, repeats, cuts and swallows connections',
  scenario(async (stage) => {
    const outcome = await sendDirectives(stage, { count: 10, delay: [0, 12] })
    expect(wrongIn(outcome)).toEqual([])
    expect([...outcome.met.keys()].sort()).toEqual([...WEATHERS].sort())
    expect(outcome.seen).toHaveLength(10 * 12)
  }),
  60_000,
)

test(
  'control: a phone that takes silence for arrival is found out',
  scenario(async (stage) => {
    const outcome = await sendDirectives(stage, { count: 24, delay: [0, 12], careless: true })
    expect(wrongIn(outcome).some((one) => one.includes('is not known'))).toBe(true)
  }),
  60_000,
)
