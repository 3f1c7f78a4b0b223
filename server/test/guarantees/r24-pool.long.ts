import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { askThroughPool } from './pool.ts'

test(
  '100,000 pooled requests of mixed townships: nobody is given a row of the others',
  scenario(async (stage) => {
    const counted = await askThroughPool(stage, { requests: 100_000, abreast: 200 })
    expect(counted).toMatchObject({ foreign: 0, unexpected: 0 })
  }),
)
