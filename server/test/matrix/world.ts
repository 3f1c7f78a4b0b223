import { Writable } from 'node:stream'
import postgres from 'postgres'
import { inject } from 'vitest'
import { type App, capabilities, openApp } from '../../src/app.ts'
import { hashLightly } from '../../src/capabilities/access/access.factory.ts'
import { readConfig } from '../../src/config.ts'
import { migrate } from '../../src/entrypoints/cli/migrate.ts'
import { openServer } from '../../src/entrypoints/http/server.ts'
import { openLog, silentLog } from '../../src/kernel/log.ts'
import { privateDatabase } from '../guarantees/private-database.ts'
import { wallOf } from '../guarantees/wall-of.ts'
import { newCounty, stage } from '../scenario/scenario.ts'
import { countyWide, plantArea, shared } from './area.ts'
import { type Callers, seatCallers } from './callers.ts'
import { type Area, made, textsIn } from './part.ts'
import { noteWrites } from './writes.ts'

/** What the own township is told apart from. */
export const FOREIGN = ['other', 'elsewhere'] as const
export type Foreign = (typeof FOREIGN)[number]

export interface World {
  app: App
  server: Awaited<ReturnType<typeof openServer>>
  /** Past every policy. */
  admin: postgres.Sql
  /** What the server has logged of its own mistakes. */
  faults: string[]
  own: Area
  foreign: Record<Foreign, Area>
  /** A township in which there was the same, once: what its ids name is no longer there. */
  gone: Area
  callers: Callers
  canaries: Record<Foreign, Canaries>
  close(): Promise<void>
}

/** Three townships of one county, of which one is emptied again, and one of another county, in a database of their own. */
export async function openWorld(): Promise<World> {
  const base = await privateDatabase()
  const config = {
    ...readConfig({ DATABASE_URL: base.ownerUrl, QUNFANG_DATA: inject('dataFolder'), QUNFANG_POOL: '6' }),
    // Passkeys are bound to a name, never to a bare address.
    publicUrl: 'http://localhost:8130',
  }
  await migrate(config, silentLog)
  const faults: string[] = []
  const app = openApp(config, openLog('error', noting(faults)))
  hashLightly()
  const server = await openServer(app, config)
  const admin = postgres(base.adminUrl, { max: 2, onnotice: () => {} })
  const [here, there] = [stage(app, server, newCounty()), stage(app, server, newCounty())]
  const own = await plantArea(here, '100', '龘')
  const other = await plantArea(here, '101', '靐')
  const gone = await plantArea(here, '102', '鱻')
  const elsewhere = await plantArea(there, '100', '齉')
  await seatNextDoor(own, other)
  const callers = await seatCallers(own)
  await app.kernel.clerk.settleAll()
  await takeAway(admin, gone)
  await noteWrites(admin)
  const foreign = { other, elsewhere }
  const known = await idsIn(admin, own)
  const canaries = {
    other: canariesOf(other, own, await idsIn(admin, other), known),
    elsewhere: canariesOf(elsewhere, own, await idsIn(admin, elsewhere, 'county'), known),
  }
  const close = async () => {
    await server.close()
    await app.close()
    await admin.end({ timeout: 5 })
    await base.drop()
  }
  return { app, server, admin, faults, own, foreign, gone, callers, canaries, close }
}

const noting = (faults: string[]): Writable =>
  new Writable({
    write: (line, _, done) => {
      faults.push(String(line).trim())
      done()
    },
  })

/** Somebody of the own township also sits on a seat of the next one: that seat is the next one's to show. */
async function seatNextDoor(own: Area, { village: division, mark }: Area): Promise<void> {
  const { administrator } = own.hands
  const seat = await made(
    administrator.post('/access/seats', { division, role: 'village-cadre', title: `${mark}兼任` }),
  )
  await made(administrator.post(`/access/seats/${seat.id}/occupy`, { accountId: own.things['accountId'] }))
}

export interface Canaries {
  ids: ReadonlySet<string>
  texts: readonly string[]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const CODE = /^\d{6,12}$/

function canariesOf(area: Area, own: Area, ids: ReadonlySet<string>, known: ReadonlySet<string>): Canaries {
  const common = new Set(textsIn(own.things))
  const said = textsIn(area.things).filter((text) => !common.has(text) && !text.match(UUID) && !CODE.test(text))
  return {
    ids: new Set([...ids].filter((id) => !known.has(id))),
    texts: [...new Set([area.mark, area.township, ...said])],
  }
}

/** Which canaries stand in a text. */
export function canariesIn(text: string, { ids, texts }: Canaries): string[] {
  const found = [...new Set(text.match(UUID) ?? [])].filter((id) => ids.has(id))
  return [...found, ...texts.filter((one) => text.includes(one))]
}

type Part = 'township' | 'county'
interface Table {
  name: string
  columns: string[]
}

const listTables = (admin: postgres.Sql) => admin<Table[]>`
  select format('%I.%I', n.nspname, c.relname) as name, array_agg(a.attname::text) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema|public)' group by 1
  having 'county' = any (array_agg(a.attname::text)) order by 1`

/** The condition that picks an area's rows out of a table; null when its rows belong to the whole county. */
function rowsOf({ columns }: Table, area: Area, part: Part): string | null {
  if (part === 'county') return `county = ${area.county}`
  const inTownship = `county = ${area.county} and division >= '${area.township}' and division < '${area.township}:'`
  if (columns.includes('division')) return inTownship
  if (!columns.includes('account_id')) return null
  return `county = ${area.county} and account_id in (select id from access.account where ${inTownship})`
}

/** One query for all rows of an area, table by table. */
async function askTables(admin: postgres.Sql, area: Area, part: Part, what: string) {
  const queries = (await listTables(admin)).flatMap((table) => {
    const rows = rowsOf(table, area, part)
    return rows ? [`select '${table.name}' as name, ${what} as said from ${table.name} t where ${rows}`] : []
  })
  // Planned once: hundreds of tables are planned for longer than they are read.
  return admin.unsafe<{ name: string; said: string | null }[]>(queries.join(' union all '), [], { prepare: true })
}

async function idsIn(admin: postgres.Sql, area: Area, part: Part = 'township'): Promise<Set<string>> {
  const rows = await askTables(admin, area, part, `string_agg(t::text, ' ')`)
  return new Set(rows.flatMap(({ said }) => said?.match(UUID) ?? []))
}

/** A hash over every row of another area, table by table; after the clerk has been, so that no waiting row is a change. */
export async function fingerprint({ app, admin, foreign }: World, target: Foreign): Promise<Record<string, string>> {
  await app.kernel.clerk.settleAll()
  const what = `count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')`
  const rows = await askTables(admin, foreign[target], target === 'elsewhere' ? 'county' : 'township', what)
  return Object.fromEntries(rows.map(({ name, said }) => [name, said ?? '']))
}

/** Tables in which another area has nothing: what is not there cannot be seen to leak. */
export async function emptyTables(world: World, target: Foreign): Promise<string[]> {
  const served = new Set(['kernel', ...capabilities.map(({ name }) => name.replaceAll('-', '_'))])
  return Object.entries(await fingerprint(world, target)).flatMap(([name, said]) =>
    said.startsWith('0 ') && served.has(name.split('.')[0] ?? '') && !(target === 'other' && countyWide.includes(name))
      ? [name]
      : [],
  )
}

/** As if nothing had ever been in this township, but for what is the county's. */
export async function takeAway(admin: postgres.Sql, area: Area): Promise<void> {
  const tables = await listTables(admin)
  await admin.begin(async (tx) => {
    // Neither foreign keys nor triggers are asked; what hangs on an account goes before the account.
    await tx`set local session_replication_role = 'replica'`
    const last = ['access.account']
    for (const table of [...tables].sort((a, b) => last.indexOf(a.name) - last.indexOf(b.name))) {
      const rows = rowsOf(table, area, 'township')
      if (rows && !shared.includes(table.name)) await tx.unsafe(`delete from ${table.name} where ${rows}`)
    }
  })
}
/** Tables with a wall around what belongs to somebody. */
export async function walledTables({ admin }: World): Promise<string[]> {
  return (await listTables(admin)).map(({ name }) => name).filter((name) => wallOf(name) !== 'everybody')
}

/** The names of all columns, as callers would write them. */
export async function columnNames({ admin }: World): Promise<string[]> {
  const tables = await listTables(admin)
  const names = tables.flatMap(({ columns }) => columns).filter((name) => /^[a-z_]+$/.test(name))
  return [...new Set(names.map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())))].sort()
}
