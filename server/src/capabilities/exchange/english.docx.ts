import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import type { EnglishAccount } from './official.ts'

const RED = 'C8102E'
/** Latin letters in the usual face, names in Chinese in the one every word processor has. */
const FACE = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const { CENTER, RIGHT } = AlignmentType

interface Said {
  size?: number
  bold?: boolean
  color?: string
}
const run = (text: string, said: Said = {}) => new TextRun({ text, font: FACE, size: 23, ...said })

function said(given: EnglishAccount): Paragraph[] {
  const { opening, sections, to } = given
  const paragraph = (text: string) => new Paragraph({ spacing: { after: 160, line: 320 }, children: [run(text)] })
  const headed = sections.flatMap(({ heading, text }, nth) => [
    new Paragraph({
      ...{ keepNext: true, spacing: { before: 240, after: 100 } },
      children: [run(`${nth + 1}. ${heading}`, { bold: true })],
    }),
    paragraph(text),
  ])
  return [...(to ? [paragraph(`To: ${to}`)] : []), paragraph(opening), ...headed]
}

/** The same account for a word processor. */
export function writeEnglish(given: EnglishAccount): Promise<Buffer> {
  const { office, title, number, date, note, stamp } = given
  const centred = (text: string, how: Said, after: number) =>
    new Paragraph({ alignment: CENTER, spacing: { after }, children: [run(text, how)] })
  const children = [
    ...(stamp ? [centred(`[${stamp}]`, { bold: true, color: RED }, 120)] : []),
    centred(office, { size: 34, bold: true, color: RED }, 160),
    new Paragraph({
      tabStops: [{ type: TabStopType.RIGHT, position: mm(156) }],
      border: { bottom: { style: BorderStyle.SINGLE, size: 10, color: RED, space: 6 } },
      children: [run(`${number}\t${date}`)],
    }),
    new Paragraph({
      ...{ alignment: CENTER, spacing: { before: 400, after: 280 } },
      children: [run(title, { size: 32, bold: true })],
    }),
    ...said(given),
    new Paragraph({ alignment: RIGHT, keepNext: true, spacing: { before: 560 }, children: [run(office)] }),
    new Paragraph({ alignment: RIGHT, spacing: { after: 480 }, children: [run(date)] }),
    ...(note ? [new Paragraph({ children: [run(note, { size: 18 })] })] : []),
  ]
  const pages = [
    new TextRun({
      ...{ font: FACE, size: 19 },
      children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
    }),
  ]
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(30), left: mm(28), right: mm(26), bottom: mm(30) },
  }
  const footer = new Footer({ children: [new Paragraph({ alignment: CENTER, children: pages })] })
  return Packer.toBuffer(
    new Document({
      ...{ title, creator: office },
      sections: [{ properties: { page }, footers: { default: footer }, children }],
    }),
  )
}
