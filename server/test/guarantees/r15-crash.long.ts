import { expect, test } from 'vitest'
import { openRig, type Rig, type Tally, writeThroughKills } from './crash-rig.ts'

const KILLS = 100
const BACK_WITHIN_MS = 10_000

async function run(kill: (rig: Rig) => Promise<void> | void, kills = KILLS, settings = {}): Promise<Tally> {
  const rig = await openRig(settings)
  const tally = await writeThroughKills(rig, kills, kill).finally(() => rig.close())
  process.stdout.write(`${JSON.stringify(tally)}\n`)
  return tally
}

test(`what was delivered survives ${KILLS} kills of the API`, async () => {
  const tally = await run(({ killApi }) => killApi())
  expect(tally).toMatchObject({ lost: 0, twice: 0 })
  expect(tally.slowestMs).toBeLessThan(BACK_WITHIN_MS)
})

test(`what was delivered survives ${KILLS} kills of the database`, async () => {
  const tally = await run(({ killDatabase }) => killDatabase())
  expect(tally).toMatchObject({ lost: 0, twice: 0 })
  expect(tally.slowestMs).toBeLessThan(BACK_WITHIN_MS)
})

test('control: a database that answers before it has written does lose what it acknowledged', async () => {
  const tally = await run(({ killDatabase }) => killDatabase(), 5, {
    synchronous_commit: 'off',
    wal_writer_delay: '10000ms',
  })
  expect(tally.lost).toBeGreaterThan(0)
})
