import { readSheet } from './sheet.ts'
import { type Limits, type Part, pack, RefusedFile, type Row } from './table.ts'
import { decode, delimiterOf, readText } from './text.ts'
import { openWorkbook } from './workbook.ts'
import { openPackage } from './zip.ts'

const begins = (bytes: Buffer, ...start: number[]): boolean => start.every((byte, at) => bytes[at] === byte)

export async function* partsOf(bytes: Buffer, limits: Limits): AsyncGenerator<Part[]> {
  const counted = countTo(limits.rows)
  if (begins(bytes, 0x50, 0x4b)) yield* workbookParts(bytes, limits, counted)
  // The container of old spreadsheets, which also holds a new one that is locked with a password.
  else if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new RefusedFile({ code: 'old-format' })
  else yield* textParts(bytes, limits, counted)
  yield [{ end: true }]
}

function countTo(max: number): (rows: readonly Row[], sheet?: string) => Part[] {
  let count = 0
  return (rows, sheet) => {
    count += rows.length
    const last = rows.at(-1)?.nth
    if (count > max) {
      throw new RefusedFile({
        code: 'too-many-rows',
        limit: max,
        ...(sheet ? { sheet } : {}),
        ...(last ? { row: last } : {}),
      })
    }
    return [{ rows: rows.map(({ nth, cells, hidden }) => [nth, cells.map(pack), hidden ? 1 : 0]) }]
  }
}

async function* workbookParts(
  bytes: Buffer,
  limits: Limits,
  counted: ReturnType<typeof countTo>,
): AsyncGenerator<Part[]> {
  const inside = await openPackage(bytes, limits)
  const book = await openWorkbook(inside, limits)
  yield [{ source: { format: 'xlsx', encoding: 'utf-8', delimiter: null } }]
  for (const { name, hidden, part } of book.sheets) {
    yield [{ sheet: { name, hidden } }]
    const rows = readSheet(inside, part, name, book, limits)
    let read = await rows.next()
    for (; !read.done; read = await rows.next()) yield counted(read.value, name)
    yield read.value.map((merged) => ({ merged }))
  }
}

async function* textParts(bytes: Buffer, limits: Limits, counted: ReturnType<typeof countTo>): AsyncGenerator<Part[]> {
  const { text, encoding } = decode(bytes)
  if (/^\s*<(!doctype|html|\?xml|table|head|meta|style)\b/i.test(text)) throw new RefusedFile({ code: 'web-page' })
  if (!looksLikeText(text)) throw new RefusedFile({ code: 'not-a-table' })
  const delimiter = delimiterOf(text)
  yield [{ source: { format: 'csv', encoding, delimiter } }, { sheet: { name: '', hidden: false } }]
  for await (const rows of readText(text, delimiter, limits)) yield counted(rows)
}

/** One stray control character in a thousand is a slip of an old program; more of them are a picture. */
function looksLikeText(text: string): boolean {
  const start = text.slice(0, 100_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const strays = start.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0
  return strays <= Math.max(1, start.length / 1000) && !start.startsWith('%PDF')
}

/** Text of this size cannot take long, whatever stands in it; nothing is unpacked, and starting a child would be most of the work. */
const SMALL_TEXT = 65_536
export const isHarmless = (bytes: Buffer): boolean =>
  bytes.length <= SMALL_TEXT && !begins(bytes, 0x50, 0x4b) && !begins(bytes, 0xd0, 0xcf)
