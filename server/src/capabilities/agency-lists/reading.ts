import { createHash } from 'node:crypto'
import { setImmediate as letOthers } from 'node:timers/promises'
import type { Ctx } from '../../kernel/operation.ts'
import { blindIndex } from '../../kernel/seal.ts'
import { columnName, readSheets, type SheetRows, type Sheets } from '../exchange/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { areaBookOf } from './areas.ts'
import { columnsDiffer, fieldTwice, fileNotBase64, listTooLong, nothingToMatchBy, sheetUnknown } from './problems.ts'
import { findHeader, headingsOf, type ReadRow, rowReader } from './rows.ts'
import type { Field } from './rules.ts'

export const ROWS_MAX = 20_000
/** All sheets together; a list that is longer is refused while it is read. */
const READ_MAX = 3 * ROWS_MAX

export interface OpenedFile {
  bytes: Buffer
  sheets: Sheets
  sheet: SheetRows
  headerRow: number
  headings: string[]
}

export async function openFile(asked: {
  file: string
  sheet: string | null
  headerRow: number | null
}): Promise<OpenedFile> {
  if (asked.file.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(asked.file)) throw fileNotBase64()
  const bytes = Buffer.from(asked.file, 'base64')
  const sheets = await readSheets(bytes, { rows: READ_MAX })
  const sheet = chooseSheet(sheets, asked.sheet)
  const headerRow = asked.headerRow ?? findHeader(sheet)
  const rows = sheet.rows.filter(({ nth }) => nth > headerRow).length
  if (rows > ROWS_MAX) throw listTooLong({ max: ROWS_MAX, rows })
  return { bytes, sheets, sheet, headerRow, headings: headingsOf(sheet, headerRow) }
}

/** What nobody sees is not what was meant, unless somebody says so. */
function chooseSheet({ sheets }: Sheets, wanted: string | null): SheetRows {
  const chosen =
    wanted === null
      ? (sheets.find(({ hidden, rows }) => !hidden && rows.length > 0) ?? sheets[0])
      : sheets.find(({ name }) => name === wanted)
  if (!chosen) throw sheetUnknown({ sheet: wanted ?? '' })
  return chosen
}

const AT_A_TIME = 200

export interface ReadRows {
  rows: ReadRow[]
  read: number
  blank: number
}

/** Names are looked up in the dictionary of sounds the first time, which takes a moment for ten thousand of them. */
export async function understand(
  { tx }: Ctx,
  { sheet, headerRow }: OpenedFile,
  columns: readonly Field[],
): Promise<ReadRows> {
  const reader = rowReader(sheet, headerRow, columns, areaBookOf(await nameOfDivisions(tx)))
  const rows: ReadRow[] = []
  for (const row of reader.below) {
    rows.push(reader.take(row))
    if (rows.length % AT_A_TIME === 0) await letOthers()
  }
  return { rows, read: reader.read, blank: reader.blank }
}

/** Whoever confirmed the headings saw this file, or one with the same columns. */
export function confirmedFields(
  { headings }: OpenedFile,
  columns: ReadonlyArray<{ heading: string; field: Field }>,
): Field[] {
  const differs = headings.findIndex((heading, at) => columns[at]?.heading !== heading)
  if (differs >= 0 || columns.length !== headings.length) {
    throw columnsDiffer({ column: columnName((differs < 0 ? headings.length : differs) + 1) })
  }
  const meant = columns.map(({ field }) => field)
  const twice = meant.find((field, at) => field !== 'other' && meant.indexOf(field) !== at)
  if (twice) throw fieldTwice({ field: twice })
  if (!meant.some((field) => field === 'document' || field === 'phone' || field === 'name')) throw nothingToMatchBy()
  return meant
}

export const sha256Of = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** Two offices may send the same file and mean two lists. */
export const fileDigest = (county: number, sender: string, sha256: Buffer): Buffer =>
  blindIndex('agency_lists.file', `${county}/${sender}/${sha256.toString('hex')}`)
