import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { firstWrong, openGround } from './r21-ledger.ts'

const SEQUENCES = 10_000
const AT_ONCE = 500

test(
  `in ${SEQUENCES} sequences of four people at once, with dying connections, the ledger adds up and nothing is less than nothing`,
  scenario(async (scene) => {
    const ground = await openGround(scene)
    try {
      for (let done = 0; done < SEQUENCES; done += AT_ONCE) {
        expect(await firstWrong(ground, AT_ONCE, AT_ONCE / 10)).toBeNull()
        process.stdout.write(`r21: ${done + AT_ONCE} sequences, every movement adds up, never less than nothing\n`)
      }
    } finally {
      await ground.admin.end()
    }
  }),
  4 * 3_600_000,
)
