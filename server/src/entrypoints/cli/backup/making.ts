import { mkdir, open, readdir, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isAlive } from '../../../../../scripts/processes.mjs'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import { figuresAsOf } from '../../../capabilities/reporting/index.ts'
import { type Config, markOfKeys } from '../../../config.ts'
import { setScope } from '../../../kernel/db.ts'
import { contextOf, scopeOf, systemActor } from '../../../kernel/operation.ts'
import { copyOut, type Line, listTables, openLine } from './copying.ts'
import {
  type CountyEntry,
  listBackups,
  MANIFEST,
  type Manifest,
  momentOf,
  nameOf,
  signed,
  type TableEntry,
} from './manifest.ts'

export interface Making {
  config: Pick<Config, 'ownerUrl' | 'keys'>
  /** The folder that holds the backups. */
  to: string
  now?: Date
  onStep?(step: { done: number; total: number; label: string }): void
}
export interface Made {
  folder: string
  manifest: Manifest
}

/**
 * One backup of everything, as of one moment, in a folder of its own. It is called by its name only when all of it is on the disk; what was
 * begun and not finished is taken away by the next one.
 */
export async function backUp({ config, to, now = new Date(), onStep }: Making): Promise<Made> {
  const home = resolve(to)
  const unfinished = join(home, `${nameOf(now)}.part-${process.pid}`)
  const folder = join(home, nameOf(now))
  try {
    await mkdir(home, { recursive: true, mode: 0o700 })
    await clear(home)
    await mkdir(unfinished, { mode: 0o700 })
    const manifest = await write(config, unfinished, now, onStep)
    await rename(unfinished, folder)
    await sync(home)
    return { folder, manifest }
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => {})
    throw await explained(error, home)
  }
}

async function write(config: Making['config'], folder: string, now: Date, onStep: Making['onStep']): Promise<Manifest> {
  const line = await openLine(config.ownerUrl)
  try {
    // Everything is read as it was at one moment, however long it takes and whatever is written meanwhile.
    await line.tx.unsafe('begin isolation level repeatable read read only')
    const [at] = await line.tx<{ postgres: string }[]>`select current_setting('server_version') as postgres`
    const migrations = await line.tx<{ name: string; digest: string }[]>`
      select name, digest from kernel.schema_migration order by name collate "C"`
    const tables = await copyAll(line, folder, onStep)
    const counties = await listCounties(line, now)
    const manifest = signed({
      format: 1,
      madeAt: now.toISOString(),
      tookMs: Date.now() - now.getTime(),
      postgres: at?.postgres ?? '',
      keys: markOfKeys(config.keys),
      migrations: migrations.map(({ name, digest }) => ({ name, digest })),
      tables,
      counties,
    })
    await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
    await sync(folder)
    return manifest
  } finally {
    await line.end().catch(() => {})
  }
}

async function copyAll(line: Line, folder: string, onStep: Making['onStep']): Promise<TableEntry[]> {
  const tables = await listTables(line.tx)
  const total = tables.reduce((sum, { size }) => sum + size, 0)
  const entries: TableEntry[] = []
  let done = 0
  for (const { size, ...table } of tables) {
    onStep?.({ done, total, label: table.name })
    entries.push(await copyOut(line, table, folder))
    done += size
  }
  onStep?.({ done: total, total, label: '' })
  return entries
}

/** The heads of the audit and the figures, in the same moment: by them a restored county is known to be the one that was put away. */
async function listCounties(line: Line, now: Date): Promise<CountyEntry[]> {
  const heads = await line.tx<{ county: number; seq: number; hash: string }[]>`
    select county, audit_seq::float8 as seq, encode(audit_hash, 'hex') as hash from kernel.county_head order by county`
  const counties: CountyEntry[] = []
  for (const { county, seq, hash } of heads)
    counties.push({ county, audit: { seq, hash }, figures: await figuresOf(line, county, now) })
  return counties
}

export async function figuresOf({ tx }: Line, county: number, moment: Date): Promise<Record<string, number | null>> {
  const actor = systemActor(county)
  await setScope(tx, scopeOf(actor, null))
  const meta = { requestId: 'backup', purpose: null, now: moment, clockOffsetMs: 0 }
  const figures = await figuresAsOf(contextOf(tx, actor, meta), `${county}`, moment)
  return Object.fromEntries(figures.map(({ name, value }) => [name, value]))
}

/** Beginnings of backups whose makers are no longer there. */
async function clear(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^qunfang-.*\.part-(\d+)$/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) await rm(join(home, name), { recursive: true, force: true })
  }
}

/** Takes away what is older than so many days; the newest stays however old it is. */
export async function forgetOld(to: string, days: number, now: Date): Promise<string[]> {
  const old = listBackups(to)
    .slice(0, -1)
    .filter((name) => (momentOf(name)?.getTime() ?? Number.POSITIVE_INFINITY) < now.getTime() - days * 86_400_000)
  for (const name of old) {
    // Without its manifest it is no backup any more, should this be interrupted.
    await rm(join(to, name, MANIFEST), { force: true })
    await rm(join(to, name), { recursive: true, force: true })
  }
  return old
}

async function sync(folder: string): Promise<void> {
  // Windows cannot open a folder.
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG']
const CLOSED = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']
async function explained(error: unknown, folder: string): Promise<unknown> {
  const code = String((error as { code?: unknown }).code)
  if (FULL.includes(code)) {
    const free = await statfs(folder).then(
      ({ bavail, bsize }) => `${Math.round((bavail * bsize) / 1e6)} MB`,
      () => '?',
    )
    return new Trouble(
      `${folder} 的磁盘满了(剩 ${free}),备份没有做成;数据库不受影响,以前的备份都在。请腾出空间,或换一个文件夹:--to 另一个/文件夹`,
      `The disk of ${folder} is full (${free} left), so there is no backup; the database is as it was, and so are earlier backups. Make room, or take another folder: --to another/folder`,
    )
  }
  if (CLOSED.includes(code))
    return new Trouble(
      `文件夹 ${folder} 不可写(${code}),备份没有做成。请换一个文件夹:--to 另一个/文件夹`,
      `The folder ${folder} cannot be written (${code}), so there is no backup. Take another one: --to another/folder`,
    )
  return error
}
