import type postgres from 'postgres'
import { ROLES } from '../../src/kernel/operation.ts'
import { ONE_FORM, wallOf } from './wall-of.ts'

export type Sql = postgres.Sql | postgres.TransactionSql

/** Rows on every side of a scope and above it; the odd ones have the right division and the wrong county. */
const OWN = 900_001
const OTHER = 900_002
const ROWS = [
  { at: 'above', county: OWN, division: '900001' },
  { at: 'before', county: OWN, division: '900001099201' },
  { at: 'own', county: OWN, division: '900001100201' },
  { at: 'after', county: OWN, division: '900001101201' },
  { at: 'foreign', county: OTHER, division: '900002100201' },
  { at: 'odd', county: OTHER, division: '900001100201' },
  { at: 'odd-above', county: OTHER, division: '900001' },
] as const
type Place = (typeof ROWS)[number]
type At = Place['at']
const DIVISION = '900001100'

export interface Column {
  name: string
  type: string
}
export interface Table {
  name: string
  /** Under which role the product reaches it. */
  role: 'qunfang_app' | 'qunfang_rumours'
  columns: Column[]
  /** What the API may do at all; `update` is one column of those it may change. */
  may: { select: boolean; insert: boolean; update: Column | null; delete: boolean }
  clerkReads: boolean
  /** The role that can reach no person may add to it. */
  apartAdds: boolean
}

export async function listTables(sql: Sql): Promise<Table[]> {
  return sql<Table[]>`
    select c.oid::regclass::text as name, r.role,
      (select json_agg(json_build_object('name', a.attname, 'type', t.typname) order by a.attnum) from pg_attribute a
        join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      json_build_object('select', has_table_privilege(r.role, c.oid, 'SELECT'),
        'insert', has_table_privilege(r.role, c.oid, 'INSERT'),
        'update', (select json_build_object('name', a.attname, 'type', t.typname) from pg_attribute a join pg_type t on t.oid = a.atttypid
          where a.attrelid = c.oid and a.attnum > 0 and has_column_privilege(r.role, c.oid, a.attnum, 'UPDATE') limit 1),
        'delete', has_table_privilege(r.role, c.oid, 'DELETE')) as may,
      has_table_privilege('qunfang_clerk', c.oid, 'SELECT') as "clerkReads",
      r.role = 'qunfang_app' and has_table_privilege('qunfang_rumours', c.oid, 'INSERT') as "apartAdds"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (select case n.nspname when 'rumours' then 'qunfang_rumours' else 'qunfang_app' end as role) r
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and c.oid::regclass::text <> 'kernel.schema_migration'
    order by 1`
}

const VALUES: Record<string, string> = {
  int4: '(random() * 1e9)::int',
  int8: '(random() * 1e12)::bigint',
  float8: 'random()',
  numeric: '36.5',
  bool: 'true',
  uuid: 'gen_random_uuid()',
  text: 'md5(random()::text)',
  bytea: 'uuid_send(gen_random_uuid())',
  timestamptz: 'now()',
  date: 'current_date',
  tstzrange: 'tstzrange(now(), null)',
  daterange: 'daterange(current_date, null)',
  time: 'localtime',
  int2: '1',
  jsonb: `'{}'::jsonb`,
  _uuid: `'{}'::uuid[]`,
  _int4: `'{}'::integer[]`,
  _text: `'{}'::text[]`,
  _timestamptz: 'array[now()]',
}

function insertion({ name, columns }: Table, { at, county, division }: Place, said?: Record<string, string>): string {
  const values = columns.map((column) => {
    if (said && column.name in said) return said[column.name]
    if (column.name === 'county') return String(county)
    if (column.name === 'division') return `'${division}'`
    // What was sent to somebody else: one row of a neighbour and one of another county name the own township.
    if (column.name === 'to_division') return `'${at === 'before' || at === 'foreign' ? `${DIVISION}201` : division}'`
    const value = VALUES[column.type]
    if (!value) throw new Error(`no value known for a ${column.type} (${name}.${column.name})`)
    return value
  })
  return `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${values.join(', ')})`
}

/** Makes any row possible, so that the walls alone decide, and puts a row on every side of every wall. */
export async function fillTables(admin: Sql, tables: readonly Table[]): Promise<void> {
  const constraints = await admin<{ line: string }[]>`
    select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as line from pg_constraint
    where contype in ('c', 'f', 'x', 'p', 'u') and conrelid::regclass::text = any (${tables.map(({ name }) => name)})`
  for (const { line } of constraints) await admin.unsafe(line)
  for (const { name } of tables) await admin.unsafe(`alter table ${name} disable trigger user`)
  for (const table of tables) for (const row of ROWS) await admin.unsafe(insertion(table, row))
}

interface Asker {
  role: string
  county: number | null
  division: string
}
/** Every role on a township's seat, and a village, the whole county, the system, nobody, and a connection that says nothing. */
const ASKERS: readonly Asker[] = [
  { role: 'system', county: OWN, division: DIVISION },
  ...ROLES.map((role) => ({ role, county: OWN, division: DIVISION })),
  { role: 'village-cadre', county: OWN, division: `${DIVISION}201` },
  { role: 'county-desk', county: OWN, division: String(OWN) },
  { role: 'anonymous', county: OWN, division: '' },
  { role: '', county: null, division: '' },
]

const AUDIT_ROLES = ['auditor', 'administrator', 'county-desk', 'data-verifier', 'system']
const JOB_ROLES = ['system', 'county-desk', 'administrator']

function expected(table: Table, verb: 'select' | 'insert' | 'update' | 'delete', asker: Asker): At[] {
  const wall = wallOf(table.name)
  if (asker.county === null) return []
  const county: At[] = ['above', 'before', 'own', 'after']
  const scope: At[] = asker.division === '' ? [] : asker.division === String(OWN) ? county : ['own']
  switch (wall) {
    case 'scope':
      return scope
    case 'path':
      return verb === 'select' && scope.length === 1 ? ['above', ...scope] : scope
    case 'issued':
      return verb === 'select' ? county : scope
    case 'passed':
      return verb === 'select' && scope.length === 1 ? ['before', ...scope] : scope
    case 'everybody':
      throw new Error(`${table.name} has no wall to be tested`)
    case 'county':
      return county
    case 'secret':
      return asker.role === 'system' ? county : []
    case 'audit':
      return verb === 'insert' ? county : AUDIT_ROLES.includes(asker.role) ? scope : []
    case 'job':
      if (verb === 'insert') return county
      return (verb === 'select' ? JOB_ROLES : ['system']).includes(asker.role) ? county : []
  }
}

const settings = ({ role, county, division }: Asker): string =>
  [
    `set local app.county = '${county ?? ''}'`,
    `set local app.division_from = '${division}'`,
    `set local app.division_to = '${division === '' ? '' : `${division}:`}'`,
    `set local app.role = '${role}'`,
  ].join(';')

const PLACE_OF = `case when county = ${OWN} then case left(division, 9) when '900001' then 'above' when '900001099' then 'before' when '${DIVISION}' then 'own' else 'after' end
  else case left(division, 9) when '900001' then 'odd-above' when '${DIVISION}' then 'odd' else 'foreign' end end`

const isPlaced = ({ columns }: Table): boolean => columns.some(({ name }) => name === 'division')

function seen(table: Table, rows: ReadonlyArray<{ at: At; n: number }>): At[] {
  // Without a division the rows of one county cannot be told apart, only counted.
  if (isPlaced(table)) return rows.map(({ at }) => at)
  return rows.flatMap(({ at, n }): At[] => {
    if (at === 'own') return n === 4 ? ['above', 'before', 'own', 'after'] : ['own']
    return n === 3 ? ['foreign', 'odd', 'odd-above'] : ['foreign']
  })
}

type Rows = Array<{ at: At; n: number }> & { count: number }
async function attempt(tx: postgres.TransactionSql, statement: string): Promise<Rows | 'refused'> {
  try {
    return (await tx.savepoint((inner) => inner.unsafe(statement))) as unknown as Rows
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === '42501') return 'refused'
    throw error
  }
}

/** Goes to one table as every asker with every verb it is granted, and tells each answer that is not the one expected. */
export async function* probe(tx: postgres.TransactionSql, table: Table): AsyncGenerator<string> {
  await tx.unsafe(`set local role ${table.role}`)
  for (const asker of ASKERS) {
    await tx.unsafe(settings(asker))
    for (const { verb, got, wanted } of [await reading(tx, table, asker), ...(await changing(tx, table, asker))]) {
      if (got !== wanted)
        yield `${table.name} ${verb} as ${asker.role || 'nobody'} of ${asker.division}: ${got} instead of ${wanted}`
    }
  }
  if (table.apartAdds) {
    await tx.unsafe('set local role qunfang_rumours')
    for (const asker of ASKERS) {
      await tx.unsafe(settings(asker))
      const { got, wanted } = await adding(tx, table, asker, ONE_FORM[table.name])
      if (got !== wanted) yield `${table.name} insert apart as ${asker.role || 'nobody'}: ${got} instead of ${wanted}`
    }
  }
  if (table.clerkReads) {
    await tx.unsafe('set local role qunfang_clerk')
    const [row] = (await tx.unsafe(`select count(*)::int as n from ${table.name}`)) as unknown as Array<{ n: number }>
    if (row?.n !== ROWS.length) yield `${table.name} select as clerk: ${row?.n} rows instead of ${ROWS.length}`
  }
  await tx.unsafe('reset role')
}

interface Answer {
  verb: string
  got: string
  wanted: string
}
const places = (found: readonly string[]): string => [...found].sort().join(' ') || 'nothing'

async function reading(tx: postgres.TransactionSql, table: Table, asker: Asker): Promise<Answer> {
  const placed = isPlaced(table) ? PLACE_OF : `case county when ${OWN} then 'own' else 'foreign' end`
  const rows = await attempt(tx, `select ${placed} as at, count(*)::int as n from ${table.name} group by 1`)
  const wanted = places(table.may.select ? expected(table, 'select', asker) : ['refused'])
  return { verb: 'select', got: places(rows === 'refused' ? [rows] : seen(table, rows)), wanted }
}

/** Without a condition and without a look at what is found: then the policy for reading does not come to the others' help. */
async function changing(tx: postgres.TransactionSql, table: Table, asker: Asker): Promise<Answer[]> {
  const { update, insert } = table.may
  const answers: Answer[] = []
  const changes = {
    update: update && `update ${table.name} set ${update.name} = ${VALUES[update.type]}`,
    delete: table.may.delete && `delete from ${table.name}`,
  }
  for (const verb of ['update', 'delete'] as const) {
    if (!changes[verb]) continue
    const done = await undone(tx, changes[verb])
    const got = done === 'refused' ? done : `${done.count} rows`
    answers.push({ verb, got, wanted: `${expected(table, verb, asker).length} rows` })
  }
  return insert ? [...answers, await adding(tx, table, asker)] : answers
}

async function adding(
  tx: postgres.TransactionSql,
  table: Table,
  asker: Asker,
  form?: Record<string, string>,
): Promise<Answer> {
  const may: At[] = []
  for (const row of ROWS) if ((await undone(tx, insertion(table, row, form))) !== 'refused') may.push(row.at)
  const own: At[] = asker.county === OWN ? ['above'] : []
  return { verb: 'insert', got: places(may), wanted: places(form ? own : expected(table, 'insert', asker)) }
}

class Undo extends Error {}
/** What a statement would have done. */
async function undone(tx: postgres.TransactionSql, statement: string): Promise<Rows | 'refused'> {
  let found: Rows | 'refused' = 'refused'
  await tx
    .savepoint(async (inner) => {
      found = await attempt(inner, statement)
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return found
}
