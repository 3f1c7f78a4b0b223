import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress, createZstdDecompress } from 'node:zlib'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { type Rows, type Send, type Tx, taggedBy } from '../../../kernel/statement.ts'
import { damaged, type TableEntry } from './manifest.ts'

// One way to write every value, whatever the server is set to.
const WRITTEN_ALIKE =
  '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1 -c jit=off -c row_security=on'

/** One connection that can also be read from and written to by the table. */
export interface Line {
  client: pg.Client
  tx: Tx
  end(): Promise<void>
}
export async function openLine(ownerUrl: string): Promise<Line> {
  const url = new URL(ownerUrl)
  url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} ${WRITTEN_ALIKE}`)
  const client = new pg.Client({ connectionString: url.href, application_name: 'qunfang-backup' })
  // Whoever waits for an answer hears of a lost connection by it.
  client.on('error', () => {})
  await client.connect()
  // One after the other: between them this connection is read by the table.
  let last: Promise<unknown> = Promise.resolve()
  const send: Send = (text, values) => {
    const sent = last.then(() => client.query(values ? { text, values } : text)).then(rowsOf)
    last = sent.catch(() => {})
    return sent
  }
  return { client, tx: taggedBy(send), end: () => client.end() }
}

function rowsOf(result: pg.QueryResult | pg.QueryResult[]): Rows<never[]> {
  const { rows, rowCount } = Array.isArray(result) ? { rows: [], rowCount: 0 } : result
  return Object.defineProperty(rows as never[], 'count', { value: rowCount ?? 0 }) as Rows<never[]>
}

/** Lets everything through and tells how much it was and what it hashes to. */
class Tap extends Transform {
  bytes = 0
  readonly #hash = createHash('sha256')
  readonly #heard: ((bytes: number) => void) | undefined
  constructor(heard?: (bytes: number) => void) {
    super()
    this.#heard = heard
  }
  override _transform(chunk: Buffer, _encoding: string, done: (error: null, chunk: Buffer) => void): void {
    this.bytes += chunk.length
    this.#hash.update(chunk)
    this.#heard?.(chunk.length)
    done(null, chunk)
  }
  digest(): string {
    return this.#hash.digest('hex')
  }
}

export interface StoredTable {
  name: string
  columns: string[]
  /** By which its rows are put in order, wherever they stand. */
  key: string[]
}

/** As SQL takes it, whatever word it is. */
export const quoted = (name: string): string => `"${name.replace('.', '"."')}"`

const reading = ({ name, columns, key }: StoredTable) =>
  `copy (select ${columns.map((one) => `"${one}"`).join(', ')} from ${quoted(name)} order by ${key.join(', ')}) to stdout`

/** Writes one table into its file. */
export async function copyOut({ client }: Line, table: StoredTable, folder: string): Promise<TableEntry> {
  const file = `${table.name}.zst`
  const rows = client.query(to(reading(table)))
  const plain = new Tap()
  const packed = new Tap()
  // On the disk, not only on its way there, before the manifest says that it is.
  const kept = createWriteStream(join(folder, file), { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(rows, plain, createZstdCompress(), packed, kept)
  return {
    name: table.name,
    columns: table.columns,
    rows: rows.rowCount,
    bytes: plain.bytes,
    sha256: plain.digest(),
    file,
    packed: packed.bytes,
    packedSha256: packed.digest(),
  }
}

/** What the table hashes to as it stands. */
export async function hashStored({ client }: Line, table: StoredTable): Promise<{ rows: number; sha256: string }> {
  const rows = client.query(to(reading(table)))
  const plain = new Tap()
  await pipeline(rows, plain, nowhere())
  return { rows: rows.rowCount, sha256: plain.digest() }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Fills a table from its file; both ends of what is read on the way are held against the manifest. */
export async function copyIn(
  { client }: Line,
  entry: TableEntry,
  folder: string,
  heard: (bytes: number) => void,
): Promise<void> {
  const columns = entry.columns.map((one) => `"${one}"`).join(', ')
  const kept = client.query(from(`copy ${quoted(entry.name)} (${columns}) from stdin`))
  await readThrough(entry, folder, heard, kept)
  if (kept.rowCount !== entry.rows) throw damaged(entry.file, `应有 ${entry.rows} 行`, `should have ${entry.rows} rows`)
}

/** Reads a file to its end and holds it against the manifest. */
export async function checkFile(entry: TableEntry, folder: string, heard: (bytes: number) => void): Promise<void> {
  let lines = 0
  const count = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++
      done()
    },
  })
  await readThrough(entry, folder, heard, count)
  if (lines !== entry.rows)
    throw damaged(entry.file, `应有 ${entry.rows} 行,现有 ${lines}`, `has ${lines} rows instead of ${entry.rows}`)
}

async function readThrough(
  entry: TableEntry,
  folder: string,
  heard: (bytes: number) => void,
  into: Writable,
): Promise<void> {
  const packed = new Tap(heard)
  const plain = new Tap()
  await pipeline(createReadStream(join(folder, entry.file)), packed, createZstdDecompress(), plain, into).catch(
    (error) => {
      if (/^(ERR_)?(Z|ZSTD)_|^zstd/i.test(String((error as { code?: string }).code)))
        throw damaged(entry.file, '解不开', 'cannot be unpacked')
      throw error
    },
  )
  if (packed.digest() !== entry.packedSha256 || plain.digest() !== entry.sha256)
    throw damaged(entry.file, '与清单不符', 'is not what the manifest says')
}

/** Every table of the product with its columns and its key; what the database works out itself is left out. */
export function listTables(tx: Tx): Promise<Array<StoredTable & { size: number }>> {
  return tx<Array<StoredTable & { size: number }>>`
    select n.nspname || '.' || c.relname as name, pg_table_size(c.oid)::float8 as size,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.nth)
        from pg_index i cross join lateral unnest(i.indkey) with ordinality k (attnum, nth)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$|public$)'
      and c.oid is distinct from to_regclass('kernel.schema_migration')
    order by 1`.execute()
}
