import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** An official document as it is laid out: everything is words by now, and nothing of it is looked up. */
export interface Official {
  form: 'standard' | 'letter' | 'order' | 'minutes'
  title: string
  /** Broken where words end, the lines shaped like a trapezium. */
  titleLines: string[]
  /** In red at the head, and how large, in points. */
  mark: string
  markSize: number
  number: string
  secrecy: string | null
  urgency: string | null
  /** With its colon. */
  to: string | null
  /** What stands in the face of its level, and what follows it in the face of the text. */
  body: Array<{ level: number; label: string; head: string; rest: string }>
  attachments: string[]
  authority: string
  date: string
  sealed: boolean
  signer: string
  note: string | null
  imprint: { copies: string | null; by: string; on: string } | null
  /** Across every page of what does not stand: withdrawn, superseded, a draft. */
  stamp: string | null
}

/** An account for readers of English: the office, what it is, its paragraphs and who answers for it. */
export interface EnglishAccount {
  office: string
  title: string
  /** Left and right under the office's name. */
  number: string
  date: string
  to: string | null
  opening: string
  sections: Array<{ heading: string; text: string }>
  note: string | null
  stamp: string | null
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url))
const KEEP_ROUNDS = 5
const SERIF = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf']
const SANS = ['fonts/NotoSansHans-Regular.otf', 'fonts/NotoSansHans-Bold.otf']

let compiler: NodeCompiler | null = null
/** Opened by the first document that is printed: whole fonts, because names are written with rare characters. */
function openCompiler(): NodeCompiler {
  const serif = new URL('./', import.meta.resolve('@expo-google-fonts/noto-serif-sc'))
  const sans = new URL('../', import.meta.resolve('@embedpdf/fonts-sc'))
  const files = [...SERIF.map((file) => new URL(file, serif)), ...SANS.map((file) => new URL(file, sans))]
  compiler ??= NodeCompiler.create({
    workspace: FOLDER,
    fontArgs: [{ fontBlobs: files.map((file) => readFileSync(file)) }],
  })
  return compiler
}

function compile(press: NodeCompiler, layout: 'official.typ' | 'english.typ', given: object) {
  const done = press.compile({ mainFilePath: FOLDER + layout, inputs: { given: JSON.stringify(given) } })
  // What the compiler says can repeat the content, so only the kind of mistake is told.
  if (!done.result) throw new Error(`printing: ${done.takeError()?.kind ?? 'nothing came of it'}`)
  return done.result
}

/** Once more with the last paragraph held to the sign-off when that would stand on a page by itself. */
function laidOut(given: Official) {
  const press = openCompiler()
  const pages = compile(press, 'official.typ', { ...given, held: false })
  const [found] = press.query(pages, { selector: '<pages>', field: 'value' }) as Array<[text: number, signed: number]>
  const isAlone = found !== undefined && found[1] > found[0]
  return { press, pages: isAlone ? compile(press, 'official.typ', { ...given, held: true }) : pages }
}

/** A PDF with its fonts in it; the same content gives the same pages. */
export function printOfficial(given: Official): Buffer {
  const { press, pages } = laidOut(given)
  const pdf = press.pdf(pages)
  press.evictCache(KEEP_ROUNDS)
  return pdf
}

/** An account in English, with the faces of the official form. */
export function printEnglish(given: EnglishAccount): Buffer {
  const press = openCompiler()
  const pdf = press.pdf(compile(press, 'english.typ', given))
  press.evictCache(KEEP_ROUNDS)
  return pdf
}

/** The same pages as a picture, one below the other. */
export function drawOfficial(given: Official): string {
  const { press, pages } = laidOut(given)
  const svg = press.plainSvg(pages)
  press.evictCache(KEEP_ROUNDS)
  return svg
}
