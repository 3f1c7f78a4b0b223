import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { firstBroken } from './r38-orders.ts'

const SEQUENCES = 10_000
const AT_ONCE = 1_000

test(
  `in ${SEQUENCES} sequences nobody is kept without grounds, and nobody after the end`,
  scenario(async (stage) => {
    for (let done = 0; done < SEQUENCES; done += AT_ONCE) {
      expect(await firstBroken(stage, AT_ONCE)).toBeNull()
      process.stdout.write(`r38: ${done + AT_ONCE} sequences, 0 measures without grounds, 0 after their end\n`)
    }
  }),
)
