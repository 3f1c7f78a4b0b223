import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newCounty, testConfig } from '../../../test/scenario/scenario.ts'
import { type Database, openDatabase, setScope, type Tx } from '../../kernel/db.ts'
import { useKeys } from '../../kernel/seal.ts'
import { listHouseholdRows } from './sql.rosters.ts'
import { listFound } from './sql.search.ts'
import { listKnown, listStatements } from './sql.ts'

const PERSONS = 330_000
const county = newCounty()
let db: Database
let digest: Buffer
let personId: string

/** A county as large as the reference county, written past the API because only its size matters here. */
beforeAll(async () => {
  const config = testConfig()
  useKeys(config.keys)
  db = openDatabase(config)
  const admin = postgres(inject('adminUrl').replace(/[^/]*$/, new URL(inject('ownerUrl')).pathname.slice(1)), {
    max: 1,
  })
  await admin.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`create temp table met on commit drop as
      select gen_random_uuid() as id, ${county} || (100 + n % 20)::text as division, sha256(n::text::bytea) as digest, now() as at
      from generate_series(1, ${PERSONS}::int) n`
    await tx`insert into people.person select ${county}, id, division, true, null, at, at from met`
    await tx`insert into people.identity (county, id, person_id, division, name, digest, recorded_at, received_at)
      select ${county}, id, id, division, '\\x01', digest, at, at from met`
    await tx`insert into people.blind_index select ${county}, digest, id, 'document', division from met`
    await settle(tx)
    const [one] = await tx<
      { id: string; digest: Buffer }[]
    >`select id, digest from met where division = ${`${county}107`} limit 1`
    if (!one) throw new Error('nobody made')
    digest = one.digest
    personId = one.id
  })
  await admin`analyze people.person, people.identity, people.blind_index, people.search_token, people.dwelling, people.membership`
  await admin.end()
}, 120_000)
afterAll(() => db.close())

const NAMES = 5_000

/** Three to a household, in twenty villages of each township; one of five thousand names each, and a tail. */
async function settle(tx: postgres.TransactionSql): Promise<void> {
  await tx`create temp table home on commit drop as
    select gen_random_uuid() as id, division || (201 + row_number() over (order by id) % 20)::text as division,
      array[id, lead(id) over w, lead(id, 2) over w] as members, at, row_number() over w as nth
    from met window w as (partition by division order by id)`
  await tx`delete from home where nth % 3 <> 1`
  await tx`insert into people.dwelling (county, id, household_id, division, block, walk_order, since, recorded_at, received_at, digest)
    select ${county}, id, id, division, '第1组', nth, current_date, at, at, '' from home`
  await tx`insert into people.membership (county, id, household_id, person_id, division, relation, head, since, recorded_at, received_at, digest)
    select ${county}, gen_random_uuid(), home.id, person_id, division, 'not-said', false, current_date, at, at, ''
    from home, unnest(members) person_id where person_id is not null`
  await tx`insert into people.search_token
    select ${county}, ('x' || substr(encode(digest, 'hex'), 1, 8))::bit(32)::bigint % ${NAMES}::int, division, id from met`
  await tx`insert into people.search_token
    select ${county}, 1000000 + ('x' || substr(encode(digest, 'hex'), 9, 8))::bit(32)::bigint % 10000, division, id from met`
}

interface Plan {
  'Node Type': string
  'Index Name'?: string
  'Actual Rows': number
  Plans?: Plan[]
  [detail: string]: unknown
}

/** The very query of sql.ts, asked how it would be and was carried out. */
function explaining(tx: Tx): Tx {
  const tagged = (strings: TemplateStringsArray, ...values: never[]) => {
    // A piece of a statement stays what it is.
    if (!/^\s*select\b/.test(strings[0] ?? '')) return tx(strings, ...values)
    const parts = [`explain (analyze, buffers, format json) ${strings[0]}`, ...strings.slice(1)]
    return tx(Object.assign(parts, { raw: parts }) as unknown as TemplateStringsArray, ...values)
  }
  return tagged as unknown as Tx
}

function asShift<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transact(async (tx) => {
    await setScope(tx, {
      county,
      division: `${county}107`,
      actorId: randomUUID(),
      role: 'checkpoint-shift',
      purpose: null,
    })
    return work(tx)
  })
}
async function planOf(query: (tx: Tx) => Promise<unknown>): Promise<Plan> {
  const rows = (await asShift((tx) => query(explaining(tx)))) as Array<{ 'QUERY PLAN': Array<{ Plan: Plan }> }>
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan
  if (!plan) throw new Error('no plan')
  return plan
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const blocksOf = (plan: Plan) => Number(plan['Shared Hit Blocks']) + Number(plan['Shared Read Blocks'])

/** A condition that names a context function, or what it was inlined to, calls it for each row; an init plan is called once. */
const perRow = (plan: Plan) =>
  nodesOf(plan)
    .flatMap((node) =>
      ['Filter', 'Index Cond', 'Recheck Cond', 'Join Filter', 'One-Time Filter'].map((key) => String(node[key] ?? '')),
    )
    .filter((condition) => /current_setting|app_(county|from|to|role|actor|purpose)\(/.test(condition))

test('a person among 330,000 is found by one indexed look-up, as the restricted role', async () => {
  const found = await asShift((tx) => listKnown(tx, [digest]))
  expect(found).toEqual([{ digest, personId, visible: true }])
  const plan = await planOf((tx) => listKnown(tx, [digest]))
  expect(nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
  expect(perRow(plan)).toEqual([])
  expect(blocksOf(plan)).toBeLessThan(60)
})

test('inside the look-up, too, an index answers and no function is called per row', async () => {
  const [body] = await db.transact(
    (tx) => tx<{ src: string }[]>`select prosrc as src from pg_proc where oid = 'people.known'::regproc`,
  )
  const owner = postgres(inject('ownerUrl'), { max: 1 })
  const plan = await owner.begin(async (tx) => {
    await tx.unsafe(`set local app.county = '${county}'`)
    const asked = (body?.src ?? '').replace('unnest(digests)', `unnest(array['\\x${digest.toString('hex')}'::bytea])`)
    const [row] = await tx.unsafe<Array<{ 'QUERY PLAN': Array<{ Plan: Plan }> }>>(
      `explain (analyze, buffers, format json) ${asked}`,
    )
    return row?.['QUERY PLAN'][0]?.Plan
  })
  await owner.end()
  if (!plan) throw new Error('no plan')
  const scans = nodesOf(plan).filter((node) => node['Relation Name'] === 'blind_index')
  expect(scans.map((node) => node['Node Type'])).toEqual([
    expect.stringMatching(/^Index( Only)? Scan$|^Bitmap Heap Scan$/),
  ])
  expect(perRow(plan)).toEqual([])
  expect(blocksOf(plan)).toBeLessThan(20)
})

test('reading fifty persons costs fifty look-ups, not a walk through the county', async () => {
  const ids = await asShift(
    (tx) => tx<{ id: string }[]>`select id from people.person where county = ${county} limit 50`,
  )
  const plan = await planOf((tx) =>
    listStatements(
      tx,
      ids.map(({ id }) => id),
    ),
  )
  expect(nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
  expect(perRow(plan)).toEqual([])
  expect(blocksOf(plan)).toBeLessThan(1000)
})

test.each([
  ['the first page of a name that thousands share', [[7n]]],
  ['a tail', [[1_000_007n, 1_000_008n]]],
  ['a tail with a name', [[1_000_007n], [7n]]],
])('searching by %s reads a page of an index, as a township officer', async (_what, terms) => {
  const plan = await planOf((tx) => listFound(tx, terms, { after: null, limit: 50 }))
  expect(nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan')).toEqual([])
  expect(perRow(plan)).toEqual([])
  expect(blocksOf(plan)).toBeLessThan(300)
})

test('a later page of a search begins where the one before ended', async () => {
  const first = await asShift((tx) => listFound(tx, [[7n]], { after: null, limit: 2 }))
  const [, last] = first
  const plan = await planOf((tx) => listFound(tx, [[7n]], { after: last ?? null, limit: 50 }))
  expect(nodesOf(plan).some((node) => String(node['Index Cond'] ?? '').includes('ROW('))).toBe(true)
})

test('the first fifty households of a township come from the index, in walking order', async () => {
  const plan = await planOf((tx) => listHouseholdRows(tx, { state: 'open', limit: 50 }))
  expect(
    nodesOf(plan).filter((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'dwelling_end'),
  ).toEqual([])
  expect(perRow(plan)).toEqual([])
  expect(blocksOf(plan)).toBeLessThan(1500)
  const rows = await asShift((tx) => listHouseholdRows(tx, { state: 'open', limit: 50 }))
  expect(rows.every(({ members }) => members === 3)).toBe(true)
})

test('a condition that does call a function for each row would be noticed', async () => {
  const plan = await planOf((tx) =>
    tx`select id from people.person where county = ${county} and length(division) = kernel.app_county()`.execute(),
  )
  expect(perRow(plan)).toHaveLength(1)
})
