import { expect, test } from 'vitest'
import { scenario } from '../scenario/scenario.ts'
import { raceThroughFeed, raceThroughSequence } from './feed-race.ts'
import { privateDatabase } from './private-database.ts'

const race = { writers: 12, rows: 10_000, holdMs: 50, seed: 20_200_206 }

test(
  'nothing is skipped on download: 12 writers, 10,000 rows of one moment, a reader that polls',
  scenario(async ({ app, county }) => {
    expect(await raceThroughFeed(app.kernel, county, race)).toEqual({ missed: 0, twice: 0, read: race.rows })
  }),
  120_000,
)

test('control: a reader that asks a plain sequence for what is newer does miss rows', async () => {
  const { ownerUrl, drop } = await privateDatabase()
  const { missed } = await raceThroughSequence(ownerUrl, race).finally(drop)
  expect(missed).toBeGreaterThan(0)
}, 120_000)
