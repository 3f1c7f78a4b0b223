import { showsDate } from './dates.ts'
import { type Limits, RefusedFile, type SheetHead } from './table.ts'
import { hear, prefixed } from './xml.ts'
import type { Package } from './zip.ts'

export interface SheetPart extends SheetHead {
  part: string
}

/** Everything about a workbook that is needed before its sheets are read. */
export interface Workbook {
  sheets: SheetPart[]
  texts: readonly string[]
  /** By the number of a cell's style. */
  dateStyles: readonly boolean[]
  from1904: boolean
}

/** Targets stand relative to the part that names them, or from the root. */
const resolved = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`

export async function openWorkbook(pack: Package, limits: Limits): Promise<Workbook> {
  const root = await targetsOf(pack, '_rels/.rels', '')
  const main = root.find(({ type }) => type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml'
  if (!pack.has(main)) throw new RefusedFile({ code: 'not-a-table' })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const targets = await targetsOf(pack, `${folder}_rels/${main.slice(folder.length)}.rels`, folder)
  const { listed, from1904 } = await listSheets(pack, main)
  if (listed.length > limits.sheets) throw new RefusedFile({ code: 'too-many-parts', limit: limits.sheets })
  const sheets = listed.flatMap(({ rel, ...head }) => {
    const target = targets.find(({ id }) => id === rel)
    // A chart may stand on a sheet of its own and has no cells.
    if (!target?.type.endsWith('/worksheet')) return []
    if (!pack.has(target.part)) throw new RefusedFile({ code: 'unreadable', sheet: head.name })
    return [{ ...head, part: target.part }]
  })
  if (sheets.length === 0) throw new RefusedFile({ code: 'not-a-table' })
  const partOf = (type: string) => targets.find((target) => target.type.endsWith(type))?.part
  const styles = partOf('/styles')
  const texts = partOf('/sharedStrings')
  return {
    sheets,
    from1904,
    texts: texts && pack.has(texts) ? await readTexts(pack, texts, limits) : [],
    dateStyles: styles && pack.has(styles) ? await readStyles(pack, styles) : [],
  }
}

interface Target {
  id: string
  type: string
  part: string
}

async function targetsOf(pack: Package, name: string, folder: string): Promise<Target[]> {
  const targets: Target[] = []
  if (!pack.has(name)) return targets
  await hear(pack.inflate(name), {
    open(tag, { Id = '', Type = '', Target = '', TargetMode }) {
      if (tag === 'Relationship' && TargetMode !== 'External')
        targets.push({ id: Id, type: Type, part: resolved(folder, Target) })
    },
  })
  return targets
}

async function listSheets(pack: Package, main: string) {
  const listed: Array<SheetHead & { rel: string }> = []
  let from1904 = false
  await hear(pack.inflate(main), {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (tag !== 'sheet') return
      const { name = '', state = 'visible' } = attributes
      listed.push({ name, hidden: state !== 'visible', rel: prefixed(attributes, 'id') ?? '' })
    },
  })
  return { listed, from1904 }
}

async function readTexts(pack: Package, name: string, limits: Limits): Promise<string[]> {
  const texts: string[] = []
  let text = ''
  let isText = false
  let isReading = true
  await hear(pack.inflate(name), {
    open(tag) {
      if (tag === 'si') text = ''
      // Pronunciations stand beside the text and are none of it.
      if (tag === 'rPh') isReading = false
      isText = tag === 't' && isReading
    },
    text(more) {
      if (isText) text += more
    },
    close(tag) {
      isText = false
      if (tag === 'rPh') isReading = true
      if (tag !== 'si') return
      if (texts.length >= limits.rows * 4) throw new RefusedFile({ code: 'too-many-rows', limit: limits.rows })
      texts.push(unescaped(text))
    },
  })
  return texts
}

async function readStyles(pack: Package, name: string): Promise<boolean[]> {
  const codes = new Map<number, string>()
  const styles: boolean[] = []
  let isOfCells = false
  await hear(pack.inflate(name), {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '')
      if (tag === 'cellXfs') isOfCells = true
      if (tag === 'xf' && isOfCells) styles.push(showsDate(Number(numFmtId ?? 0), codes.get(Number(numFmtId))))
    },
    close(tag) {
      if (tag === 'cellXfs') isOfCells = false
    },
  })
  return styles
}

/** A workbook writes characters that XML has no room for as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
