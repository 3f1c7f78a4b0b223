import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { askThroughPool } from './pool.ts'

test(
  '200 requests at once of mixed townships through six connections: nobody is given a row of the others',
  scenario(async (stage) => {
    const counted = await askThroughPool(stage, { requests: 800, abreast: 200 })
    expect(counted).toMatchObject({ foreign: 0, unexpected: 0 })
    expect(counted.rows).toBeGreaterThan(800)
  }),
  120_000,
)
