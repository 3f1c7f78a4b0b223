import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { columnName, type Limits, RefusedFile, type Row } from './table.ts'
import { isGuarded } from './writing.ts'

const BOMS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

/** UTF-8 when it can be, for no other text is by chance; GB18030 is what Chinese spreadsheets save otherwise. */
export function decode(bytes: Buffer): { text: string; encoding: string } {
  for (const [encoding, bom] of BOMS) {
    if (bom.every((byte, at) => bytes[at] === byte))
      return { encoding, text: decoded(bytes.subarray(bom.length), encoding) }
  }
  const wide = withoutBom(bytes)
  if (wide) return { encoding: wide, text: decoded(bytes, wide) }
  if (bytes.includes(0)) throw new RefusedFile({ code: 'not-a-table' })
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
    } catch {
      // The next one may fit.
    }
  }
  throw new RefusedFile({ code: 'encoding' })
}

function decoded(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new RefusedFile({ code: 'encoding' })
  }
}

/** Commas, digits and line ends of UTF-16 have a zero on one side, always the same one. */
function withoutBom(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 4_000)
  const zeros = [0, 1].map((side) => start.filter((byte, at) => at % 2 === side && byte === 0).length)
  const [even = 0, odd = 0] = zeros
  if (odd > 3 && even === 0) return 'utf-16le'
  return even > 3 && odd === 0 ? 'utf-16be' : null
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The one that stands equally often in most of the first lines. */
export function delimiterOf(text: string): string {
  const said = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (said) return said
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
  const scored = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1)
    const most = Math.max(0, ...counts)
    const usual = [...new Set(counts)].map((count) => [count, counts.filter((one) => one === count).length] as const)
    const [count, times] = usual.filter(([one]) => one > 0).sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
    return { delimiter, score: times * 1_000 + count + most / 1_000 }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score >= 1_000 ? best.delimiter : ','
}

const AT_ONCE = 500

export async function* readText(text: string, delimiter: string, limits: Limits): AsyncGenerator<Row[]> {
  const rows = parse({
    delimiter,
    from_line: /^sep=.\r?\n/.test(text) ? 2 : 1,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.cellChars * 8,
  })
  const source = Readable.from(slices(text))
  source.on('error', (error) => rows.destroy(error))
  source.pipe(rows)
  let nth = 0
  let read: Row[] = []
  try {
    for await (const values of rows as AsyncIterable<string[]>) {
      nth += 1
      const cells = values.map((value, at) => cellOf(value, nth, at + 1, limits))
      while (cells.at(-1) === null) cells.pop()
      if (cells.length > limits.columns) {
        throw new RefusedFile({ code: 'too-many-columns', row: nth, limit: limits.columns })
      }
      if (cells.length > 0) read.push({ nth, cells, hidden: false })
      if (read.length < AT_ONCE) continue
      yield read
      read = []
    }
    if (read.length > 0) yield read
  } catch (error) {
    throw refusalOf(error, limits)
  }
}

/** The parser is ahead of whoever takes the rows, so it says itself where it stands. */
function refusalOf(error: unknown, limits: Limits): unknown {
  const { code = '', records = 0 } = error as { code?: string; records?: number }
  const row = records + 1
  if (code === 'CSV_QUOTE_NOT_CLOSED') return new RefusedFile({ code: 'quote-open', row })
  if (code === 'CSV_MAX_RECORD_SIZE') return new RefusedFile({ code: 'cell-too-long', row, limit: limits.cellChars })
  return code.startsWith('CSV_') ? new RefusedFile({ code: 'malformed', row }) : error
}

function cellOf(value: string, row: number, column: number, limits: Limits) {
  if (value.length > limits.cellChars) {
    throw new RefusedFile({ code: 'cell-too-long', row, column: columnName(column), limit: limits.cellChars })
  }
  if (value.trim() === '') return null
  return { kind: 'text', text: isGuarded(value) ? value.slice(1) : value, formula: false } as const
}

const SLICE = 65_536
function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE)
}
