import { expect, test } from 'vitest'
import { openRig, writeThroughKills } from './crash-rig.ts'

test('what was delivered survives kills of the API and of the database, under 50 writes a second', async () => {
  const rig = await openRig()
  let turn = 0
  const tally = await writeThroughKills(rig, 5, () => (turn++ % 2 === 0 ? rig.killDatabase() : rig.killApi())).finally(
    () => rig.close(),
  )
  expect(tally).toMatchObject({ kills: 5, lost: 0, twice: 0 })
}, 180_000)
