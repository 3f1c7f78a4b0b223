import type { Cell, Row, SheetRows } from '../exchange/index.ts'
import { kindOf } from '../people/index.ts'
import { checkIdentityNumber, checkPhone, type Sex } from '../people/rules.ts'
import { type AreaBook, areaOf } from './areas.ts'
import { headingsKnown } from './headings.ts'
import { formsOf } from './linkage.names.ts'
import type { Particulars } from './linkage.ts'
import type { Field, RowReason } from './rules.ts'

/** One row with something in it, as it was written and as it was understood. */
export interface ReadRow {
  nth: number
  cells: string[]
  said: Particulars
  /** Why it is not taken; empty when it is. */
  rejected: RowReason[]
  /** What could not be used of a row that is taken. */
  notes: RowReason[]
}

const HEADER_WITHIN = 15

/** The line with most headings we know among the first; without any, the first line with something in it. */
export function findHeader({ rows }: SheetRows): number {
  const first = rows.slice(0, HEADER_WITHIN)
  const known = first.map((row) => headingsKnown(textsOf(row)))
  const most = Math.max(0, ...known)
  return (most >= 2 ? first[known.indexOf(most)] : first[0])?.nth ?? 1
}

const textsOf = ({ cells }: Row): string[] => cells.map((cell) => cell?.text.trim() ?? '')

export function headingsOf({ rows }: SheetRows, headerRow: number): string[] {
  const header = rows.find(({ nth }) => nth === headerRow)
  const below = rows.filter(({ nth }) => nth > headerRow)
  const width = Math.max(header?.cells.length ?? 0, ...below.map(({ cells }) => cells.length))
  const texts = header ? textsOf(header) : []
  return Array.from({ length: width }, (_, at) => (texts[at] ?? '').replace(/\s+/g, ' ').slice(0, 100))
}

export interface RowReader {
  /** Rows below the headings with something in them. */
  below: readonly Row[]
  /** From below the headings to the last of them. */
  read: number
  blank: number
  take(row: Row): ReadRow
}

/** Row by row, so that whoever reads many of them can let others through in between. */
export function rowReader(sheet: SheetRows, headerRow: number, columns: readonly Field[], book: AreaBook): RowReader {
  const below = sheet.rows.filter(({ nth }) => nth > headerRow)
  const documents = columns.indexOf('document')
  const isDamaged = below.some(({ cells }) => documents >= 0 && damage(cells[documents] ?? null) === 'certain')
  const merged = mergedRows(sheet.merged, headerRow)
  const read = Math.max(0, (below.at(-1)?.nth ?? headerRow) - headerRow)
  return {
    below,
    read,
    blank: read - below.length,
    take: (row) => readRow(row, columns, { book, isDamaged, isMerged: merged(row.nth) }),
  }
}

/** `A2:A5` says one thing of four rows, and which of them it is about nobody knows; merged within a row it is only wide. */
function mergedRows(ranges: readonly string[], headerRow: number): (nth: number) => boolean {
  const spans = ranges.flatMap((range) => {
    const [from = 0, to = 0] = range.match(/\d+/g)?.map(Number) ?? []
    return to > from && to > headerRow ? [{ from, to }] : []
  })
  return (nth) => spans.some(({ from, to }) => nth >= from && nth <= to)
}

interface Surroundings {
  book: AreaBook
  /** Another number of the column was damaged by a spreadsheet, so one that ends in 000 and happens to check was too. */
  isDamaged: boolean
  isMerged: boolean
}

function readRow(row: Row, columns: readonly Field[], { book, isDamaged, isMerged }: Surroundings): ReadRow {
  const cells = columns.map((_, at) => row.cells[at]?.text ?? '')
  const cellOf = (field: Field) => row.cells[columns.indexOf(field)] ?? null
  const textOf = (field: Field) => cellOf(field)?.text.normalize('NFKC').trim() ?? ''
  const used = columns.flatMap((field, at) => (field === 'other' ? [] : (row.cells[at] ?? [])))
  const rejected: RowReason[] = []
  const notes: RowReason[] = []
  if (isMerged) rejected.push('merged')
  if (used.some(({ formula }) => formula)) rejected.push('formula')
  if (used.some(({ kind }) => kind === 'error')) rejected.push('error')
  const document = readDocument(cellOf('document'), isDamaged)
  if (document.reason === 'document-damaged') rejected.push(document.reason)
  else if (document.reason) notes.push(document.reason)
  const phone = readPhone(textOf('phone'))
  if (phone === null && textOf('phone') !== '') notes.push('phone-invalid')
  const birth = readBirth(textOf('birth'))
  if (birth === null && textOf('birth') !== '' && !document.birthDate) notes.push('birth-invalid')
  const said: Particulars = {
    name: formsOf(textOf('name').slice(0, 50)),
    document: document.document,
    misread: document.misread,
    phone,
    birthDate: document.birthDate ?? birth,
    sex: document.sex ?? readSex(textOf('sex')),
    division: areaOf(book, { township: textOf('township'), village: textOf('village'), address: textOf('address') }),
  }
  if (rejected.length === 0 && !isEnough(said)) rejected.push('nothing-to-go-by', ...notes)
  return { nth: row.nth, cells, said, rejected, notes }
}

const isEnough = ({ name, document, misread, phone, birthDate, division }: Particulars): boolean =>
  document !== null ||
  phone !== null ||
  (name !== null && (misread !== null || birthDate !== null || (division !== null && division.length >= 9)))

/**
 * A spreadsheet keeps fifteen digits of a number and makes zeros of the rest. `certain` is a number cell, or one in scientific notation,
 * with more; `possible` is text that ends in three zeros.
 */
function damage(cell: Cell | null): 'certain' | 'possible' | null {
  if (!cell) return null
  const text = cell.text.normalize('NFKC').replace(/\s/g, '')
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return 'certain'
  if (cell.kind === 'number' && text.replace(/\D/g, '').length > 15) return 'certain'
  if (!/^\d{15}000$/.test(text)) return null
  return checkIdentityNumber(text).ok ? 'possible' : 'certain'
}

interface ReadDocument {
  document: string | null
  misread: string | null
  birthDate: string | null
  sex: Sex | null
  reason: RowReason | null
}

function readDocument(cell: Cell | null, isDamaged: boolean): ReadDocument {
  const nothing = { document: null, misread: null, birthDate: null, sex: null }
  const text = (cell?.text ?? '')
    .normalize('NFKC')
    .replace(/[\s'‘’`\-.]/g, '')
    .toUpperCase()
  if (text === '' || /^(无|不详|\/|—+|-+)$/.test(text)) return { ...nothing, reason: null }
  const harm = damage(cell)
  if (harm === 'certain' || (harm === 'possible' && isDamaged)) return { ...nothing, reason: 'document-damaged' }
  const id = checkIdentityNumber(text)
  if (id.ok) {
    const { number, birthDate, sex } = id.value
    return { document: number, misread: null, birthDate, sex, reason: null }
  }
  if (/^\d{17}[\dX]$/.test(text)) return { ...nothing, misread: text, reason: 'document-invalid' }
  if (/^(?=.*[A-Z])[A-Z0-9]{5,20}$/.test(text)) return { ...nothing, document: text, reason: null }
  return { ...nothing, reason: 'document-invalid' }
}

/** Several numbers may share a cell; the first that can be one is taken. */
function readPhone(text: string): string | null {
  for (const part of text.split(/[/,、;;]|\s{2,}/)) {
    const phone = part.trim() === '' ? null : checkPhone(part)
    if (phone?.ok) return phone.value
  }
  return null
}

function readSex(text: string): Sex | null {
  if (/^(男|m|male|1)/i.test(text)) return 'male'
  return /^(女|f|female|2)/i.test(text) ? 'female' : null
}

/** 1990-1-1, 1990.1.1, 1990/1/1, 1990年1月1日, 19900101. */
function readBirth(text: string): string | null {
  const found = /^(\d{4})(?:[-./年]\s*(\d{1,2})[-./月]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:T.*|\s.*)?$/.exec(text)
  if (!found) return null
  const [, year = '', m1, d1, m2, d2] = found
  const [month, day] = [Number(m1 ?? m2), Number(d1 ?? d2)]
  const date = new Date(Date.UTC(Number(year), month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && Number(year) >= 1900
  return isReal ? date.toISOString().slice(0, 10) : null
}

/** What the row says of a person, for whoever met them: only what stands, nothing that was guessed. */
export function readPerson(cells: readonly string[], columns: readonly Field[]) {
  const textOf = (field: Field) => (cells[columns.indexOf(field)] ?? '').normalize('NFKC').trim()
  const { document } = readDocument({ kind: 'text', text: textOf('document'), formula: false }, false)
  return {
    name: textOf('name').slice(0, 50) || null,
    document: document === null ? null : { kind: kindOf(document), number: document },
    phone: readPhone(textOf('phone')),
    address: [textOf('township'), textOf('village'), textOf('address')].filter(Boolean).join(' ').slice(0, 200) || null,
  }
}
