import { readdirSync, readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { wallOf } from './wall-of.ts'
import { listTables } from './walls.ts'

let owner: postgres.Sql
beforeAll(() => {
  owner = postgres(inject('ownerUrl'), { max: 1 })
})
afterAll(() => owner.end())

/** A piece of SQL: the schemas that are this product's. */
const OURS = "nspname !~ '^(pg_|information_schema)'"

/** Sorted here: the databases a test may meet do not agree on the order of a dot and an underscore. */
const namesOf = (rows: ReadonlyArray<{ name: string }>): string[] => rows.map(({ name }) => name).sort()

/** Columns that the API may change, because they say where something stands and not what happened. All else is append-only. */
const STATE: Record<string, string[]> = {
  'access.account': ['closed_at', 'language'],
  'access.authenticator': ['confirmed_at', 'last_step', 'next_made_at', 'next_sealed', 'secret_sealed'],
  'access.device': ['revoked_at', 'revoked_by'],
  'access.occupancy': ['ends_at'],
  'access.one_time_code': ['tries', 'used_at'],
  'access.passkey': ['counter', 'last_used_at', 'removed_at'],
  'access.password': ['chosen_at', 'given', 'hash', 'set_at'],
  'access.phone_contact': ['oldest_at', 'pending', 'seat_id', 'told_at'],
  'access.recovery_code': ['used_at'],
  'access.seat': ['closed_at'],
  'access.session': ['ended_at', 'factor_at', 'last_used_at'],
  'kernel.job': ['done_at', 'due_at'],
  'places.division': ['valid_to'],
}

test('every table has row-level security, switched on and forced', async () => {
  const rows = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${owner.unsafe(OURS)} and not (c.relrowsecurity and c.relforcerowsecurity)`
  // Signed exemption: the list of migrations, which belongs to the installation and which only its owner reads.
  expect(rows.map(({ name }) => name)).toEqual(['kernel.schema_migration'])
  const [grant] = await owner`select has_table_privilege('qunfang_app', 'kernel.schema_migration', 'SELECT') as may`
  expect(grant?.may).toBe(false)
})

test('every policy names its role, and every table has one for the API', async () => {
  const open = await owner`
    select format('%I.%I', schemaname, tablename) as name from pg_policies
    where 'public' = any (roles) or (permissive <> 'PERMISSIVE' and policyname <> 'known')`
  expect(open.map(({ name }) => name)).toEqual(['people.purpose'])
  const tables = await listTables(owner)
  const covered = await owner`
    select distinct format('%I.%I', schemaname, tablename) as name from pg_policies where roles && array['qunfang_app', 'qunfang_rumours', 'public']::name[]`
  const names = new Set(covered.map(({ name }) => name))
  expect(tables.filter(({ name }) => !names.has(name)).map(({ name }) => name)).toEqual([])
  for (const { name, may } of tables) {
    if (wallOf(name) === 'everybody')
      expect({ name, ...may }).toEqual({ name, select: true, insert: false, update: null, delete: false })
  }
})

test('the roles of the product own nothing, inherit nothing and step around nothing', async () => {
  const roles = await owner`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
      (select count(*)::int from pg_auth_members where member = r.oid) as memberships,
      (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid)
        + (select count(*)::int from pg_namespace where nspowner = r.oid) as owned
    from pg_roles r where rolname in ('qunfang_app', 'qunfang_clerk', 'qunfang_rumours') order by 1`
  const nothing = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    memberships: 0,
    owned: 0,
  }
  expect([...roles]).toEqual([
    { rolname: 'qunfang_app', ...nothing },
    { rolname: 'qunfang_clerk', ...nothing },
    { rolname: 'qunfang_rumours', ...nothing },
  ])
  const creators = await owner`
    select nspname from pg_namespace where ${owner.unsafe(OURS)}
      and (has_schema_privilege('qunfang_app', oid, 'CREATE') or has_schema_privilege('qunfang_clerk', oid, 'CREATE')
        or has_schema_privilege('qunfang_rumours', oid, 'CREATE'))`
  expect(creators.map(({ nspname }) => nspname)).toEqual([])
})

test('views ask with the rights of whoever reads them', async () => {
  const rows = await owner`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${owner.unsafe(OURS)} and not coalesce(c.reloptions @> '{security_invoker=true}', false)`
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('functions with their owner’s rights pin their search path; whatever a policy or a reader calls is not volatile', async () => {
  const rows = await owner<{ name: string; definer: boolean; pinned: boolean; volatile: boolean; callable: boolean }[]>`
    select p.oid::regprocedure::text as name, prosecdef as definer, provolatile = 'v' as volatile,
      coalesce(array_to_string(proconfig, ',') like '%search_path=%', false) as pinned,
      has_function_privilege('qunfang_app', p.oid, 'EXECUTE') and has_schema_privilege('qunfang_app', n.oid, 'USAGE') as callable
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${owner.unsafe(OURS)}
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
  expect(rows.filter(({ definer, pinned }) => definer && !pinned).map(({ name }) => name)).toEqual([])
  expect(rows.filter(({ callable, volatile }) => callable && volatile).map(({ name }) => name)).toEqual([])
  // Every one of these was weighed; see the decision records.
  const definers = namesOf(rows.filter(({ definer }) => definer)).map((name) => name.replace(/\(.*/, ''))
  expect(definers).toEqual([
    'agency_lists.arrive',
    'agency_lists.destroy',
    'funds.posts',
    'funds.public_donations',
    'funds.public_held',
    'isolation.ends',
    'isolation.expect_free',
    'isolation.extends',
    'isolation.kept',
    'isolation.meets',
    'isolation.opens',
    'isolation.passed',
    'isolation.reviews',
    'isolation.shortens',
    'people.alike',
    'people.expect_met',
    'people.housed',
    'people.known',
    'people.met',
    'people.spoken_for',
    'report.rumours_v1',
    'report.rumours_v2',
    'retention.begins',
    'retention.certifies',
    'retention.forgets',
    'sites.leaves',
    'sites.lodged',
    'sites.lodges',
    'sites.moves',
    'sites.orders',
    'sites.rides',
    'sites.steps_once',
    'supplies.enters',
    'supplies.grants',
    'supplies.public_donations',
    'supplies.public_prices',
    'workbooks.destroy',
    'workbooks.forget_parts',
    'workbooks.sweeps',
  ])
})

test('what is recorded is only added to: the API changes named columns of state and nothing else', async () => {
  const rows = await owner<{ name: string; columns: string[] }[]>`
    select c.oid::regclass::text as name, array_agg(a.attname order by a.attname) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind = 'r' and ${owner.unsafe(OURS)} and has_column_privilege('qunfang_app', c.oid, a.attnum, 'UPDATE') group by 1`
  expect(Object.fromEntries(rows.map(({ name, columns }) => [name, columns]))).toEqual(STATE)
  const takes = await owner`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${owner.unsafe(OURS)} and has_table_privilege('qunfang_app', c.oid, 'DELETE, TRUNCATE')`
  expect(takes.map(({ name }) => name)).toEqual(['access.failed_guess'])
})

test('the clerk numbers and counts; it never writes or changes what somebody recorded', async () => {
  const tables = await owner<{ name: string }[]>`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${owner.unsafe(OURS)} and has_table_privilege('qunfang_clerk', c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')`
  expect(namesOf(tables)).toEqual([
    'checkpoints.count_by_day',
    'checkpoints.count_by_hour',
    'checkpoints.count_by_minute',
    'checkpoints.counted',
    'exposures.member',
    'kernel.audit_entry',
    'kernel.audit_inbox',
    'kernel.county_head',
    'kernel.feed_entry',
    'kernel.feed_inbox',
    'kernel.job',
    'responsibility.load',
    'responsibility.post_now',
    'responsibility.standing_of_block',
    'responsibility.standing_of_kind',
    'responsibility.standing_of_village',
    'visits.count_of_block',
    'visits.count_of_village',
    'visits.follow_up_open',
    'visits.home_now',
    'visits.homes_of_block',
    'visits.homes_of_village',
    'visits.step',
  ])
  const chain = await owner`select has_table_privilege('qunfang_clerk', 'kernel.audit_entry', 'UPDATE, DELETE') as may`
  expect(chain[0]?.may).toBe(false)
})

test('every primary key begins with the county, and every foreign key and unique key carries it', async () => {
  const rows = await owner<{ name: string }[]>`
    select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where i.indisunique and ${owner.unsafe(OURS)} and a.attname is distinct from 'county'`
  expect(namesOf(rows)).toEqual(['kernel.schema_migration_pkey', 'people.purpose_pkey'])
  const keys = await owner`
    select conrelid::regclass::text || ' ' || conname as name from pg_constraint f where contype = 'f' and not exists (
      select from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname = 'county')`
  expect(keys.map(({ name }) => name)).toEqual([])
})

test('nobody sets the context for longer than a transaction', () => {
  const folder = new URL('../../src/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/[.]test[.]/.test(name),
  )
  const found = files.filter((name) =>
    /\bset_config\s*\(\s*['"`$]|['"`;]\s*set\s+(?!local\b)(session\s+)?(app\.|role\b)/i.test(
      readFileSync(new URL(name, folder), 'utf8'),
    ),
  )
  expect(found).toEqual([])
  expect(files.length).toBeGreaterThan(50)
})
