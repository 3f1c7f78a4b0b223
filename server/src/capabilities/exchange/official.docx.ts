import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Official } from './official.ts'

/** Twentieths of a point; half points; the grid of 22 lines of 28 characters. */
const PITCH = mm(225) / 22
const CELL = mm(156) / 28
const THREE = 32
const TWO = 44
const FOUR = 28
const CHARACTER_SPACE = Math.round((CELL / 20 - 16) * 4096)
const RED = 'C8102E'
/** Named and not embedded: whoever has them sees them, and Word puts the usual ones in their place. */
const FACES = { song: '方正小标宋简体', fang: '仿宋_GB2312', hei: '黑体', kai: '楷体_GB2312', number: '宋体' }
const face = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name })
const OF_LEVEL = [FACES.fang, FACES.hei, FACES.kai, FACES.fang, FACES.fang]

const run = (text: string, given: { font?: string; size?: number; color?: string; bold?: boolean } = {}) => {
  const { font = FACES.fang, size = THREE, ...more } = given
  return new TextRun({ text, font: face(font), size, ...more })
}
interface Placed {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  indent?: Record<string, number>
  before?: number
  line?: number
  keepNext?: boolean
  rule?: boolean
}
function line(
  children: TextRun[],
  { align, indent, before = 0, line: pitch = PITCH, keepNext, rule }: Placed = {},
): Paragraph {
  return new Paragraph({
    children,
    ...(align ? { alignment: align } : {}),
    ...(indent ? { indent } : {}),
    ...(keepNext ? { keepNext } : {}),
    ...(rule ? { border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 11 } } } : {}),
    spacing: { before, after: 0, line: Math.round(pitch), lineRule: LineRuleType.EXACT },
  })
}
const blank = (count: number) => Array.from({ length: count }, () => line([], { keepNext: true }))
const centred = AlignmentType.CENTER

function head({ form, mark, markSize, number, secrecy, urgency }: Official): Paragraph[] {
  const flags = [secrecy, urgency].flatMap((flag) => (flag ? [run(flag, { font: FACES.hei })] : []))
  const top = form === 'order' ? mm(20) : form === 'letter' ? 0 : mm(35) - flags.length * PITCH
  const red = run(mark, { font: FACES.song, size: markSize * 2, color: RED })
  const marked = line([red], { align: centred, before: Math.max(0, top), line: markSize * 20 * 1.2 })
  const above = flags.map((flag) => line([flag]))
  if (form === 'letter')
    return [
      marked,
      line([], { rule: true, line: mm(4) }),
      line([run(number)], { align: AlignmentType.RIGHT }),
      ...above,
    ]
  if (form === 'order') return [marked, ...blank(1), line([run(number)], { align: centred }), ...blank(1)]
  return [...above, marked, ...blank(1), line([run(number)], { align: centred, rule: true }), ...blank(2)]
}

function text({ form, titleLines, to, body, attachments }: Official): Paragraph[] {
  const titled = titleLines.map((one) =>
    line([run(one, { font: FACES.song, size: TWO })], { align: centred, line: 33 * 20 }),
  )
  const said = body.map(({ level, label, head: first, rest }, nth) => {
    const before = run(label + first, { font: OF_LEVEL[level] ?? FACES.fang })
    const indent = { firstLine: Math.round(2 * CELL) }
    return line([...(label + first ? [before] : []), run(rest)], { indent, keepNext: nth === body.length - 1 })
  })
  const many = attachments.length > 1
  const notes = attachments.map((name, nth) => {
    const label = `${nth === 0 ? '附件：' : ''}${many ? `${nth + 1}．` : ''}`
    return line([run(label + name)], { indent: { left: Math.round((nth === 0 ? 2 : 5) * CELL) }, keepNext: true })
  })
  return [
    ...(form === 'order' ? [] : [...titled, ...blank(1)]),
    ...(to ? [line([run(to)])] : []),
    ...said,
    ...(notes.length > 0 ? [...blank(1), ...notes] : []),
  ]
}

/** Width in cells: a Han character is one, a digit half of one. */
const cells = (words: string): number => [...words].reduce((sum, one) => sum + (/[\x20-\x7e]/.test(one) ? 0.5 : 1), 0)
function signOff({ form, sealed, signer, authority, date, note }: Official): Paragraph[] {
  if (form === 'minutes')
    return note ? [line([run(`（${note}）`)], { indent: { firstLine: Math.round(2 * CELL) } })] : []
  const organ = form === 'order' ? signer : authority
  const [wide, long] = [cells(organ), cells(date)]
  const onSeal = { name: Math.max(0, 4 + long / 2 - wide / 2), date: 4 }
  const plain = { name: long + 2 > wide ? 4 + long - wide : 2, date: long + 2 > wide ? 2 : wide - long }
  const right = sealed && form !== 'order' ? onSeal : plain
  const at = (count: number) => ({
    align: AlignmentType.RIGHT,
    indent: { right: Math.round(count * CELL) },
    keepNext: true,
  })
  return [
    ...blank(sealed ? 2 : 1),
    line([run(organ)], at(right.name)),
    line([run(date)], { ...at(right.date), keepNext: note !== null }),
    ...(note ? [line([run(`（${note}）`)], { indent: { firstLine: Math.round(2 * CELL) } })] : []),
  ]
}

function imprint({ imprint: said, form }: Official): Table[] {
  if (!said) return []
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const rule = (size: number) => (form === 'letter' ? none : { style: BorderStyle.SINGLE, size, color: '000000' })
  const small = (words: string, align: Placed['align'] = AlignmentType.LEFT) =>
    line([run(words, { size: FOUR })], { align, indent: { left: 280, right: 280 }, line: 20 * 20 })
  const cell = (paragraphs: Paragraph[], columnSpan: number) =>
    new TableCell({ children: paragraphs, columnSpan, borders: { left: none, right: none } })
  const last = new TableRow({ children: [cell([small(said.by)], 1), cell([small(said.on, AlignmentType.RIGHT)], 1)] })
  const copies = said.copies ? [new TableRow({ children: [cell([small(said.copies)], 2)] })] : []
  return [
    new Table({
      rows: [...copies, last],
      width: { size: mm(156), type: WidthType.DXA },
      columnWidths: [mm(100), mm(56)],
      borders: {
        top: rule(8),
        bottom: rule(8),
        left: none,
        right: none,
        insideHorizontal: rule(6),
        insideVertical: none,
      },
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
    }),
  ]
}

const numbered = (side: 'left' | 'right') =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: FOUR * 10 },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: face(FACES.number), size: FOUR })],
      }),
    ],
  })

/** The same document for a word processor: the grid, the margins and the faces by their usual names. */
export function writeOfficial(given: Official): Promise<Buffer> {
  const stamp = given.stamp
    ? [line([run(`【${given.stamp}】`, { font: FACES.hei, color: RED })], { align: centred })]
    : []
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35), footer: mm(23), header: mm(15) },
  }
  const file = new Document({
    title: given.title,
    creator: given.authority,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face(FACES.fang), size: THREE } } } },
    sections: [
      {
        properties: {
          page,
          titlePage: given.form === 'letter',
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: Math.round(PITCH), charSpace: CHARACTER_SPACE },
        },
        footers: { default: numbered('right'), even: numbered('left') },
        children: [...stamp, ...head(given), ...text(given), ...signOff(given), ...imprint(given)],
      },
    ],
  })
  return Packer.toBuffer(file)
}
