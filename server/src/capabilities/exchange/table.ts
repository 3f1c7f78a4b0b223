/** What the reader hands over, in the order of the file. It runs in the child as well, so it imports nothing. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error'

export interface Cell {
  kind: CellKind
  /** A number as it is written in the file, a date as `2020-01-24` or `2020-01-24T08:00:00`. */
  text: string
  /** Worked out by the spreadsheet when it was last saved. */
  formula: boolean
}

export interface Row {
  /** As the spreadsheet counts, from 1. A number that is left out belongs to an empty row. */
  nth: number
  cells: Array<Cell | null>
  hidden: boolean
}

export interface SheetHead {
  name: string
  hidden: boolean
}

export interface Source {
  format: 'xlsx' | 'csv'
  encoding: string
  delimiter: string | null
}

/** One line from the child. */
export type Line =
  /** The child is there, and whatever happens from now on is because of the file. */
  | { begun: true }
  /** The most memory it took until its end. */
  | { peakMb: number }
  | Part

export type Part =
  | { source: Source }
  | { sheet: SheetHead }
  | { rows: Array<[nth: number, cells: PackedCell[], hidden: 0 | 1]> }
  /** `A2:A5`; told at the end of its sheet. */
  | { merged: string }
  | { end: true }
  | { refused: Refused }

export interface Refused {
  code: RefusalCode
  sheet?: string
  row?: number
  column?: string
  limit?: number
}

export const refusalCodes = [
  'unreadable',
  'not-a-table',
  'old-format',
  'web-page',
  'macros',
  'external-links',
  'encoding',
  'quote-open',
  'malformed',
  'too-many-parts',
  'too-large-inside',
  'too-many-rows',
  'too-many-columns',
  'cell-too-long',
  'out-of-memory',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export class RefusedFile extends Error {
  readonly refused: Refused
  constructor(refused: Refused) {
    super(refused.code)
    this.refused = refused
  }
}

const letters = { text: 't', number: 'n', date: 'd', boolean: 'b', error: 'e' } as const satisfies Record<
  CellKind,
  string
>
type Letter = (typeof letters)[CellKind]
const kinds = Object.fromEntries(Object.entries(letters).map(([kind, letter]) => [letter, kind])) as Record<
  Letter,
  CellKind
>

/** Most cells are text, and a million of them cross a pipe. */
export type PackedCell = string | null | [letter: Letter, text: string, formula: 0 | 1]

export const pack = (cell: Cell | null): PackedCell =>
  cell === null || (cell.kind === 'text' && !cell.formula)
    ? (cell?.text ?? null)
    : [letters[cell.kind], cell.text, cell.formula ? 1 : 0]

export function unpack(packed: PackedCell): Cell | null {
  if (packed === null) return null
  if (typeof packed === 'string') return { kind: 'text', text: packed, formula: false }
  const [letter, text, formula] = packed
  return { kind: kinds[letter], text, formula: formula === 1 }
}

/** `1` is A, `27` is AA. */
export function columnName(nth: number): string {
  let name = ''
  for (let rest = nth; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export interface Limits {
  /** Of the file itself. */
  bytes: number
  /** Of everything that is unpacked from it. */
  inflatedBytes: number
  /** Files inside a workbook. */
  parts: number
  sheets: number
  /** With something in them, all sheets together. */
  rows: number
  columns: number
  cellChars: number
  /** For others to be read. */
  waitMs: number
  ms: number
  memoryMb: number
}

/** Room for every household of a large county, and for nothing that would be felt elsewhere on the machine. */
export const usualLimits: Limits = {
  bytes: 12 * 1024 * 1024,
  inflatedBytes: 256 * 1024 * 1024,
  parts: 2_000,
  sheets: 60,
  rows: 1_048_576,
  columns: 256,
  cellChars: 32_767,
  waitMs: 3_000,
  ms: 10_000,
  memoryMb: 280,
}
