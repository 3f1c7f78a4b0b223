import { expect, test } from 'vitest'
import { openRig } from './crash-rig.ts'
import { loadThroughKills } from './workbook-kills.ts'

test('left to itself, it goes on after every kill of the server and of the database', async () => {
  const rig = await openRig()
  let turn = 0
  const kill = () => (turn++ % 2 === 0 ? rig.killApi() : rig.killDatabase())
  const { midway, steps } = await loadThroughKills(rig, {
    households: 3_000,
    kills: 8,
    ordersAgain: false,
    kill,
  }).finally(() => rig.close())
  console.info(`a workbook of ${steps} steps, killed ${midway} times on its way`)
  expect(midway).toBeGreaterThan(3)
}, 900_000)
