import { expect, test } from 'vitest'
import { openRig } from './crash-rig.ts'
import { loadThroughKills } from './workbook-kills.ts'

test('a workbook whose server is killed while it loads is never half loaded, and goes on where it stopped', async () => {
  const rig = await openRig()
  const wanted = { households: 700, kills: 2, ordersAgain: true, kill: () => rig.killApi() }
  const { midway } = await loadThroughKills(rig, wanted).finally(() => rig.close())
  expect(midway).toBeGreaterThan(0)
}, 120_000)
