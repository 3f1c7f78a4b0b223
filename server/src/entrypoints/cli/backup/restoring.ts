import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Trouble } from '../../../../../scripts/trouble.mjs'
import type { Config } from '../../../config.ts'
import type { Tx } from '../../../kernel/db.ts'
import { apply, digestOf, listMigrations, type Migration, prepare } from '../migrate.ts'
import { checkFile, copyIn, hashStored, type Line, listTables, openLine, quoted } from './copying.ts'
import { damaged, type Manifest } from './manifest.ts'

export type OnStep = (step: { done: number; total: number; label: string }) => void

export interface Restoring {
  config: Pick<Config, 'ownerUrl' | 'appUrl' | 'clerkUrl' | 'apartUrl'>
  backup: string
  manifest: Manifest
  /** Instead of what is there. */
  replace: boolean
  onStep?: OnStep | undefined
}

/** Reads every file of a backup to its end. */
export async function checkFiles(backup: string, manifest: Manifest, onStep?: OnStep): Promise<void> {
  const total = manifest.tables.reduce((sum, { packed }) => sum + packed, 0)
  let done = 0
  for (const entry of manifest.tables) {
    await checkFile(entry, backup, (bytes) => {
      done += bytes
      onStep?.({ done, total, label: entry.name })
    })
  }
}

/**
 * The whole backup in one transaction, from an empty schema to the last constraint, and only kept when every table that was filled reads as
 * the manifest says: interrupted at any moment it has changed nothing. Each county begins a new epoch in it, so phones send again.
 */
export async function restore({ config, backup, manifest, replace, onStep }: Restoring): Promise<void> {
  const migrations = migrationsOf(manifest)
  const line = await openLine(config.ownerUrl)
  try {
    await line.tx.unsafe('begin')
    await expectAlone(line.tx)
    if (!replace && !(await isEmpty(line))) throw notEmpty()
    await dropAll(line.tx)
    await prepare(line.tx, config)
    for (const migration of migrations) await apply(line.tx, migration, digestOf(migration))
    await fill(line, backup, manifest, onStep)
    await line.tx`update kernel.county_head set epoch = ${randomUUID()}`
    await line.tx.unsafe('commit')
    await line.tx.unsafe('analyze')
  } finally {
    await line.end().catch(() => {})
  }
}

/** The files by which the schema of the backup came to be. What has been added since is applied afterwards, as at every start. */
function migrationsOf(manifest: Manifest): Migration[] {
  const ours = new Map(listMigrations().map((one) => [one.name, one]))
  return manifest.migrations.map(({ name, digest }) => {
    const migration = ours.get(name)
    if (!migration || digestOf(migration) !== digest)
      throw new Trouble(
        `这份备份来自别的版本:迁移 ${name} 这里${migration ? '内容不同' : '没有'}。请用做备份的那个版本(或更新的版本)恢复。`,
        `This backup is of another version: the migration ${name} is ${migration ? 'another one here' : 'unknown here'}. Restore with the version that made it, or a newer one.`,
      )
    return migration
  })
}

/** Somebody who was ended a moment ago may still be leaving. */
async function expectAlone(tx: Tx): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += 100) {
    const [other] = await tx`
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and application_name like 'qunfang%' limit 1`
    if (!other) return
    await sleep(100)
    // What is told of others is kept for a transaction.
    await tx`select pg_stat_clear_snapshot()`
  }
  throw new Trouble(
    '服务还连着这个数据库。请先停止它(在 npm start 那里按 Ctrl-C),再恢复。',
    'A server is still connected to this database. Stop it first (Ctrl-C where npm start runs), then restore.',
  )
}
const PATIENCE_MS = 3_000

const notEmpty = () =>
  new Trouble(
    '这个数据库里已经有数据,没有改动它。确实要用备份代替现有的一切,请加 --replace(建议先给现状做一份备份)。',
    'This database already holds data and was left alone. To put the backup in the place of everything that is there, add --replace (and make a backup of it first).',
  )

/** What the migrations write by themselves, the same for everybody. */
const GIVEN = ['people.purpose']
async function isEmpty({ tx }: Line): Promise<boolean> {
  const tables = (await listTables(tx)).filter(({ name }) => !GIVEN.includes(name))
  if (tables.length === 0) return true
  const [found] = await tx.unsafe<{ any: boolean }[]>(
    `select ${tables.map(({ name }) => `exists (select from ${quoted(name)})`).join(' or ')} as any`,
  )
  return found?.any === false
}

/** Our own schemas, by the migrations that make them. */
async function dropAll(tx: Tx): Promise<void> {
  const made = listMigrations().flatMap(({ sql }) => [
    ...sql.matchAll(/^create schema (?:if not exists )?([a-z_]+)/gim),
  ])
  const names = new Set(['kernel', ...made.map(([, name = '']) => name)])
  for (const name of names) await tx.unsafe(`drop schema if exists ${name} cascade`)
}

async function fill(line: Line, backup: string, manifest: Manifest, onStep?: OnStep): Promise<void> {
  const { tx } = line
  const here = new Map((await listTables(tx)).map((one) => [one.name, one]))
  const known = new Set(manifest.tables.map(({ name }) => name))
  const lacking = [...here.keys()].find((name) => !known.has(name))
  if (lacking || known.size !== here.size)
    throw damaged(lacking ?? 'manifest.json', '与数据库的表对不上', 'does not fit the tables of the database')
  const names = [...here.keys()]
  // Triggers would work out a second time what is in the backup, and row-level security lets nobody fill a table.
  const forced = await tx<{ name: string }[]>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relforcerowsecurity`
  const each = (names: readonly string[], change: string) =>
    tx.unsafe(names.map((name) => `alter table ${quoted(name)} ${change}`).join(';'))
  const forcedNames = forced.map(({ name }) => name)
  await each(names, 'disable trigger user')
  await each(forcedNames, 'no force row level security')
  const foreign = await tx<{ name: string; constraint: string; said: string }[]>`
    select conrelid::regclass::text as name, quote_ident(conname) as constraint, pg_get_constraintdef(f.oid) as said
    from pg_constraint f join pg_namespace n on n.oid = f.connamespace
    where contype = 'f' and n.nspname !~ '^(pg_|information_schema$|public$)' order by 1, 2`
  await tx.unsafe(foreign.map(({ name, constraint }) => `alter table ${name} drop constraint ${constraint}`).join(';'))
  await tx.unsafe(`truncate ${names.map(quoted).join(', ')}`)
  const total = manifest.tables.reduce((sum, { packed }) => sum + packed, 0) * 2
  let done = 0
  for (const entry of manifest.tables) {
    await copyIn(line, entry, backup, (bytes) => {
      done += bytes
      onStep?.({ done, total, label: entry.name })
    })
  }
  await tx.unsafe(
    foreign.map(({ name, constraint, said }) => `alter table ${name} add constraint ${constraint} ${said}`).join(';'),
  )
  await each(forcedNames, 'force row level security')
  await each(names, 'enable trigger user')
  for (const entry of manifest.tables) {
    const table = here.get(entry.name)
    const stored = table && (await hashStored(line, table))
    if (stored?.sha256 !== entry.sha256)
      throw damaged(entry.file, '恢复后读出来不一样', 'does not read the same once it is restored')
    done += entry.packed
    onStep?.({ done, total, label: entry.name })
  }
}
