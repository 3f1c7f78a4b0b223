import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Config } from '../../config.ts'
import { begin, connect, type Tx } from '../../kernel/db.ts'
import type { Log } from '../../kernel/log.ts'

const FOLDER = new URL('../../../migrations/', import.meta.url)
/** Any number that only we use: two processes never migrate one database at the same time. */
const MIGRATION_LOCK = 482_001
const OLDEST_SERVER = 150_000

export interface Migration {
  name: string
  sql: string
}

export function listMigrations(folder: URL = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, sql: readFileSync(new URL(name, folder), 'utf8') }))
}

export const digestOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex')

/** Brings the database to the newest schema: each file in one transaction with its own entry, so a kill leaves old or new. */
export async function migrate(
  config: Pick<Config, 'ownerUrl' | 'appUrl' | 'clerkUrl' | 'apartUrl' | 'keys'>,
  log: Log,
  migrations: Migration[] = listMigrations(),
): Promise<number> {
  // One connection, which holds the lock until it is closed.
  const owner = connect(config.ownerUrl, 1, 'qunfang-migrate')
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const known = await begin(owner, (tx) => prepare(tx, config))
    let count = 0
    for (const migration of migrations) {
      const digest = digestOf(migration)
      const earlier = known.get(migration.name)
      if (earlier === digest) continue
      if (earlier)
        throw new Error(`migration ${migration.name} was changed after it had been applied; write a new one instead`)
      await begin(owner, (tx) => apply(tx, migration, digest))
      log.info({ event: 'migrated', migration: migration.name })
      count++
    }
    await begin(owner, expectOneCounty)
    return count
  } finally {
    await owner.end()
  }
}

export async function apply(tx: Tx, migration: Migration, digest: string): Promise<void> {
  await tx.unsafe(migration.sql)
  await tx`insert into kernel.schema_migration (name, digest) values (${migration.name}, ${digest})`
}

/** The first server that lets statistics be given. */
const TELLS_STATISTICS = 180_000
/**
 * Of a table that was never analysed the planner believes that a county is one row in two hundred, and may look for one id by walking
 * through the whole county. It is told to expect a single one, until it has looked itself.
 */
async function expectOneCounty(tx: Tx): Promise<void> {
  if ((await serverVersion(tx)) < TELLS_STATISTICS) return
  await tx`
    select pg_restore_attribute_stats('schemaname', n.nspname::text, 'relname', c.relname::text, 'attname', 'county', 'inherited', false,
      'null_frac', 0::real, 'avg_width', 4, 'n_distinct', 1::real)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'county' and a.atttypid = 'integer'::regtype
    where c.relkind = 'r' and c.reltuples < 0 and pg_get_userbyid(c.relowner) = current_user`
}

async function serverVersion(tx: Tx): Promise<number> {
  const [server] = await tx<{ version: number }[]>`select current_setting('server_version_num')::int as version`
  return server?.version ?? 0
}

/** What stands before the first migration; returns the digests of those that were applied. */
export async function prepare(
  tx: Tx,
  config: Pick<Config, 'appUrl' | 'clerkUrl' | 'apartUrl'>,
): Promise<Map<string, string>> {
  if ((await serverVersion(tx)) < OLDEST_SERVER) throw new Error('PostgreSQL 15 or newer is needed')
  await keepRole(tx, 'qunfang_app', config.appUrl)
  await keepRole(tx, 'qunfang_clerk', config.clerkUrl)
  await keepRole(tx, 'qunfang_rumours', config.apartUrl)
  await tx`create schema if not exists kernel`
  await tx`
    create table if not exists kernel.schema_migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now()
    )`
  const applied = await tx<{ name: string; digest: string }[]>`select name, digest from kernel.schema_migration`
  return new Map(applied.map((row) => [row.name, row.digest]))
}

/** Makes the role, or gives it the password of our key file when that no longer opens the door. */
async function keepRole(tx: Tx, role: 'qunfang_app' | 'qunfang_clerk' | 'qunfang_rumours', url: string): Promise<void> {
  const password = decodeURIComponent(new URL(url).password)
  const [found] = await tx`select 1 from pg_roles where rolname = ${role}`
  if (found && (await opens(url))) return
  // An owner who is no superuser may set a password but not repeat the other attributes.
  const statement = found ? `alter role ${role}` : `create role ${role} nobypassrls nosuperuser nocreatedb nocreaterole`
  await tx.unsafe(`${statement} login password '${password.replace(/'/g, "''")}'`)
}

async function opens(url: string): Promise<boolean> {
  const door = connect(url, 1, 'qunfang-migrate')
  try {
    await door.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await door.end()
  }
}
