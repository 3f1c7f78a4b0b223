import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { expect } from 'vitest'
import { startDatabase } from '../../../scripts/database.mjs'
import { freePort } from '../../../scripts/processes.mjs'
import { readConfig } from '../../src/config.ts'
import { listMigrations, migrate } from '../../src/entrypoints/cli/migrate.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { schemaState } from './schema-state.ts'

const MAIN = fileURLToPath(new URL('../../src/entrypoints/http/main.ts', import.meta.url))

export interface MigrationRig {
  /** Starts the server on an empty database, kills it or the database at a moment that is nobody's choice, and starts again. */
  killOnTheWay(whom: 'server' | 'database'): Promise<boolean>
  close(): Promise<void>
}

/** A durable database of our own and the real server process, which migrates when it starts. */
export async function openMigrationRig(): Promise<MigrationRig> {
  const dataFolder = mkdtempSync(join(tmpdir(), `qunfang-test-${process.pid}-`))
  chmodSync(dataFolder, 0o755)
  let database = await startDatabase({ dataFolder })
  const migrations = listMigrations()
  const port = String(await freePort())
  const envOf = () => ({
    DATABASE_URL: database.ownerUrl,
    QUNFANG_DATA: dataFolder,
    QUNFANG_PORT: port,
    QUNFANG_LOG: 'info',
  })
  const inAdmin = async <T>(name: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
    const url = Object.assign(new URL(database.adminUrl), { pathname: `/${name}` }).href
    const sql = postgres(url, { max: 1, onnotice: () => {} })
    return work(sql).finally(() => sql.end({ timeout: 5 }))
  }
  const state = () => inAdmin('qunfang', schemaState)
  const makeEmpty = (name: string) =>
    inAdmin('postgres', async (sql) => {
      await sql`drop database if exists ${sql(name)} with (force)`
      await sql`create database ${sql(name)} owner qunfang template template0`
    })

  /** What may be found after so many migrations, from a database in which nothing was ever killed. */
  async function undisturbed(upTo: number): Promise<string[]> {
    await makeEmpty('undisturbed')
    const url = Object.assign(new URL(database.ownerUrl), { pathname: '/undisturbed' }).href
    const untouched = await inAdmin('undisturbed', schemaState)
    await migrate(readConfig({ ...envOf(), DATABASE_URL: url }), silentLog, migrations.slice(0, upTo))
    const after = await inAdmin('undisturbed', schemaState)
    return upTo === 0 ? [untouched, after] : [after]
  }
  const [complete = ''] = await undisturbed(migrations.length)

  const running = new Set<ChildProcess>()
  function start(onEvent: (event: string) => void) {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      env: envOf(),
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    running.add(child)
    createInterface({ input: child.stdout }).on('line', (line) => onEvent(JSON.parse(line).event))
    return { child, gone: once(child, 'exit').finally(() => running.delete(child)) }
  }

  async function killDatabase(): Promise<void> {
    if (database.pid) process.kill(database.pid, 'SIGKILL')
    await database.lost
    database = await startDatabase({ dataFolder })
  }

  return {
    async killOnTheWay(whom) {
      await makeEmpty('qunfang')
      const last = randomInt(0, migrations.length)
      let done = 0
      const first = await new Promise<ReturnType<typeof start>>((ready) => {
        const begun = start((event) => {
          if (event === 'migrated' && ++done > last) ready(begun)
        })
      })
      await sleep(randomInt(0, 8))
      if (whom === 'database') await killDatabase()
      first.child.kill('SIGKILL')
      await first.gone
      const found = await state()
      expect(await undisturbed(Number(/ after (\d+):/.exec(found)?.[1]))).toContain(found)

      let listening = false
      const second = start((event) => {
        listening ||= event === 'listening'
        if (listening) second.child.kill('SIGTERM')
      })
      await second.gone
      expect(listening).toBe(true)
      expect(await state()).toBe(complete)
      return found !== complete
    },
    close: async () => {
      for (const child of running) child.kill('SIGKILL')
      await database.stop()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
