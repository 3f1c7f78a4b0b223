import { dateOf } from './dates.ts'
import { type Cell, columnName, type Limits, RefusedFile, type Row } from './table.ts'
import { unescaped, type Workbook } from './workbook.ts'
import { heard, type Listener } from './xml.ts'
import type { Package } from './zip.ts'

const MERGED_MAX = 2_000

interface Writing {
  column: number
  type: string
  style: number
  formula: boolean
  value: string
}

/** What is heard of one sheet, put together to rows. */
class SheetHearing implements Listener {
  rows: Row[] = []
  readonly merged: string[] = []
  readonly #book: Workbook
  readonly #limits: Limits
  readonly #sheet: string
  #row: Row | null = null
  #nth = 0
  #cell: Writing | null = null
  #column = 0
  #takes = false
  #isReading = true
  constructor(book: Workbook, limits: Limits, sheet: string) {
    this.#book = book
    this.#limits = limits
    this.#sheet = sheet
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    switch (tag) {
      case 'row':
        this.#beginRow(attributes)
        return
      case 'c':
        this.#beginCell(attributes)
        return
      case 'f':
        if (this.#cell) this.#cell.formula = true
        return
      case 'rPh':
        this.#isReading = false
        return
      case 'v':
      case 't':
        this.#takes = this.#cell !== null && this.#isReading
        return
      case 'mergeCell':
        this.merged.push(attributes.ref ?? '')
        if (this.merged.length > MERGED_MAX) throw this.#refuse('malformed')
        return
      default:
    }
  }

  text(text: string): void {
    if (this.#takes && this.#cell) this.#cell.value += text
  }

  close(tag: string): void {
    this.#takes = false
    if (tag === 'rPh') this.#isReading = true
    if (tag === 'c') this.#endCell()
    if (tag === 'row') {
      if (this.#row?.cells.some((cell) => cell !== null)) this.rows.push(this.#row)
      this.#row = null
    }
  }

  #beginRow({ r, hidden }: Readonly<Record<string, string>>): void {
    const nth = r === undefined ? this.#nth + 1 : Number(r)
    if (!Number.isInteger(nth) || nth <= this.#nth || nth > 1_048_576) throw this.#refuse('malformed')
    this.#nth = nth
    this.#column = 0
    this.#row = { nth, cells: [], hidden: /^(1|true)$/.test(hidden ?? '') }
  }

  #beginCell({ r, t = 'n', s }: Readonly<Record<string, string>>): void {
    if (!this.#row) throw this.#refuse('malformed')
    const column = r === undefined ? this.#column + 1 : columnOf(r, this.#nth)
    if (column <= this.#column) throw this.#refuse('malformed')
    this.#column = column
    this.#cell = { column, type: t, style: Number(s ?? 0), formula: false, value: '' }
  }

  #endCell(): void {
    const written = this.#cell
    this.#cell = null
    if (!written || !this.#row) return
    const cell = this.#read(written)
    if (cell === null) return
    if (written.column > this.#limits.columns) throw this.#refuse('too-many-columns', this.#limits.columns)
    if (cell.text.length > this.#limits.cellChars) throw this.#refuse('cell-too-long', this.#limits.cellChars)
    while (this.#row.cells.length < written.column - 1) this.#row.cells.push(null)
    this.#row.cells.push(cell)
  }

  #read({ type, style, formula, value }: Writing): Cell | null {
    if (value === '') return formula ? { kind: 'text', text: '', formula } : null
    switch (type) {
      case 's': {
        const text = this.#book.texts[Number(value)]
        if (text === undefined) throw this.#refuse('malformed')
        return text.trim() === '' ? null : { kind: 'text', text, formula }
      }
      case 'str':
      case 'inlineStr':
        return value.trim() === '' ? null : { kind: 'text', text: unescaped(value), formula }
      case 'b':
        return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE', formula }
      case 'e':
        return { kind: 'error', text: value, formula }
      case 'd':
        return { kind: 'date', text: value, formula }
      case 'n':
        return this.#number(value.trim(), style, formula)
      default:
        throw this.#refuse('malformed')
    }
  }

  #number(written: string, style: number, formula: boolean): Cell {
    const value = Number(written)
    if (written === '' || !Number.isFinite(value)) throw this.#refuse('malformed')
    const date = this.#book.dateStyles[style] ? dateOf(value, this.#book.from1904) : null
    if (date !== null) return { kind: 'date', text: date, formula }
    return { kind: 'number', text: Math.abs(value) < 1e15 ? String(value) : written, formula }
  }

  #refuse(code: 'malformed' | 'too-many-columns' | 'cell-too-long', limit?: number): RefusedFile {
    const at = { sheet: this.#sheet, row: this.#nth, ...(this.#column > 0 ? { column: columnName(this.#column) } : {}) }
    return new RefusedFile({ code, ...at, ...(limit === undefined ? {} : { limit }) })
  }
}

/** `AB12` in row 12 is column 28. */
function columnOf(reference: string, row: number): number {
  const [, letters = '', digits] = /^([A-Z]{1,3})(\d+)$/.exec(reference) ?? []
  if (letters === '' || Number(digits) !== row) return -1
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

/** Rows as they come, then the ranges that were merged. */
export async function* readSheet(
  pack: Package,
  part: string,
  sheet: string,
  book: Workbook,
  limits: Limits,
): AsyncGenerator<Row[], string[]> {
  const hearing = new SheetHearing(book, limits, sheet)
  for await (const _ of heard(pack.inflate(part), hearing)) {
    if (hearing.rows.length === 0) continue
    yield hearing.rows
    hearing.rows = []
  }
  return hearing.merged
}
