import { expect, test } from 'vitest'
import { listMigrations } from '../../src/entrypoints/cli/migrate.ts'
import { dieOnTheWay } from './migration-kills.ts'
import { openMigrationRig } from './migration-rig.ts'
import { statementsOf } from './schema-state.ts'

const KILLS = 20

test('a migration that dies at any of its statements leaves the schema as it was', async () => {
  const points = await dieOnTheWay((statements) => Array.from({ length: statements }, (_, at) => at + 1))
  const all = listMigrations().flatMap(({ sql }) => statementsOf(sql)).length
  process.stdout.write(`${points} of ${all} statements\n`)
  expect(points).toBeGreaterThan(all * 0.9)
})

test.each(['server', 'database'] as const)(`${KILLS} first starts, the %s killed on the way`, async (whom) => {
  const rig = await openMigrationRig()
  let interrupted = 0
  try {
    for (let at = 0; at < KILLS; at++) interrupted += (await rig.killOnTheWay(whom)) ? 1 : 0
  } finally {
    await rig.close()
  }
  process.stdout.write(`${whom}: ${KILLS} kills, ${interrupted} before the last migration\n`)
  expect(interrupted).toBeGreaterThan(KILLS / 2)
})
