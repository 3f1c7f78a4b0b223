import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import postgres from 'postgres'
import { listEnds, wrongEnd } from './verify-audit-ends.ts'

/**
 * Checks the audit chain of every county against itself and against heads that were published earlier and kept elsewhere. On
 * purpose it shares no code with the server: what one of them gets wrong the other finds.
 */
export interface PublishedHead {
  county: number
  seq: number
  hash: string
  /** When the entry was made. Without it nothing can be said of a head whose entry has ended its term since. */
  at?: string
}

type Sql = postgres.Sql | postgres.TransactionSql

/** The fields a hash covers, in the order of their names, as the column each comes from. */
const FIELDS = [
  ['accountId', 'account_id'],
  ['actorKind', 'actor_kind'],
  ['at', `to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`],
  ['count', 'count'],
  ['county', 'county'],
  ['deviceId', 'device_id'],
  ['division', 'division'],
  ['id', 'id'],
  ['note', 'note'],
  ['operation', 'operation'],
  ['purpose', 'purpose'],
  ['requestId', 'request_id'],
  ['role', 'role'],
  ['seatId', 'seat_id'],
  ['seq', 'seq::int'],
  ['subject', 'subject'],
] as const

const SELECT = `select ${FIELDS.map(([name, column]) => `${column} as "${name}"`).join(', ')}, encode(hash, 'hex') as hash
  from kernel.audit_entry where county = $1 order by seq, id`
type Row = Record<string, string | number | null> & { seq: number; at: string; hash: string }

function link(previous: string, row: Row): string {
  const said = FIELDS.map(([name]) => {
    // The clock of the audit ticks in milliseconds; anything finer in the table was put there afterwards.
    const value = name === 'at' ? row.at.replace(/000$/, 'Z') : row[name]
    return `"${name}":${JSON.stringify(value ?? null)}`
  })
  return createHash('sha256')
    .update(Buffer.from(previous, 'hex'))
    .update(`{${said.join(',')}}`)
    .digest('hex')
}

export interface Verdict {
  county: number
  entries: number
  /** How many of them ended their term and are gone: the chain is followed from there. */
  ended: number
  head: string
  /** When the last entry was made. */
  at: string | null
  /** What is wrong, first fault first; empty when nothing is. */
  faults: string[]
}

/** Follows one county's chain from its first entry that is left. One fault is enough: whatever stands behind it proves nothing. */
export async function verifyCounty(sql: Sql, county: number, published: readonly PublishedHead[]): Promise<Verdict> {
  const gone = await listEnds(sql, county)
  const ours = published.filter((one) => one.county === county)
  const { through: ended, hash: from } = gone.ends.at(-1) ?? { through: 0, hash: '' }
  const awaited = new Map(ours.filter((one) => one.seq > ended).map((one) => [one.seq, one.hash]))
  let [seq, hash, at]: [number, string, string | null] = [ended, from, null]
  let fault = wrongEnd(gone, ours)
  for await (const rows of sql.unsafe<Row[]>(SELECT, [county]).cursor(5000)) {
    if (fault) break
    for (const row of rows) {
      if (row.seq !== seq + 1) fault = `entry ${seq + 1} is missing or stands twice`
      else if (link(hash, row) !== row.hash) fault = `entry ${row.seq} was changed`
      else if (awaited.has(row.seq) && awaited.get(row.seq) !== row.hash)
        fault = `entry ${row.seq} is not the one that was published`
      if (fault) break
      awaited.delete(row.seq)
      seq = row.seq
      hash = row.hash
      at = `${row.at.slice(0, 23)}Z`
    }
  }
  const [stored] = await sql.unsafe<{ seq: number; hash: string }[]>(
    `select audit_seq::int as seq, encode(audit_hash, 'hex') as hash from kernel.county_head where county = $1`,
    [county],
  )
  const faults = fault ? [fault] : []
  if (!fault && (stored?.seq !== seq || stored.hash !== hash))
    faults.push(`the chain ends at ${seq}, its head says ${stored?.seq ?? 'nothing'}`)
  if (!fault && awaited.size > 0)
    faults.push(`published up to ${Math.max(...awaited.keys())}, the chain ends at ${seq}`)
  return { county, entries: seq, ended, head: hash, at, faults }
}

export async function listCounties(sql: Sql, published: readonly PublishedHead[]): Promise<number[]> {
  const rows = await sql.unsafe<{ county: number }[]>(
    'select county from kernel.county_head union select county from kernel.audit_entry',
  )
  return [...new Set([...rows.map(({ county }) => county), ...published.map(({ county }) => county)])].sort()
}

function addressOf(dataFolder: string): string {
  const given = process.env['DATABASE_URL']
  const memo = join(dataFolder, 'database.json')
  if (given || !existsSync(memo)) return given ?? ''
  const { owner, port } = JSON.parse(readFileSync(memo, 'utf8'))
  return `postgres://qunfang:${owner}@127.0.0.1:${port}/qunfang`
}

async function main(): Promise<number> {
  const options = { heads: { type: 'string' }, publish: { type: 'string' } } as const
  const { heads: file, publish } = parseArgs({ options }).values
  const address = addressOf(process.env['QUNFANG_DATA'] ?? 'data')
  if (!address) {
    console.error(
      '没有找到数据库:请先 npm start,或给出 DATABASE_URL。  No database: run npm start, or give DATABASE_URL.',
    )
    return 2
  }
  const heads: PublishedHead[] = file ? JSON.parse(readFileSync(file, 'utf8')) : []
  const sql = postgres(address, { max: 1, onnotice: () => {} })
  try {
    const verdicts: Verdict[] = []
    for (const county of await listCounties(sql, heads)) verdicts.push(await verifyCounty(sql, county, heads))
    for (const { county, entries, ended, head, faults } of verdicts) {
      console.log(
        `${county}  ${entries} 条 entries${ended ? `(${ended} 条到期 ended)` : ''}  ${head.slice(0, 16)}  ${faults.length === 0 ? '完好 sound' : `有误 WRONG: ${faults.join('; ')}`}`,
      )
    }
    const sound = verdicts.every(({ faults }) => faults.length === 0)
    if (publish && sound)
      writeFileSync(
        publish,
        `${JSON.stringify(verdicts.map(({ county, entries, head, at }) => ({ county, seq: entries, hash: head, ...(at ? { at } : {}) })))}\n`,
      )
    return sound ? 0 : 1
  } finally {
    await sql.end({ timeout: 5 })
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main()
