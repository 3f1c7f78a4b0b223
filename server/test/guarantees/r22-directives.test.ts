import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { sendDirectives, wrongIn } from './r22-directives.ts'

test(
  'nine directives and three withdrawals arrive whole, in order, once and with receipt, on lines that lose three in eight exchanges',
  scenario(async (stage) => {
    const outcome = await sendDirectives(stage, 10)
    expect(wrongIn(outcome)).toEqual([])
    expect(outcome.seen).toHaveLength(10 * 12)
  }),
  60_000,
)

test(
  'control: a phone that takes silence for arrival is found out',
  scenario(async (stage) => {
    const outcome = await sendDirectives(stage, 4, true)
    expect(wrongIn(outcome).some((one) => one.includes('is not known'))).toBe(true)
  }),
  60_000,
)
