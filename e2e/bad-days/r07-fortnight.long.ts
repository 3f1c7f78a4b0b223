import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FieldStage, openFieldStage } from '../field-stage.ts'
import { fortnight } from './fortnight.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const RECORDS = Number(process.env['RECORDS'] ?? 5000)
/** 64 kbit/s. */
const BYTES_PER_SECOND = 8000

let stage: FieldStage
beforeAll(async () => {
  stage = await openFieldStage({ browser: false })
}, 60_000)
afterAll(() => stage?.close())

test(`R07: 14 days, ${RECORDS} records, three requests in ten dropped, 2 % of bodies damaged, 64 kbit/s (seed ${SEED})`, async () => {
  const weather = {
    seed: SEED,
    dropped: 0.3,
    flipped: 0.02,
    delayMs: [300, 3000] as [number, number],
    bytesPerSecond: BYTES_PER_SECOND,
  }
  const outcome = await fortnight(stage, { records: RECORDS, weather })
  console.info(`R07: ${JSON.stringify(outcome)}`)
  expect(outcome).toMatchObject({ lost: 0, twice: 0, different: 0, refused: 0 })
  expect(outcome.bytes).toBeLessThanOrEqual(1.5)
  expect(outcome.seconds).toBeLessThanOrEqual(20 * 60)
}, 3_600_000)
