import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { fromBuffer } from 'yauzl'

const MM = 72 / 25.4
export interface Piece {
  text: string
  /** Millimetres from the left and from the top; the top is that of the letters' box. */
  left: number
  right: number
  baseline: number
  size: number
  font: string
}
export interface Rule {
  left: number
  top: number
  width: number
  thick: number
  red: boolean
}
export interface MeasuredPage {
  width: number
  height: number
  pieces: Piece[]
  /** Pieces of one baseline, from the top. */
  /** Strokes that lie flat, wherever they stand. */
  rules: Rule[]
  lines: Array<{ text: string; left: number; right: number; baseline: number; size: number }>
}

/** What a PDF has on its pages and where, read by a foreign reader. */
export async function measurePdf(pdf: Buffer): Promise<MeasuredPage[]> {
  const file = await getDocument({
    data: new Uint8Array(pdf),
    useSystemFonts: false,
    fontExtraProperties: true,
    disableFontFace: true,
    verbosity: 0,
  }).promise
  const pages: MeasuredPage[] = []
  for (let nth = 1; nth <= file.numPages; nth++) {
    const page = await file.getPage(nth)
    const { width, height } = page.getViewport({ scale: 1 })
    const rules = rulesOf(await page.getOperatorList(), height)
    const { items } = await page.getTextContent({ disableNormalization: true })
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , up = 0, x = 0, y = 0] = item.transform as number[]
      const font = (page.commonObjs.get(item.fontName) as { name?: string } | null)?.name ?? item.fontName
      return [
        {
          text: item.str,
          left: x / MM,
          right: (x + item.width) / MM,
          baseline: (height - y) / MM,
          size: Math.abs(up),
          font,
        },
      ]
    })
    pages.push({ width: width / MM, height: height / MM, pieces, rules, lines: linesOf(pieces) })
  }
  return pages
}

function linesOf(pieces: readonly Piece[]): MeasuredPage['lines'] {
  const rows = Map.groupBy(pieces, ({ baseline }) => Math.round(baseline * 5) / 5)
  return [...rows.values()]
    .map((row) => {
      const sorted = [...row].sort((a, b) => a.left - b.left)
      return {
        text: sorted.map(({ text }) => text).join(''),
        left: Math.min(...row.map(({ left }) => left)),
        right: Math.max(...row.map(({ right }) => right)),
        baseline: row[0]?.baseline ?? 0,
        size: Math.max(...row.map(({ size }) => size)),
      }
    })
    .sort((a, b) => a.baseline - b.baseline)
}

type Matrix = [number, number, number, number, number, number]
const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
]
/** Follows the page’s drawing as far as flat lines need it: where the paper lies, how thick the pen is and what colour it has. */
function rulesOf({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] }, height: number): Rule[] {
  interface Pen {
    at: Matrix
    thick: number
    red: boolean
  }
  let pen: Pen = { at: [1, 0, 0, 1, 0, 0], thick: 1, red: false }
  const kept: Pen[] = []
  const found: Rule[] = []
  for (const [nth, what] of fnArray.entries()) {
    const given = argsArray[nth] ?? []
    if (what === OPS.save) kept.push(pen)
    else if (what === OPS.restore) pen = kept.pop() ?? pen
    else if (what === OPS.transform) pen = { ...pen, at: times(pen.at, given as unknown as Matrix) }
    else if (what === OPS.setLineWidth) pen = { ...pen, thick: Number(given[0]) }
    else if (what === OPS.setStrokeRGBColor) pen = { ...pen, red: !/^#?(000000|0,0,0)$/.test(String(given)) }
    else if (what === OPS.constructPath) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(given[2] as ArrayLike<number>)
      const [a, , , d, e, f] = pen.at
      if (Math.abs(y1 - y0) > 0.01 || x1 - x0 < 1) continue
      found.push({
        left: (x0 * a + e) / MM,
        top: (height - (y0 * d + f)) / MM,
        width: ((x1 - x0) * a) / MM,
        thick: pen.thick / MM,
        red: pen.red,
      })
    }
  }
  return found
}

/** The texts of a zip. */
export function readParts(file: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const parts: Record<string, string> = {}
    fromBuffer(file, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error)
      zip.on('end', () => resolve(parts))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken || !stream) return reject(broken)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk as Buffer)
          parts[entry.fileName] = Buffer.concat(chunks).toString('utf8')
          zip.readEntry()
        }),
      )
      zip.readEntry()
    })
  })
}
