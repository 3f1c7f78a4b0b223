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

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
// Whole weights, not a cut of the common characters: names are written with rare ones.
const FONTS = ['Regular', 'Bold'].map((weight) => `fonts/NotoSansHans-${weight}.otf`)
const KEEP_ROUNDS = 5

let compiler: NodeCompiler | null = null
/** Opened by the first sheet that is printed: the fonts take some megabytes. */
function openCompiler(): NodeCompiler {
  const fonts = new URL('../', import.meta.resolve('@embedpdf/fonts-sc'))
  compiler ??= NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: FONTS.map((file) => readFileSync(new URL(file, fonts))) }],
  })
  return compiler
}

/** A PDF with its fonts in it. The same content gives the same pages; nothing is fetched from anywhere. */
export function printNotices({ paper, title, foot, notices }: NoticeFile): Buffer {
  const sheets = notices.map((notice) => ({ ...notice, code: notice.code && drawn(notice.code) }))
  return print('notice.typ', { paper, title, foot, sheets })
}

/** The same for lines to be filled in: a page for each grid. */
export const printGrids = ({ title, foot, grids }: GridFile): Buffer =>
  print('grid.typ', { title, foot, sheets: grids.map((grid) => ({ ...grid, code: drawn(grid.code) })) })

/** The sheet, and how many pages it took: folded it has two. */
export const printLeaflet = (leaflet: Leaflet): { pdf: Buffer; pages: number } =>
  pressed('leaflet.typ', { ...leaflet, code: drawn(leaflet.code) })

const drawn = (code: string): string => renderSVG(code, { border: 1 })

const print = (layout: 'notice.typ' | 'grid.typ', given: object): Buffer => pressed(layout, given).pdf

function pressed(layout: string, given: object): { pdf: Buffer; pages: number } {
  const press = openCompiler()
  const { result, ...outcome } = compile(press, layout, JSON.stringify(given))
  if (!result) throw new Error(`printing: ${outcome.fault}`)
  const printed = { pdf: press.pdf(result), pages: result.numOfPages }
  press.evictCache(KEEP_ROUNDS)
  return printed
}

function compile(press: NodeCompiler, layout: string, given: string) {
  const done = press.compile({ mainFilePath: FOLDER + layout, inputs: { given } })
  // What the compiler says can repeat the content, so only the kind of mistake is told.
  return { result: done.result, fault: done.takeError()?.kind ?? 'nothing came of it' }
}
