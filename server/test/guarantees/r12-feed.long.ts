import { expect, test } from 'vitest'
import { newCounty, scenario } from '../scenario/scenario.ts'
import { raceThroughFeed, raceThroughSequence } from './feed-race.ts'
import { privateDatabase } from './private-database.ts'

const race = { writers: 12, rows: 10_000, holdMs: 2000, seed: 20_200_206 }

test(
  'nothing is skipped on download: transactions of up to 2 s',
  scenario(async ({ app, county }) => {
    expect(await raceThroughFeed(app.kernel, county, race)).toEqual({ missed: 0, twice: 0, read: race.rows })
  }),
)

test(
  'nothing is skipped on download: 1,000 interleavings',
  scenario(async ({ app }) => {
    for (let seed = 1; seed <= 1000; seed++) {
      const outcome = await raceThroughFeed(app.kernel, newCounty(), { writers: 12, rows: 200, holdMs: 20, seed })
      expect(outcome, `seed ${seed}`).toEqual({ missed: 0, twice: 0, read: 200 })
    }
  }),
)

test('control: a plain sequence misses rows', async () => {
  const { ownerUrl, drop } = await privateDatabase()
  const { missed } = await raceThroughSequence(ownerUrl, race).finally(drop)
  process.stdout.write(`a plain sequence: ${missed} of ${race.rows} missed\n`)
  expect(missed).toBeGreaterThan(0)
})
