import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FieldStage, openFieldStage } from '../field-stage.ts'
import { fortnight } from './fortnight.ts'

// R07 in short; the whole of it is in r07-fortnight.long.ts.
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

let stage: FieldStage
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
}, 60_000)
afterAll(() => stage?.close())

test(`two weeks without a network and then a link that drops three in ten: everything is there, once (seed ${SEED})`, async () => {
  const weather = { seed: SEED, dropped: 0.3, flipped: 0.02, delayMs: [0, 5] as [number, number] }
  const outcome = await fortnight(stage, { records: 400, weather })
  expect(outcome).toMatchObject({ lost: 0, twice: 0, different: 0, refused: 0 })
}, 60_000)

test('control: over the same link, each batch sent once and no answer waited for, records are lost', async () => {
  const outcome = await fortnight(stage, {
    records: 200,
    weather: { seed: 1, dropped: 0.3, flipped: 0.02, delayMs: [0, 0] },
    believes: true,
  })
  expect(outcome.lost).toBeGreaterThan(0)
}, 60_000)
