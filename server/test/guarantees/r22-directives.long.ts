import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { sendDirectives, wrongIn } from './r22-directives.ts'

const RECIPIENTS = 500

test(
  `nine directives and three withdrawals to ${RECIPIENTS} recipients, through a relay that cuts, swallows, delays and repeats`,
  scenario(async (stage) => {
    const outcome = await sendDirectives(stage, { count: RECIPIENTS, delay: [300, 3000] })
    expect(wrongIn(outcome)).toEqual([])
    expect(outcome.seen).toHaveLength(RECIPIENTS * 12)
    const met = [...outcome.met].map(([weather, count]) => `${count} ${weather}`).join(', ')
    process.stdout.write(
      `r22: ${outcome.seen.length} readings known, ${outcome.rounds} rounds, 0 lost, 0 twice, 0 stale; connections: ${met}\n`,
    )
  }),
)
