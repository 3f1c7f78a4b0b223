import { describe, expect, test } from 'vitest'
import { type Official, printOfficial, writeOfficial } from './index.ts'
import { measurePdf, readParts } from './official.factory.ts'
import { breakTitle, markSizeOf } from './official.layout.ts'

const HAN = '为阻断疫情传播现就有关事项指令如下各乡镇各单位要切实提高政治站位'
const MARK = '试验县疫情防控工作领导小组文件'
const plain = (level: number, label: string, head: string, rest: string) => ({ level, label, head, rest })
const official = (given: Partial<Official> = {}): Official => ({
  form: 'standard',
  title: '试验县疫情防控工作领导小组关于做好几项具体工作的通知',
  titleLines: ['试验县疫情防控工作领导小组', '关于做好几项具体工作的通知'],
  mark: MARK,
  markSize: markSizeOf(MARK),
  number: '试疫防指〔2020〕2号',
  secrecy: null,
  urgency: '特急',
  to: '各乡镇人民政府，县直各单位：',
  body: [
    plain(0, '', '', HAN.repeat(8)),
    plain(1, '一、', '禁止聚餐。', HAN.repeat(12)),
    ...Array.from({ length: 3 }, () => plain(0, '', '', HAN)),
  ],
  attachments: ['任务分工表', '联系方式一览表'],
  authority: '试验县疫情防控工作领导小组',
  date: '2020年1月25日',
  sealed: true,
  signer: '组长',
  note: null,
  imprint: { copies: '抄送：县委办公室。', by: '试验县疫情防控工作领导小组办公室', on: '2020年1月25日印发' },
  stamp: null,
  ...given,
})
const measured = (given: Partial<Official> = {}) => measurePdf(printOfficial(official(given)))
const FOOT = 262
type Pages = Awaited<ReturnType<typeof measurePdf>>
const lineWith = (pages: Pages, text: string) => {
  const nth = pages.findIndex(({ lines }) => lines.some((line) => line.text.includes(text)))
  const line = pages[nth]?.lines.find((one) => one.text.includes(text))
  if (!line) throw new Error(`nothing says ${text}`)
  return { ...line, page: nth + 1 }
}
/** From the baseline up to the upper edge of Han characters, and of digits, in parts of the size. */
const above = (size: number, part: number) => (size * part * 25.4) / 72
const CELL = 156 / 28
const PITCH = 225 / 22

describe('GB/T 9704-2012, measured in the PDF', () => {
  test('A4, a type area of 156 × 225 mm that begins 37 mm from the top and 28 mm from the left', async () => {
    for (const page of await measured()) {
      expect(page.width).toBeCloseTo(210, 1)
      expect(page.height).toBeCloseTo(297, 1)
      const text = page.lines.filter(({ baseline }) => baseline < FOOT)
      expect(Math.min(...text.map(({ left }) => left))).toBeGreaterThanOrEqual(28 - 0.05)
      expect(Math.max(...text.map(({ right }) => right))).toBeLessThanOrEqual(28 + 156 + 0.15)
      for (const { baseline, size } of text) expect(baseline - above(size, 0.85)).toBeGreaterThanOrEqual(37 - 1)
    }
  })

  test('22 lines of 28 characters, each 10.23 mm below the one before', async () => {
    const body = [
      plain(0, '', '', HAN.repeat(8)),
      plain(1, '一、', '禁止聚餐。', HAN.repeat(12)),
      plain(0, '', '', HAN.repeat(20)),
    ]
    const [, second] = await measured({ body })
    const lines = second?.lines.filter(({ baseline }) => baseline < FOOT) ?? []
    expect(lines).toHaveLength(22)
    for (const [nth, line] of lines.entries()) {
      if (nth > 0) expect(line.baseline - (lines[nth - 1]?.baseline ?? 0)).toBeCloseTo(PITCH, 1)
      expect(line.size).toBeCloseTo(16, 1)
    }
    const full = lines.filter(({ left, text }) => left < 28.1 && !/[，。]/.test(text) && [...text].length > 20)
    expect(full.length).toBeGreaterThan(8)
    for (const { text, right } of full) {
      expect([...text]).toHaveLength(28)
      expect(right).toBeCloseTo(184, 0)
    }
    expect(lineWith(await measured(), '一、禁止聚餐').left).toBeCloseTo(28 + 2 * CELL, 1)
  })

  test('the mark in red 35 mm below, the number two lines under it in hexagonal brackets, the rule 4 mm under that', async () => {
    const pages = await measured()
    const mark = lineWith(pages, MARK)
    expect(mark.baseline - above(mark.size, 0.85)).toBeCloseTo(37 + 35, 0)
    expect((mark.left + mark.right) / 2).toBeCloseTo(28 + 78, 0)
    const number = lineWith(pages, '试疫防指〔2020〕2号')
    expect((number.left + number.right) / 2).toBeCloseTo(28 + 78, 0)
    const gap = number.baseline - above(16, 0.84) - (mark.baseline + above(mark.size, 0.1))
    expect(gap).toBeGreaterThan(2 * PITCH - 4)
    expect(gap).toBeLessThan(2 * PITCH + 2)
    const rule = pages[0]?.rules.find(({ red }) => red)
    expect(rule?.width).toBeCloseTo(156, 1)
    const foot = number.baseline + (2.5 * 25.4) / 72
    expect((rule?.top ?? 0) - foot).toBeCloseTo(4, 0)
    const title = pages[0]?.lines.find(({ text, size }) => text === '试验县疫情防控工作领导小组' && size < 23)
    expect(lineWith(pages, '关于做好几项').size).toBeCloseTo(22, 1)
    expect(title?.baseline).toBeGreaterThan((rule?.top ?? 0) + 2 * PITCH)
    const to = lineWith(pages, '各乡镇人民政府')
    expect(to.left).toBeCloseTo(28, 1)
    expect(to.text.endsWith('：')).toBe(true)
  })

  test('page numbers 7 mm under the type area, odd pages to the right, even ones to the left, one character in', async () => {
    const body = [plain(0, '', '', HAN.repeat(48))]
    const pages = await measured({ body })
    expect(pages.length).toBeGreaterThan(3)
    for (const [nth, page] of pages.entries()) {
      const number = page.lines.find(({ text }) => text === `— ${nth + 1} —`)
      if (!number) throw new Error(`page ${nth + 1} has no number`)
      expect(number.baseline - above(14, 0.733)).toBeCloseTo(FOOT + 7, 0)
      expect(number.size).toBeCloseTo(14, 1)
      const blank = (14 * 25.4) / 72
      if (nth % 2 === 0) expect(number.right).toBeCloseTo(184 - blank, 0)
      else expect(number.left).toBeCloseTo(28 + blank, 0)
    }
  })

  test('with a seal the date ends four characters from the edge, and the organ stands in the middle above it', async () => {
    const pages = await measured()
    const date = pages.flatMap(({ lines }) => lines).find(({ text }) => text === '2020年1月25日')
    const name = pages
      .flatMap(({ lines }) => lines)
      .findLast(({ text, size }) => text === '试验县疫情防控工作领导小组' && size < 17)
    expect(date?.right).toBeCloseTo(184 - 4 * CELL, 0)
    expect(((name?.left ?? 0) + (name?.right ?? 0)) / 2).toBeCloseTo(((date?.left ?? 0) + (date?.right ?? 0)) / 2, 0)
    const note = lineWith(pages, '附件：')
    expect(note.left).toBeCloseTo(28 + 2 * CELL, 1)
    expect(note.text).toBe('附件：1．任务分工表')
  })

  test('without one, the organ ends two characters from the edge and the date begins two after it; a longer date ends there', async () => {
    const of = async (authority: string) => {
      const lines = (await measured({ sealed: false, authority })).flatMap((page) => page.lines)
      const date = lines.find(({ text }) => text === '2020年1月25日')
      const name = lines.findLast(({ text, size }) => text === authority && size < 17)
      if (!date || !name) throw new Error('nobody signs')
      return { date, name }
    }
    const long = await of('试验县疫情防控工作领导小组')
    expect(long.name.right).toBeCloseTo(184 - 2 * CELL, 0)
    expect(long.date.left).toBeCloseTo(long.name.left + 2 * CELL, 0)
    const short = await of('县防指')
    expect(short.date.right).toBeCloseTo(184 - 2 * CELL, 0)
    expect(short.date.left).toBeCloseTo(short.name.left + 2 * CELL, 0)
  })

  test('the imprint stands at the foot of the last, even page between its rules; a page that is blank before it has no number', async () => {
    for (const repeats of [1, 8, 12, 14, 18]) {
      const pages = await measured({ body: [plain(0, '', '', HAN.repeat(repeats))] })
      expect(pages.length % 2).toBe(0)
      const last = pages.at(-1)
      const imprint = lineWith(pages, '2020年1月25日印发')
      expect(imprint.page).toBe(pages.length)
      expect(imprint.baseline).toBeGreaterThan(FOOT - 6)
      expect(imprint.baseline).toBeLessThan(FOOT)
      const rules = last?.rules.filter(({ width, red }) => !red && width > 150) ?? []
      expect(rules.map(({ thick }) => Number(thick.toFixed(2)))).toEqual([0.35, 0.25, 0.35])
      const texts = pages.filter(({ lines }) => lines.some(({ text }) => text === '2020年1月25日'))
      const numbers = pages.flatMap(({ lines }) => lines.filter(({ text }) => /^— \d+ —$/.test(text)))
      expect(numbers).toHaveLength(pages.indexOf(texts[0] as (typeof pages)[number]) + 1)
    }
  })

  test('nobody signs on a page of their own', async () => {
    for (let repeats = 9; repeats < 20; repeats++) {
      const pages = await measured({
        attachments: [],
        body: [plain(0, '', '', HAN.repeat(repeats)), plain(0, '', '', HAN.repeat(2))],
      })
      const signing = pages.find(({ lines }) => lines.some(({ text }) => text === '2020年1月25日'))
      expect(signing?.lines.some(({ text }) => HAN.repeat(2).includes(text.slice(0, 5)) && text.length > 5)).toBe(true)
    }
  })
})

test('the letter: its name 30 mm from the edge, double rules of 170 mm, the number at the right, no number on its first page', async () => {
  const pages = await measured({ form: 'letter', mark: '试验县疫情防控工作领导小组' })
  const mark = lineWith(pages, '试验县疫情防控工作领导小组')
  expect(mark.baseline - above(mark.size, 0.85)).toBeCloseTo(30, 0)
  const rules = (pages[0]?.rules ?? []).filter(({ red }) => red).sort((a, b) => a.top - b.top)
  expect(rules.map(({ width }) => Math.round(width))).toEqual([170, 170, 170, 170])
  expect((rules[0]?.thick ?? 0) > (rules[1]?.thick ?? 1)).toBe(true)
  expect((rules[2]?.thick ?? 1) < (rules[3]?.thick ?? 0)).toBe(true)
  expect(297 - (rules[3]?.top ?? 0)).toBeCloseTo(20, 0)
  expect(lineWith(pages, '试疫防指〔2020〕2号').right).toBeCloseTo(184, 0)
  expect(pages[0]?.lines.some(({ text }) => /^— \d+ —$/.test(text))).toBe(false)
  expect(pages[1]?.lines.some(({ text }) => text === '— 2 —')).toBe(true)
  expect(pages.at(-1)?.rules.filter(({ red, width }) => !red && width > 150)).toEqual([])
})

test('the order: its mark 20 mm below the top of the type area, no red rule', async () => {
  const pages = await measured({ form: 'order', mark: '试验县人民政府令', number: '第2号' })
  const mark = lineWith(pages, '试验县人民政府令')
  expect(mark.baseline - above(mark.size, 0.85)).toBeCloseTo(37 + 20, 0)
  expect(pages[0]?.rules.filter(({ red }) => red)).toEqual([])
  expect(lineWith(pages, '第2号').baseline).toBeGreaterThan(mark.baseline + 2 * PITCH)
})

test('every font is embedded and open, and what does not stand says so on every page', async () => {
  const pages = await measured({ stamp: '已撤回' })
  expect(
    [...new Set(pages.flatMap(({ pieces }) => pieces.map(({ font }) => font.replace(/^[A-Z]{6}\+/, ''))))].sort(),
  ).toEqual(['NotoSansHans-Bold', 'NotoSansHans-Regular', 'NotoSerifSC-Bold', 'NotoSerifSC-Regular'])
  for (const { pieces } of pages) expect(pieces.map(({ text }) => text).join('')).toContain('已撤回')
})

test('titles break where words end, never into a rectangle or an hourglass', () => {
  expect(breakTitle('关于禁止各类聚餐的通告')).toEqual(['关于禁止各类聚餐的通告'])
  for (const title of [
    '兴隆县疫情防控工作领导小组关于做好新冠肺炎疫情防控几项具体工作的通知',
    '兴隆县疫情防控工作领导小组关于建立新型冠状病毒感染的肺炎疫情防控工作四级联包制度的通知',
  ]) {
    const lines = breakTitle(title)
    expect(lines.join('')).toBe(title)
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(20)
    expect(new Set(lines.map((line) => [...line].length)).size).toBeGreaterThan(1)
  }
})

test('the file for a word processor has the same paper, margins, grid, faces and page numbers', async () => {
  const parts = await readParts(await writeOfficial(official({ form: 'standard' })))
  const document = parts['word/document.xml'] ?? ''
  const twips = (millimetres: number) => Math.round((millimetres * 1440) / 25.4)
  const attribute = (element: string, name: string) =>
    Number(new RegExp(`<w:${element}[^>]*w:${name}="(-?\\d+)"`).exec(document)?.[1])
  expect([attribute('pgSz', 'w'), attribute('pgSz', 'h')].map((one) => Math.round((one * 25.4) / 1440))).toEqual([
    210, 297,
  ])
  for (const [side, length] of Object.entries({ top: 37, left: 28, right: 26, bottom: 35 }))
    expect(Math.abs(attribute('pgMar', side) - twips(length))).toBeLessThanOrEqual(1)
  expect(document).toMatch(/<w:docGrid[^>]*w:type="linesAndChars"/)
  expect(attribute('docGrid', 'linePitch')).toBe(580)
  expect(attribute('docGrid', 'charSpace')).toBeLessThan(0)
  expect(document).toContain('试疫防指〔2020〕2号')
  expect(document).toContain('仿宋_GB2312')
  expect(document).toContain('附件：1．任务分工表')
  expect(Object.keys(parts).filter((name) => /footer\d\.xml$/.test(name))).toHaveLength(2)
  expect(parts['word/settings.xml']).toContain('evenAndOddHeaders')
})
