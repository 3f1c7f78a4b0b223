import type { SheetPart } from '../exchange/index.ts'
import { columnName, type Row } from '../exchange/index.ts'
import { take, type Words } from './cells.ts'
import { Keeper, type Kept } from './keeping.ts'
import {
  cellBeyondHeadings,
  columnMissing,
  columnTwice,
  columnUnknown,
  mergedCells,
  notAWorkbook,
  nothingInIt,
  passwordInFile,
  sheetHidden,
  sheetTwice,
  sheetUnknown,
} from './problems.ts'
import {
  type Column,
  columnNamed,
  exampleMarks,
  isEnglishLabel,
  type SheetKey,
  type SheetSpec,
  sheetNamed,
} from './rules.sheets.ts'

/** A row as its cells say it, every one in the form its column asks for. */
export interface SoundRow {
  row: number
  values: Record<string, string | null>
}
export interface Fault extends Words {
  row: number
  column: string
}

interface Reading {
  spec: SheetSpec
  columns: Map<number, Column> | null
  /** The last row of the headings. */
  head: number
  last: number
  filled: number
}

export interface Sifted extends Kept {
  sheets: Map<SheetKey, { read: number; blank: number }>
}

/**
 * Takes a file row by row and keeps what can be judged. What is wrong with the file as a whole is thrown; what is wrong with a row is
 * noted with its place, and the others go on.
 */
export async function sift(
  parts: AsyncIterable<SheetPart>,
  area: { county: number; division: string },
): Promise<Sifted> {
  const keeper = new Keeper(area)
  const readings = new Map<SheetKey, Reading>()
  let reading: Reading | null = null
  let foreign = ''
  for await (const part of parts) {
    if ('source' in part) {
      if (part.source.format !== 'xlsx') throw notAWorkbook()
    } else if ('sheet' in part) {
      const spec = sheetNamed(part.sheet.name)
      foreign = part.sheet.name
      if (spec && part.sheet.hidden) throw sheetHidden({ sheet: spec.zh, column: '' })
      if (spec && readings.has(spec.key)) throw sheetTwice({ sheet: spec.zh, column: '' })
      reading = spec ? { spec, columns: null, head: 0, last: 0, filled: 0 } : null
      if (reading) readings.set(reading.spec.key, reading)
    } else if ('merged' in part) {
      throw mergedCells({ sheet: reading?.spec.zh ?? hushed(foreign), range: part.merged })
    } else if (!reading) throw sheetUnknown({ sheet: hushed(foreign), column: '' })
    else readRow(reading, part.row, keeper)
  }
  if (readings.size === 0) throw nothingInIt()
  const kept = keeper.finish(
    Object.fromEntries([...readings].map(([key, { columns }]) => [key, lettersOf(columns ?? new Map())])),
  )
  const sheets = [...readings].map(([key, { head, last, filled }]): [SheetKey, { read: number; blank: number }] => [
    key,
    { read: last - head, blank: last - head - filled },
  ])
  return { ...kept, sheets: new Map(sheets) }
}

/** A name of a sheet may carry what stands in it. */
const hushed = (text: string): string => text.slice(0, 31).replace(/\d{7,}[\dXx]?/g, '…')

const lettersOf = (columns: ReadonlyMap<number, Column>): Record<string, string> =>
  Object.fromEntries([...columns].map(([at, { key }]) => [key, columnName(at + 1)]))

function readRow(reading: Reading, row: Row, keeper: Keeper): void {
  reading.last = row.nth
  if (!reading.columns) {
    reading.columns = headingsOf(reading.spec, row)
    reading.head = row.nth
    return
  }
  const { columns, spec } = reading
  if (row.nth === reading.head + 1 && isSecondHeading(columns, row)) {
    reading.head = row.nth
    return
  }
  const beyond = row.cells.findIndex((cell, at) => cell !== null && cell.text.trim() !== '' && !columns.has(at))
  if (beyond >= 0) throw cellBeyondHeadings({ sheet: spec.zh, column: columnName(beyond + 1), row: row.nth })
  const isFilled = row.cells.some((cell) => cell !== null && (cell.text.trim() !== '' || cell.formula))
  if (!isFilled || isExample(columns, row)) return
  reading.filled += 1
  const faults: Fault[] = row.hidden
    ? [
        {
          row: row.nth,
          column: '',
          zh: '此行是隐藏的,请取消隐藏或删除',
          en: 'This row is hidden; show it or delete it',
        },
      ]
    : []
  const values: Record<string, string | null> = {}
  for (const [at, column] of columns) {
    const taken = take(row.cells[at] ?? null, column)
    if (taken.ok) values[column.key] = taken.value
    else faults.push({ row: row.nth, column: columnName(at + 1), ...taken.why })
  }
  if (faults.length > 0) keeper.refuse(spec.key, faults)
  else keeper.keep(spec.key, { row: row.nth, values }, lettersOf(columns))
}

/** A column that somebody made for what nobody may hand on. */
const SECRET = /密\s*码|口\s*令|验证码|一次性代码|pass\s*word|passwd|\b(pwd|pin|otp|secret)\b/i

function headingsOf(spec: SheetSpec, row: Row): Map<number, Column> {
  const columns = new Map<number, Column>()
  for (const [at, cell] of row.cells.entries()) {
    if (cell === null || cell.text.trim() === '') continue
    const column = columnNamed(spec, cell.text)
    const place = { sheet: spec.zh, column: columnName(at + 1) }
    if (!column && SECRET.test(cell.text)) throw passwordInFile(place)
    if (!column) throw columnUnknown(place)
    if ([...columns.values()].includes(column)) throw columnTwice(place)
    columns.set(at, column)
  }
  const there = new Set([...columns.values()])
  const missing = spec.columns.find((column) => column.required && !there.has(column))
  if (missing) throw columnMissing({ sheet: spec.zh, column: missing.zh })
  return columns
}

const isSecondHeading = (columns: ReadonlyMap<number, Column>, row: Row): boolean =>
  [...columns].every(([at, column]) => isEnglishLabel(column, row.cells[at]?.text ?? ''))

function isExample(columns: ReadonlyMap<number, Column>, row: Row): boolean {
  const at = [...columns].find(([, { key }]) => key === 'mark')?.[0]
  return at !== undefined && exampleMarks.includes(row.cells[at]?.text.trim().toLowerCase() ?? '')
}
