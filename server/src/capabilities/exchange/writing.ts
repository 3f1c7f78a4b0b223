import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { columnName } from './table.ts'

/** What a spreadsheet takes for the beginning of a formula or of a command, in full width too; and our own apostrophe. */
const STARTS_FORMULA = /^['=+\-@\t\r\n\0|%\uff1d\uff0b\uff0d\uff20]/

const guarded = (text: string): string => (STARTS_FORMULA.test(text) ? `'${text}` : text)
/** An apostrophe that is there for the spreadsheet and no part of the text. */
export const isGuarded = (text: string): boolean => text.startsWith("'") && STARTS_FORMULA.test(text.slice(1))

/** With a byte order mark, without which a Chinese spreadsheet would read it as GB18030. */
export function writeCsv(rows: Iterable<readonly string[]>): Buffer {
  const lines = Array.from(rows, (cells) => cells.map(quoted).join(','))
  return Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf8')
}

function quoted(text: string): string {
  const safe = guarded(text).replaceAll('\0', '')
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export interface SheetToWrite {
  name: string
  /** In characters. */
  widths?: readonly number[]
  /** The first stays in sight and is bold; or as many as are said here. */
  headRows?: number
  /** What a spreadsheet tells whoever types into a column, and what it lets them choose. */
  hints?: readonly ColumnHint[]
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>
}
export interface ColumnHint {
  title: string
  text: string
  choices?: readonly string[]
}
/** What the file says about itself to whoever looks at its properties. */
export interface Properties {
  title: string
  creator: string
  description: string
  created: Date
}

/** All of it at once. */
export async function writeWorkbook(sheets: readonly SheetToWrite[], properties?: Properties): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of streamWorkbook(sheets, properties)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * The bytes of a workbook as its rows come, at the pace of whoever takes them. Every cell is text and stays it, also when somebody types
 * over it: a number of 18 digits keeps all of them.
 */
export async function* streamWorkbook(
  sheets: readonly SheetToWrite[],
  properties?: Properties,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(`${XML}${text}`, 'utf8'), name)
  add('[Content_Types].xml', contentTypes(sheets.length, properties !== undefined))
  const roots: Array<[string, string]> = [[`${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml']]
  if (properties) roots.push([`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'])
  add('_rels/.rels', relationships(roots))
  if (properties) add('docProps/core.xml', coreProperties(properties))
  add('xl/workbook.xml', workbook(sheets))
  add(
    'xl/_rels/workbook.xml.rels',
    relationships([
      ...sheets.map((_, at): [string, string] => [
        `${OFFICE}/relationships/worksheet`,
        `worksheets/sheet${at + 1}.xml`,
      ]),
      [`${OFFICE}/relationships/styles`, 'styles.xml'],
    ]),
  )
  add('xl/styles.xml', STYLES)
  const bodies = sheets.map((sheet) => Readable.from(worksheet(sheet), { objectMode: false }))
  // What goes wrong with the rows goes wrong with the file, which would otherwise wait for them for ever.
  for (const body of bodies) body.once('error', (error) => (zip.outputStream as Readable).destroy(error))
  for (const [at, body] of bodies.entries()) zip.addReadStream(body, `xl/worksheets/sheet${at + 1}.xml`)
  zip.end()
  try {
    yield* zip.outputStream as AsyncIterable<Buffer>
  } finally {
    for (const body of bodies) body.destroy()
  }
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** Styles: 0 text, 1 text in bold; `@` tells the spreadsheet to leave alone what is typed. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

function contentTypes(sheets: number, hasProperties: boolean): string {
  const of = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const overrides = [
    ['/xl/workbook.xml', `${of}.sheet.main+xml`],
    ['/xl/styles.xml', `${of}.styles+xml`],
    ...(hasProperties ? [['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml']] : []),
    ...Array.from({ length: sheets }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${of}.worksheet+xml`]),
  ].map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relationships(targets: ReadonlyArray<readonly [type: string, target: string]>): string {
  const all = targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
}

function workbook(sheets: readonly SheetToWrite[]): string {
  const all = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(sheetName(name))}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${all.join('')}</sheets></workbook>`
}

const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet'

function coreProperties({ title, creator, description, created }: Properties): string {
  const moment = `<dcterms:created xsi:type="dcterms:W3CDTF">${created.toISOString().slice(0, 19)}Z</dcterms:created>`
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator><dc:description>${escaped(description)}</dc:description>${moment}</cp:coreProperties>`
}

/** Of the format; a spreadsheet opens nothing beyond it. */
export const LAST_ROW = 1_048_576
function validations(hints: readonly ColumnHint[], headRows: number): string {
  const all = hints.map(({ title, text, choices }, at) => {
    const column = columnName(at + 1)
    const said = `showInputMessage="1" promptTitle="${escaped(title.slice(0, 32))}" prompt="${escaped(text.slice(0, 255))}"`
    const list = choices
      ? ` type="list" allowBlank="1" showErrorMessage="1" ${said}><formula1>${escaped(`"${choices.join(',')}"`)}</formula1></dataValidation>`
      : ` ${said}/>`
    return `<dataValidation sqref="${column}${headRows + 1}:${column}${LAST_ROW}"${list}`
  })
  return all.length > 0 ? `<dataValidations count="${all.length}">${all.join('')}</dataValidations>` : ''
}

const CHUNK = 65_536
async function* worksheet({ widths = [], headRows = 1, hints = [], rows }: SheetToWrite): AsyncGenerator<Buffer> {
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  let waiting = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`
  let nth = 0
  for await (const cells of rows) {
    nth += 1
    if (nth > LAST_ROW) throw new Error('exchange: a sheet has no room for another row')
    waiting += rowOf(cells, nth, nth <= headRows ? ' s="1"' : '')
    if (waiting.length < CHUNK) continue
    yield Buffer.from(waiting, 'utf8')
    waiting = ''
  }
  yield Buffer.from(`${waiting}</sheetData>${validations(hints, headRows)}</worksheet>`, 'utf8')
}

function rowOf(cells: readonly string[], nth: number, style: string): string {
  const written = cells.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${columnName(at + 1)}${nth}"${style} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`,
  )
  return `<row r="${nth}">${written.join('')}</row>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const code = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text that already looks like an escape is escaped itself, so that it comes back as it was. */
function escaped(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML has no room for
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, code)
      .replace(/[&<>"]/g, (character) => entities[character] ?? character)
  )
}
