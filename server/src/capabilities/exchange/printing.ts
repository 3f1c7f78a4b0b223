import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { renderSVG } from 'uqr'

/** One page: what it is called, its facts, its points, a code to scan and who signs. */
export interface Notice {
  lang: 'zh' | 'en'
  title: string
  number: string
  facts: Array<[name: string, value: string]>
  points: Array<{ head: string; lines: string[] }>
  /** An address, printed as a code. */
  code: string | null
  scan: string
  /** Lines to fill in by hand, on the left. */
  signed: string[]
  /** Whose it is, on the right. */
  by: string[]
}
export interface NoticeFile {
  paper: 'a4' | 'a5'
  title: string
  /** Small, at the foot of every page. */
  foot: string
  notices: Notice[]
}

/** One page of lines to be filled in by hand. */
export interface Grid {
  lang: 'zh' | 'en'
  title: string
  who: string
  about: string[]
  /** An address, printed as a code, and the same to be typed. */
  code: string
  scan: string
  typed: string
  /** What heads the lines, and the columns that are left empty. */
  first: string
  columns: string[]
  rows: string[]
  /** What the numbers stand for that are written into the columns. */
  legend: string[]
  notes: string[]
}
export interface GridFile {
  title: string
  foot: string
  grids: Grid[]
}

/** A list as long as it is. */
export interface Table {
  lang: 'zh' | 'en'
  title: string
  about: string[]
  columns: Array<{ name: string; number: boolean; wide: boolean }>
  rows: string[][]
  closing: string[]
  signed: string[]
  foot: string
}

/** A sheet folded twice, for handing out. */
export interface Leaflet {
  lang: 'zh' | 'en'
  title: string
  /** That it corrects or takes back one that was handed out before. */
  flag: string | null
  blocks: Array<{ kind: 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] }>
  signed: string[]
  date: string
  /** An address, printed as a code. */
  code: string
  scan: string
  foot: string
}

/** To be cut out and stuck on. */
export interface Labels {
  lang: 'zh' | 'en'
  title: string
  labels: Array<{ title: string; lines: string[]; code: string }>
}

export interface Chart {
  lang: 'zh' | 'en'
  title: string
  foot: string
  /** The kinds of those that answer to somebody, in the order in which they are drawn, with what they are called. */
  kinds: Array<[name: string, kind: string]>
  bodies: Array<{
    id: string
    parent: string | null
    kind: string
    title: string
    mandate: string
    telephone: string | null
    /** Whether others answer to it from its top. */
    leads: boolean
    members: string[]
  }>
}
export interface Contacts {
  lang: 'zh' | 'en'
  title: string
  foot: string
  heads: string[]
  rows: string[][]
  dutyTitle: string
  duty: string[][]
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
// Whole weights, not a cut of the common characters: names are written with rare ones.
const FONTS = ['Regular', 'Bold'].map((weight) => `fonts/NotoSansHans-${weight}.otf`)
const KEEP_ROUNDS = 5

let opened: NodeCompiler | null = null
/** Opened by the first sheet that is printed: the fonts take some megabytes. */
function openCompiler(): NodeCompiler {
  const fonts = new URL('../', import.meta.resolve('@embedpdf/fonts-sc'))
  opened ??= NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: FONTS.map((file) => readFileSync(new URL(file, fonts))) }],
  })
  return opened
}

/** A PDF with its fonts in it. The same content gives the same pages; nothing is fetched from anywhere. */
export function printNotices({ paper, title, foot, notices }: NoticeFile): Buffer {
  const sheets = notices.map((notice) => ({ ...notice, code: notice.code && drawn(notice.code) }))
  return print('notice.typ', { paper, title, foot, sheets })
}

/** The same for lines to be filled in: a page for each grid. */
export const printGrids = ({ title, foot, grids }: GridFile): Buffer =>
  print('grid.typ', { title, foot, sheets: grids.map((grid) => ({ ...grid, code: drawn(grid.code) })) })

export const printLabels = ({ labels, ...sheet }: Labels): Buffer =>
  pressed('labels.typ', { ...sheet, labels: labels.map((one) => ({ ...one, code: drawn(one.code) })) }).pdf

export const printTable = (table: Table): Buffer => pressed('table.typ', table).pdf

/** The sheet, and how many pages it took: folded it has two. */
export const printLeaflet = (leaflet: Leaflet): { pdf: Buffer; pages: number } =>
  pressed('leaflet.typ', { ...leaflet, code: drawn(leaflet.code) })

/** For the printer as pages, for a screen as one picture. */
const asFile = (given: object, format: 'pdf' | 'svg'): Buffer =>
  format === 'pdf'
    ? pressed('organisation.typ', { ...given, whole: false }).pdf
    : Buffer.from(press('organisation.typ', { ...given, whole: true }, (compiler, pages) => compiler.plainSvg(pages)))
export const printChart = (chart: Chart, format: 'pdf' | 'svg'): Buffer => asFile({ what: 'chart', ...chart }, format)
export const printContacts = (contacts: Contacts, format: 'pdf' | 'svg'): Buffer =>
  asFile({ what: 'contacts', ...contacts }, format)

const drawn = (code: string): string => renderSVG(code, { border: 1 })

const print = (layout: 'notice.typ' | 'grid.typ', given: object): Buffer => pressed(layout, given).pdf

const pressed = (layout: string, given: object): { pdf: Buffer; pages: number } =>
  press(layout, given, (compiler, pages) => ({ pdf: compiler.pdf(pages), pages: pages.numOfPages }))

function press<Made>(
  layout: string,
  given: object,
  make: (compiler: NodeCompiler, pages: NonNullable<ReturnType<typeof compile>['result']>) => Made,
): Made {
  const compiler = openCompiler()
  const { result, ...outcome } = compile(compiler, layout, JSON.stringify(given))
  if (!result) throw new Error(`printing: ${outcome.fault}`)
  const made = make(compiler, result)
  compiler.evictCache(KEEP_ROUNDS)
  return made
}

function compile(press: NodeCompiler, layout: string, given: string) {
  const done = press.compile({ mainFilePath: FOLDER + layout, inputs: { given } })
  // What the compiler says can repeat the content, so only the kind of mistake is told.
  return { result: done.result, fault: done.takeError()?.kind ?? 'nothing came of it' }
}
