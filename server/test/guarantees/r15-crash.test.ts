import { expect, test } from 'vitest'
import { openRig, writeThroughKills } from './crash-rig.ts'

test('what was delivered survives kills of the API and of the database, under 50 writes a second', async () => {
  const rig = await openRig()
  try {
    const api = await writeThroughKills(rig, 3, ({ killApi }) => killApi())
    expect(api).toMatchObject({ lost: 0, twice: 0 })
  } finally {
    await rig.close()
  }
  const other = await openRig()
  try {
    const database = await writeThroughKills(other, 3, ({ killDatabase }) => killDatabase())
    expect(database).toMatchObject({ lost: 0, twice: 0 })
  } finally {
    await other.close()
  }
}, 180_000)
