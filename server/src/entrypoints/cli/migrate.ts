import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import type { Config } from '../../kernel/config.ts'
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

type Owner = postgres.Sql<Record<string, never>>

/** Brings the database to the newest schema: each file in one transaction with its own entry, so a kill leaves old or new. */
export async function migrate(
  config: Pick<Config, 'ownerUrl' | 'appUrl' | 'clerkUrl' | 'keys'>,
  log: Log,
  migrations: Migration[] = listMigrations(),
): Promise<number> {
  const sql: Owner = postgres(config.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`
    await prepare(sql, config)
    const applied = await sql<{ name: string; digest: string }[]>`select name, digest from kernel.schema_migration`
    const known = new Map(applied.map((row) => [row.name, row.digest]))
    let count = 0
    for (const migration of migrations) {
      const digest = createHash('sha256').update(migration.sql).digest('hex')
      const earlier = known.get(migration.name)
      if (earlier === digest) continue
      if (earlier)
        throw new Error(`migration ${migration.name} was changed after it had been applied; write a new one instead`)
      await apply(sql, migration, digest)
      log.info({ event: 'migrated', migration: migration.name })
      count++
    }
    return count
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function apply(sql: Owner, migration: Migration, digest: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(migration.sql)
    await tx`insert into kernel.schema_migration (name, digest) values (${migration.name}, ${digest})`
  })
}

async function prepare(sql: Owner, config: Pick<Config, 'ownerUrl' | 'appUrl' | 'clerkUrl' | 'keys'>): Promise<void> {
  const [server] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`
  if ((server?.version ?? 0) < OLDEST_SERVER) throw new Error('PostgreSQL 15 or newer is needed')
  await keepRole(sql, 'qunfang_app', config.appUrl)
  await keepRole(sql, 'qunfang_clerk', config.clerkUrl)
  await sql`create schema if not exists kernel`
  await sql`
    create table if not exists kernel.schema_migration (
      name text primary key, digest text not null, applied_at timestamptz not null default now()
    )`
}

/** Makes the role, or gives it the password of our key file when that no longer opens the door. */
async function keepRole(sql: Owner, role: 'qunfang_app' | 'qunfang_clerk', url: string): Promise<void> {
  const password = decodeURIComponent(new URL(url).password)
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`
  if (found && (await opens(url))) return
  // An owner who is no superuser may set a password but not repeat the other attributes.
  const statement = found ? `alter role ${role}` : `create role ${role} nobypassrls nosuperuser nocreatedb nocreaterole`
  await sql.unsafe(`${statement} login password '${password.replace(/'/g, "''")}'`)
}

async function opens(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 10 })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 5 })
  }
}
