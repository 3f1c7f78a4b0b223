import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const FOLDER = new URL('../../migrations/', import.meta.url)
let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

test('a migration is dated, named for what it does, and no two share a moment', () => {
  const names = readdirSync(FOLDER)
  expect(names.filter((name) => !/^\d{8}-\d{4}-[a-z0-9-]+\.sql$/.test(name))).toEqual([])
  const moments = names.map((name) => name.slice(0, 13))
  expect(new Set(moments).size).toBe(moments.length)
})

test('a migration makes no sequence and no enum', () => {
  for (const name of readdirSync(FOLDER)) {
    const sql = readFileSync(new URL(name, FOLDER), 'utf8')
    expect(sql, name).not.toMatch(/\b(\w+\s+(big|small)?serial|create\s+sequence|create\s+type\s+\S+\s+as\s+enum)\b/i)
  }
})

test('every table belongs to a county, and its row-level security is forced', async () => {
  const rows = await owner`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as first_key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and n.nspname !~ '^pg_toast'`
  const wrong = rows.filter((row) => !(row.enabled && row.forced && row.first_key === 'county'))
  expect(wrong.map((row) => row.name).filter((name) => !WITHOUT_COUNTY.has(name))).toEqual([])
})

/** Tables that belong to the installation and not to a county, each with its reason. */
const WITHOUT_COUNTY = new Set([
  'kernel.schema_migration', // The list of migrations itself.
  'people.purpose', // The list of purposes, the same for everybody and read-only.
])

/** What is not a fact and may be forgotten by the API itself, each with its reason. */
const MAY_DELETE = new Set([
  'access.failed_guess qunfang_app DELETE', // Counters against guessing, worthless after a day.
])

test('every foreign key carries the county', async () => {
  const rows = await owner`
    select conrelid::regclass::text || ' ' || conname as name from pg_constraint f
    where contype = 'f' and not exists (
      select 1 from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname = 'county')
      and connamespace::regnamespace::text <> 'pgboss'`
  expect(rows.map((row) => row.name)).toEqual([])
})

test('the API may not delete, truncate or step around row-level security', async () => {
  const grants = await owner`
    select table_schema || '.' || table_name || ' ' || grantee || ' ' || privilege_type as name
    from information_schema.role_table_grants
    where grantee in ('qunfang_app', 'PUBLIC') and privilege_type in ('DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES')
      and table_schema not in ('pg_catalog', 'information_schema', 'pgboss')`
  expect(grants.map((row) => row.name).filter((name) => !MAY_DELETE.has(name))).toEqual([])
  const roles = await owner`select rolname, rolbypassrls, rolsuper from pg_roles where rolname = 'qunfang_app'`
  expect(roles[0]).toMatchObject({ rolbypassrls: false, rolsuper: false })
})

test('row-level security calls no volatile function', async () => {
  const rows = await owner`
    select distinct n.nspname || '.' || p.proname as name
    from pg_policy y join pg_depend d on d.objid = y.oid and d.classid = 'pg_policy'::regclass
    join pg_proc p on d.refclassid = 'pg_proc'::regclass and p.oid = d.refobjid join pg_namespace n on n.oid = p.pronamespace
    where p.provolatile = 'v'`
  expect(rows.map((row) => row.name)).toEqual([])
})

test('of a table that nobody has analysed the planner expects one county, so that an id is looked for by its key', async () => {
  const database = new URL(inject('ownerUrl')).pathname.slice(1)
  const admin = postgres(inject('adminUrl').replace(/[^/]*$/, database), { max: 1 })
  try {
    const young = await admin<{ name: string; counties: number | null }[]>`
      select c.oid::regclass::text as name, s.stadistinct as counties from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'county' and a.atttypid = 'integer'::regtype
      left join pg_statistic s on s.starelid = c.oid and s.staattnum = a.attnum
      where c.relkind = 'r' and c.reltuples < 0 and current_setting('server_version_num')::int >= 180000`
    expect(young.filter(({ counties }) => counties !== 1)).toEqual([])
  } finally {
    await admin.end()
  }
})
