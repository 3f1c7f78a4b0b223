import postgres from 'postgres'
import { expect, inject } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { listMigrations, type Migration, migrate } from '../../src/entrypoints/cli/migrate.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { privateDatabase } from './private-database.ts'
import { schemaState, statementsOf } from './schema-state.ts'

/** Ends the connection as the death of its process would, at a place that can be chosen. */
export const DIES = ';select pg_terminate_backend(pg_backend_pid());'

export interface Bench {
  admin: postgres.Sql
  owner: postgres.Sql
  migrate(migrations: Migration[]): Promise<number>
  state(): Promise<string>
}

/** An empty database, the product's own migrator and a hash of all that it leaves behind. */
export async function withEmptyDatabase<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const { adminUrl, ownerUrl, drop } = await privateDatabase()
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} })
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} })
  const config = readConfig({ DATABASE_URL: ownerUrl, QUNFANG_DATA: inject('dataFolder') })
  try {
    return await work({
      admin,
      owner,
      migrate: (migrations) => migrate(config, silentLog, migrations),
      state: () => schemaState(admin),
    })
  } finally {
    await Promise.all([admin.end({ timeout: 5 }), owner.end({ timeout: 5 })])
    await drop()
  }
}

class Undo extends Error {}

/** What the half-done migration would leave behind if nothing took it back. */
async function stateHalfway({ owner }: Bench, sql: string): Promise<string> {
  let seen = ''
  await owner
    .begin(async (tx) => {
      await tx.unsafe(sql)
      seen = await schemaState(tx)
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return seen
}

/** Migrates an empty database and dies at each point that is chosen; the number of those where something was half done. */
export function dieOnTheWay(choose: (statements: number) => number[]): Promise<number> {
  return withEmptyDatabase(async (bench) => {
    const migrations = listMigrations()
    await bench.migrate([])
    let points = 0
    for (const [at, migration] of migrations.entries()) {
      const done = migrations.slice(0, at)
      const statements = statementsOf(migration.sql)
      const chosen = new Set(choose(statements.length))
      const before = chosen.size > 0 ? await bench.state() : ''
      for (const upTo of chosen) {
        const where = `${migration.name}, after statement ${upTo}`
        const sql = statements.slice(0, upTo).join('')
        // `create … if not exists` may have done nothing yet; dying after it would prove nothing.
        if ((await stateHalfway(bench, sql)) === before) continue
        await expect(bench.migrate([...done, { name: migration.name, sql: sql + DIES }]), where).rejects.toThrow()
        expect(await bench.state(), where).toBe(before)
        points += 1
      }
      expect(await bench.migrate([...done, migration])).toBe(1)
    }
    return points
  })
}
