import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { listMigrations } from '../../src/entrypoints/cli/migrate.ts'
import { DIES, dieOnTheWay, withEmptyDatabase } from './migration-kills.ts'
import { openMigrationRig } from './migration-rig.ts'
import { statementsOf } from './schema-state.ts'

// Every fourth, others each time; r20-migration.long.ts takes every statement of every migration.
test('a migration that dies after one of its statements, whichever it is, leaves the schema as it was', async () => {
  const points = await dieOnTheWay((statements) => (randomInt(4) === 0 ? [randomInt(1, statements + 1)] : []))
  expect(points).toBeGreaterThan(listMigrations().length * 0.1)
}, 240_000)

test('control: a migration that commits on its way is found in between, and cannot be done again', () =>
  withEmptyDatabase(async ({ migrate, state }) => {
    const migrations = listMigrations()
    const at = migrations.findIndex(({ sql }) => (sql.match(/create table/gi) ?? []).length > 1)
    const done = migrations.slice(0, at)
    const { name = '', sql = '' } = migrations[at] ?? {}
    await migrate(done)
    const before = await state()
    const [first = ''] = statementsOf(sql)
    await expect(migrate([...done, { name, sql: `${first} commit; ${DIES}` }])).rejects.toThrow()
    expect(await state()).not.toBe(before)
    await expect(migrate(migrations)).rejects.toThrow(/already exists/)
  }))

test('a first start that is killed, or whose database is, leaves old or new; the next one is complete', async () => {
  const rig = await openMigrationRig()
  try {
    for (const whom of ['server', 'database', 'server'] as const) await rig.killOnTheWay(whom)
  } finally {
    await rig.close()
  }
}, 240_000)
