import postgres from 'postgres'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { migrate } from '../../src/entrypoints/cli/migrate.ts'
import { silentLog } from '../../src/kernel/log.ts'
import { type PrivateDatabase, privateDatabase } from './private-database.ts'
import { listMutations } from './wall-mutations.ts'
import { wallOf } from './wall-of.ts'
import { fillTables, listTables, probe, type Table } from './walls.ts'

// A database of its own in which every table has rows on every side of its wall.
let base: PrivateDatabase
let admin: postgres.Sql
let appUrl: string
let tables: Table[]

beforeAll(async () => {
  base = await privateDatabase()
  const config = readConfig({ DATABASE_URL: base.ownerUrl, QUNFANG_DATA: inject('dataFolder') })
  await migrate(config, silentLog)
  appUrl = config.appUrl
  admin = postgres(base.adminUrl, { max: 1, onnotice: () => {} })
  tables = (await listTables(admin)).filter(({ name }) => wallOf(name) !== 'everybody')
  await fillTables(admin, tables)
}, 120_000)
afterAll(async () => {
  await admin.end({ timeout: 5 })
  await base.drop()
})

class Undo extends Error {}
/** What is wrong with a table, with one change made to the schema and taken back again. */
async function tried(change: string | null, table: Table, enough = Number.POSITIVE_INFINITY): Promise<string[]> {
  const deviations: string[] = []
  await admin
    .begin(async (tx) => {
      if (change) await tx.unsafe(change)
      for await (const deviation of probe(tx, table)) if (deviations.push(deviation) >= enough) break
      throw new Undo()
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error
    })
  return deviations
}

test('the database itself keeps every table to its wall, for reading, adding, changing and taking away', async () => {
  const deviations: string[] = []
  for (const table of tables) deviations.push(...(await tried(null, table)))
  expect(deviations).toEqual([])
  expect(tables.length).toBeGreaterThan(30)
}, 120_000)

const NOTICED_ELSEWHERE = new Set([
  // A file goes with its document, which random rows do not make; documents.test.ts reads one from a neighbour, before and after the issue.
  'command.attachment: issued dropped',
  'command.attachment: issued without app_county',
  // Another county's row would have to be filed under that county; r39.test.ts tries one.
  'kernel.feed_inbox: apart without app_county',
])

test('dropping, opening or loosening any single policy is noticed', async () => {
  const unnoticed: string[] = []
  const mutations = await listMutations(admin)
  for (const { table: name, what, sql } of mutations) {
    const table = tables.find((one) => one.name === name)
    if (!table) throw new Error(`no such table ${name}`)
    if ((await tried(sql, table, 1)).length === 0) unnoticed.push(`${name}: ${what}`)
  }
  expect(unnoticed.filter((mutation) => !NOTICED_ELSEWHERE.has(mutation))).toEqual([])
  expect(mutations.length).toBeGreaterThan(tables.length * 4)
}, 300_000)

test('a connection that says nothing reads nothing, before and after it has said something', async () => {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} })
  try {
    const readable = tables.filter(({ may, role }) => may.select && role === 'qunfang_app')
    const count = async () => {
      const found: string[] = []
      for (const { name } of readable) {
        const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${name}`)
        if (row?.n !== 0) found.push(`${name} ${row?.n}`)
      }
      return found
    }
    expect(await count()).toEqual([])
    await sql.begin((tx) =>
      tx.unsafe(
        "set local app.county = '900001'; set local app.division_from = '900001'; set local app.division_to = '900001:'; set local app.role = 'system'",
      ),
    )
    // A setting once used reads as an empty string from now on, no longer as null.
    const [setting] = await sql`select current_setting('app.county', true) as county`
    expect(setting?.county).toBe('')
    expect(await count()).toEqual([])
    expect(readable.length).toBeGreaterThan(30)
  } finally {
    await sql.end({ timeout: 5 })
  }
})
