import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../server/src/config.ts'
import { migrate } from '../server/src/entrypoints/cli/migrate.ts'
import { silentLog } from '../server/src/kernel/log.ts'
import { startDatabase } from './database.mjs'
import { isAlive } from './processes.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    adminUrl: string
    dataFolder: string
  }
}

const FOLDER = /^qunfang-test-(\d+)-/

/** A killed test run leaves its server behind; the next one takes it away. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const runner = FOLDER.exec(name)?.[1]
    if (!runner || isAlive(Number(runner))) continue
    const folder = join(tmpdir(), name)
    try {
      process.kill(Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT')
    } catch {
      // Its server has already gone.
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // It belongs to another user of this machine.
    }
  }
}

/** One real PostgreSQL with the real migrations for the whole run; every test lives in a county of its own. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  sweep()
  const dataFolder = mkdtempSync(join(tmpdir(), `qunfang-test-${process.pid}-`))
  chmodSync(dataFolder, 0o755)
  const database = await startDatabase({ dataFolder, durable: false, settings: { max_connections: 300 } })
  const teardown = async () => {
    await database.stop()
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await migrate(readConfig({ DATABASE_URL: database.ownerUrl, QUNFANG_DATA: dataFolder }), silentLog)
  } catch (error) {
    await teardown()
    throw error
  }
  provide('ownerUrl', database.ownerUrl)
  provide('adminUrl', database.adminUrl)
  provide('dataFolder', dataFolder)
  return teardown
}
