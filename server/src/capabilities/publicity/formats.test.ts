import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { faultsOfCap } from './cap.checking.ts'
import { writeCap } from './cap.ts'
import { ADAPTERS } from './channels.ts'
import { writePacket } from './emergency-broadcast.ts'
import { feedOf, writeAtom, writeRss } from './feeds.ts'
import type { Outgoing } from './outgoing.ts'
import { anAlert, aPiece, aText } from './publicity.factory.ts'
import { readingSeconds, spokenIn } from './rules.pieces.ts'
import { PieceContent } from './schema.ts'
import { writeScript } from './scripts.ts'
import { writeWechat } from './wechat.ts'

const HOSTILE = '<script>alert(1)</script>&"\u0007]]>'
const id = (nth: number) => `00000000-0000-4000-8000-00000000000${nth}`
const outgoing = (given: Partial<Outgoing> = {}): Outgoing => ({
  county: 130822,
  division: '130822',
  areaName: '试验县',
  channel: { id: id(9), kind: 'cap', title: '预警', settings: {} },
  what: 'publish',
  dispatchId: id(1),
  pieceId: id(2),
  kind: 'notice',
  edition: 1,
  content: PieceContent.parse(
    aPiece({ texts: [aText(), aText({ lang: 'en', title: 'Wear a mask' })], alert: anAlert() }),
  ),
  firstAt: new Date('2020-01-24T10:00:00Z'),
  at: new Date('2020-01-24T10:00:00Z'),
  why: null,
  earlier: [],
  publicUrl: 'https://board.example',
  ...given,
})
const hostile = outgoing({
  areaName: HOSTILE,
  content: PieceContent.parse(
    aPiece({
      texts: [aText({ title: HOSTILE, blocks: [{ kind: 'list', items: [HOSTILE] }] })],
      signed: [HOSTILE],
      alert: anAlert(),
    }),
  ),
})
const update = outgoing({
  what: 'update',
  why: '时间有误',
  edition: 2,
  earlier: [{ dispatchId: id(5), at: new Date('2020-01-23T10:00:00Z') }],
})

/** The names of elements in their order, and the whole text; throws where it is not well-formed. */
function read(xml: Buffer) {
  const names: string[] = []
  let text = ''
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => names.push(name))
  parser.on('text', (one) => {
    text += one
  })
  parser.write(xml.toString()).close()
  return { names, text }
}
const missing = (names: readonly string[], wanted: readonly string[]) => wanted.filter((one) => !names.includes(one))

describe('CAP 1.2', () => {
  const valid = writeCap(outgoing()).toString()
  test('what goes out is valid, in two languages, with the county’s clock and no Z', () => {
    expect(faultsOfCap(valid)).toEqual([])
    expect(valid).toContain('<sent>2020-01-24T18:00:00+08:00</sent>')
    expect(valid.match(/<info>/g)).toHaveLength(2)
    expect(valid).toContain('<language>en-US</language>')
    expect(faultsOfCap(writeCap(hostile).toString())).toEqual([])
  })

  test('a correction updates and a withdrawal cancels what it names', () => {
    const reference = `130822.qunfang,qunfang-130822-${id(5)},2020-01-23T18:00:00+08:00`
    for (const [what, type] of [
      ['update', 'Update'],
      ['cancel', 'Cancel'],
    ] as const) {
      const xml = writeCap({ ...update, what }).toString()
      expect(faultsOfCap(xml)).toEqual([])
      expect(xml).toContain(`<msgType>${type}</msgType>`)
      expect(xml).toContain(`<references>${reference}</references>`)
      expect(xml).toContain('<note>时间有误</note>')
    }
  })

  const broken: Array<[string, (xml: string) => string]> = [
    ['a time in UTC by its letter', (xml) => xml.replace('18:00:00+08:00</sent>', '10:00:00Z</sent>')],
    ['an identifier with a comma', (xml) => xml.replace(`<identifier>qunfang-`, '<identifier>qunfang,')],
    ['a sender with a blank', (xml) => xml.replace('<sender>130822.', '<sender>130822 ')],
    [
      'elements out of order',
      (xml) =>
        xml.replace(
          '<status>Actual</status><msgType>Alert</msgType>',
          '<msgType>Alert</msgType><status>Actual</status>',
        ),
    ],
    ['a word that the standard does not have', (xml) => xml.replace('<severity>Severe', '<severity>Serious')],
    ['no category', (xml) => xml.replaceAll('<category>Health</category>', '')],
    ['two urgencies', (xml) => xml.replace('<urgency>', '<urgency>Future</urgency><urgency>')],
    ['an update without references', (xml) => xml.replace('<msgType>Alert', '<msgType>Update')],
    ['a private scope without addresses', (xml) => xml.replace('<scope>Public', '<scope>Private')],
    ['a restricted scope without restriction', (xml) => xml.replace('<scope>Public', '<scope>Restricted')],
    ['references in a wrong form', (xml) => xml.replace('<info>', '<references>somebody</references><info>')],
    ['an area without a description', (xml) => xml.replaceAll(/<areaDesc>[^<]*<\/areaDesc>/g, '')],
    [
      'a polygon that stays open',
      (xml) => xml.replaceAll('<geocode>', '<polygon>40.1,117.1 40.2,117.2 40.3,117.3 40.4,117.4</polygon><geocode>'),
    ],
    [
      'a polygon of three points',
      (xml) => xml.replaceAll('<geocode>', '<polygon>40.1,117.1 40.2,117.2 40.1,117.1</polygon><geocode>'),
    ],
    ['a ceiling without altitude', (xml) => xml.replaceAll('</area>', '<ceiling>100</ceiling></area>')],
    ['another namespace', (xml) => xml.replace('cap:1.2', 'cap:1.1')],
    ['a tag that is not closed', (xml) => xml.replace('</alert>', '')],
  ]
  test.each(broken)('is refused with %s', (_, spoil) => {
    const spoilt = spoil(valid)
    expect(spoilt).not.toBe(valid)
    expect(faultsOfCap(spoilt)).not.toEqual([])
  })

  test('a piece that does not say how urgent it is cannot go out as a warning', () => {
    const plain = PieceContent.parse(aPiece())
    expect(ADAPTERS.cap.unsuited?.(plain)).toHaveLength(1)
    expect(ADAPTERS['emergency-broadcast'].unsuited?.(plain)).toHaveLength(1)
    expect(ADAPTERS.cap.unsuited?.(outgoing().content)).toEqual([])
  })
})

describe('feeds', () => {
  const later = new Date('2020-01-26T00:00:00Z')
  test('RSS 2.0 has what it must, dates as mail writes them, and a guid that a correction keeps', () => {
    const xml = writeRss(feedOf(update, 'rss.xml', later), [update, hostile])
    const { names } = read(xml)
    expect(missing(names, ['rss', 'channel', 'title', 'link', 'description', 'item', 'guid', 'pubDate'])).toEqual([])
    const text = xml.toString()
    expect(text).toContain('<pubDate>Fri, 24 Jan 2020 10:00:00 GMT</pubDate>')
    expect(text).toContain(`<guid isPermaLink="false">urn:uuid:${id(2)}</guid>`)
    expect(text).toContain('【更正】')
    expect(text).not.toContain('<script')
  })

  test('Atom has an id, a title and a moment for the feed and for each entry', () => {
    const xml = writeAtom(feedOf(update, 'atom.xml', later), [update, hostile])
    const { names } = read(xml)
    for (const name of ['id', 'title', 'updated']) expect(names.filter((one) => one === name)).toHaveLength(3)
    expect(missing(names, ['feed', 'entry', 'author', 'name', 'link', 'published', 'content'])).toEqual([])
    expect(xml.toString()).toContain('<updated>2020-01-26T08:00:00+08:00</updated>')
  })
})

describe('what people read out, paste and print', () => {
  test('an article for the public account has its styles in each element and nothing that its editor drops', () => {
    const text = writeWechat(outgoing())
    expect(text).not.toMatch(/<(script|style|link|iframe|img)|class=|id=|href=|src=/)
    const open = [...text.matchAll(/<([a-z0-9]+)(?= |>)([^>]*)>/g)].filter(([, name]) => name !== 'br')
    expect(open.length).toBeGreaterThan(5)
    expect(open.filter(([, , attributes]) => !attributes?.includes('style="'))).toEqual([])
    expect(writeWechat(hostile)).not.toContain('<script')
    expect(writeWechat(update)).toContain('更正说明:时间有误')
  })

  test('reading time goes by what is spoken, slower for a loudspeaker, and each paragraph says when it begins', () => {
    expect(spokenIn('戴口罩,3天。Wear masks!')).toBe(7)
    expect(readingSeconds('好'.repeat(240), 'radio')).toBe(60)
    expect(readingSeconds('好'.repeat(240), 'loudspeakers')).toBe(80)
    expect(readingSeconds('', 'radio')).toBe(0)
    const lines = writeScript(outgoing(), 'radio')
      .split('\n')
      .filter((line) => /^\d\d:\d\d /.test(line))
    expect(lines).toHaveLength(6)
    expect(lines.map((line) => line.slice(0, 5))).toEqual(lines.map((line) => line.slice(0, 5)).toSorted())
    expect(lines.at(-1)).toContain('3、每天开窗通风')
  })

  test('a leaflet is a sheet of A4 that holds its fonts; more than two sides are remarked', async () => {
    const made = await ADAPTERS.print.produce(outgoing())
    expect(made.content.subarray(0, 5).toString()).toBe('%PDF-')
    expect(made.remarks).toEqual([])
    const long = { kind: 'paragraph' as const, text: '不串门、不聚餐、不聚会。'.repeat(160) }
    const content = PieceContent.parse(aPiece({ texts: [aText({ blocks: [long, long, long, long] })] }))
    expect((await ADAPTERS.print.produce(outgoing({ content }))).remarks).toHaveLength(1)
  })

  test('a packet of the emergency broadcast has its parts in order, and ids of 36 digits that a correction names', () => {
    const { names } = read(writePacket(update))
    expect(names.slice(0, 5)).toEqual(['EBD', 'EBDVersion', 'EBDID', 'EBDType', 'SRC'])
    expect(missing(names, ['RelatedEBD', 'EBM', 'MsgBasicInfo', 'MsgContent', 'AreaCode'])).toEqual([])
    const text = writePacket(update).toString()
    expect([...text.matchAll(/<EBDID>(\d+)</g)].map(([, digits]) => digits?.length)).toEqual([36, 36])
    expect(text).toContain('<EBDTime>2020-01-24 18:00:00</EBDTime>')
    expect(read(writePacket(hostile)).text).toContain('alert(1)')
  })
})
