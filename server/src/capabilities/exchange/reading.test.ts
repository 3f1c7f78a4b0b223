import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../kernel/problem.ts'
import { type RawWorkbook, rawWorkbook } from './exchange.factory.ts'
import { partsOf } from './parts.ts'
import { readSheets, streamSheets } from './reading.ts'
import { type Limits, type Part, RefusedFile, type Row, unpack, usualLimits } from './table.ts'
import { writeWorkbook } from './writing.ts'

/** In this process: what is right or wrong about a file is the same there, and a child takes a fifth of a second. */
async function read(bytes: Buffer, limits: Partial<Limits> = {}) {
  const parts: Part[] = []
  for await (const some of partsOf(bytes, { ...usualLimits, ...limits })) parts.push(...some)
  const rows = parts.flatMap((part) =>
    'rows' in part
      ? part.rows.map(([nth, cells]): Pick<Row, 'nth' | 'cells'> => ({ nth, cells: cells.map(unpack) }))
      : [],
  )
  return { parts, rows, texts: rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null)) }
}
const refusalOf = (bytes: Buffer, limits: Partial<Limits> = {}) =>
  read(bytes, limits).then(
    () => 'read',
    (error) => (error instanceof RefusedFile ? error.refused : { code: 'unreadable', error }),
  )
const codeOf = async (given: RawWorkbook, limits: Partial<Limits> = {}) => {
  const refused = await refusalOf(await rawWorkbook(given), limits)
  return typeof refused === 'string' ? refused : refused.code
}
const csv = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const inGb18030 = Buffer.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xc9, 0xa9, 0x82, 0x35, 0x8f, 0x33,
])

test.each([
  ['UTF-8', csv('姓名,电话\n周小满,15400000001\n'), 'utf-8'],
  ['UTF-8 with a mark', csv('\ufeff姓名,电话\n周小满,15400000001\n'), 'utf-8'],
  ['UTF-16 with a mark', csv('\ufeff姓名,电话\n周小满,15400000001\n', 'utf16le'), 'utf-16le'],
  ['UTF-16 the other way round', csv('\ufeff姓名,电话\n周小满,15400000001\n', 'utf16le').swap16(), 'utf-16be'],
  ['UTF-16 without a mark', csv('姓名,电话\n周小满,15400000001\n', 'utf16le'), 'utf-16le'],
])('a csv in %s', async (_, bytes, encoding) => {
  const { parts, texts } = await read(bytes)
  expect(parts[0]).toEqual({ source: { format: 'csv', encoding, delimiter: ',' } })
  expect(texts).toEqual([
    ['姓名', '电话'],
    ['周小满', '15400000001'],
  ])
})

test('a csv in GB18030, characters of four bytes among them', async () => {
  const { parts, texts } = await read(inGb18030)
  expect(parts[0]).toEqual({ source: { format: 'csv', encoding: 'gb18030', delimiter: ',' } })
  expect(texts[0]).toEqual(['姓名', '电话'])
  expect(texts[1]?.[0]).toMatch(/^嫂./u)
})

test.each([
  ['semicolons, with commas inside', '姓名;地址;电话\n甲;"东街,3号";1\n乙;西街,4号;2\n', ';', '东街,3号'],
  ['tabs', '姓名\t地址\t电话\n甲\t东街\t1\n', '\t', '东街'],
  ['what the file says itself', 'sep=|\n姓名|地址|电话\n甲|东街|1\n', '|', '东街'],
  ['a line break inside a cell', '姓名,地址,电话\r\n甲,"东街\r\n3号",1\r\n', ',', '东街\r\n3号'],
])('columns parted by %s', async (_, text, delimiter, address) => {
  const { parts, rows } = await read(csv(text))
  expect(parts[0]).toMatchObject({ source: { delimiter } })
  expect(rows.at(1)?.cells[1]?.text).toBe(address)
})

test('empty rows are left out and can be told from the numbers', async () => {
  const { rows } = await read(csv('姓名,电话\n\n,\n周小满,1\n'))
  expect(rows.map(({ nth }) => nth)).toEqual([1, 4])
  const book = await rawWorkbook({
    rows: '<row r="2"><c r="B2" t="inlineStr"><is><t>甲</t></is></c></row><row r="9"/>',
  })
  expect((await read(book)).rows).toEqual([{ nth: 2, cells: [null, { kind: 'text', text: '甲', formula: false }] }])
})

test('a cell says what it was: text, number, date, boolean, error; and that a formula stood behind it', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="0.0&quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="31"/></cellXfs>'
  const cells = [
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="B1"><v>15400000001</v></c>',
    '<c r="C1" s="1"><v>43854</v></c>',
    '<c r="D1" s="2"><v>43854.5</v></c>',
    '<c r="E1" s="3"><v>2</v></c>',
    '<c r="F1" t="b"><v>1</v></c>',
    '<c r="G1" t="e"><v>#N/A</v></c>',
    '<c r="H1" t="str"><f>A1</f><v>周小满</v></c>',
    '<c r="I1"><v>1.30899199001010E+17</v></c>',
    '<c r="J1"><v>130899199001010010</v></c>',
    '<c r="K1" s="4"><v>1</v></c>',
    '<c r="L1"><f>B1</f></c>',
  ]
  const texts = ['<r><t>周</t></r><r><t>小满</t></r><rPh><t>zhou</t></rPh>']
  const { rows } = await read(await rawWorkbook({ rows: `<row r="1">${cells.join('')}</row>`, texts, styles }))
  expect(rows[0]?.cells.map((cell) => cell && `${cell.kind} ${cell.text}${cell.formula ? ' =' : ''}`)).toEqual([
    'text 周小满',
    'number 15400000001',
    'date 2020-01-24',
    'date 2020-01-24T12:00:00',
    'number 2',
    'boolean TRUE',
    'error #N/A',
    'text 周小满 =',
    'number 1.30899199001010E+17',
    'number 130899199001010010',
    'date 1900-01-01',
    'text  =',
  ])
})

test('days count from 1904 where the workbook says so, and 29 February 1900 is no day', async () => {
  const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
  const dated = (serial: number, workbookPr = '') =>
    rawWorkbook({ rows: `<row r="1"><c r="A1"><v>${serial}</v></c></row>`, styles, workbookPr })
  expect((await read(await dated(42_392, '<workbookPr date1904="1"/>'))).texts).toEqual([['2020-01-24']])
  expect((await read(await dated(59))).texts).toEqual([['1900-02-28']])
  expect((await read(await dated(60))).rows[0]?.cells[0]).toMatchObject({ kind: 'number', text: '60' })
  expect((await read(await dated(61))).texts).toEqual([['1900-03-01']])
})

test('merged cells are named, hidden rows and sheets are marked', async () => {
  const bytes = await rawWorkbook({
    rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row>',
    after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    state: ' state="hidden"',
  })
  const { sheets } = await readSheets(bytes)
  expect(sheets).toMatchObject([
    { name: '名单', hidden: true, merged: ['A1:B1'], rows: [{ hidden: false }, { hidden: true }] },
  ])
})

const row = (cells: string) => `<row r="1">${cells}</row>`
const nested = `<row r="1"><c r="A1" t="inlineStr"><is>${'<r>'.repeat(100)}`
test.each<[string, RawWorkbook, string]>([
  ['a macro', { parts: { 'xl/vbaProject.bin': 'x' } }, 'macros'],
  ['a link to another file', { parts: { 'xl/externalLinks/externalLink1.xml': '<a/>' } }, 'external-links'],
  [
    'types of its own',
    {
      parts: {
        'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&b;</worksheet>',
      },
    },
    'malformed',
  ],
  ['an entity nobody knows', { rows: row('<c r="A1" t="inlineStr"><is><t>&lol;</t></is></c>') }, 'malformed'],
  ['no sheet', { parts: { 'xl/worksheets/sheet1.xml': null } }, 'unreadable'],
  ['no workbook', { parts: { 'xl/workbook.xml': null } }, 'not-a-table'],
  [
    'something else in the container',
    { parts: { 'xl/workbook.xml': null, '_rels/.rels': null, mimetype: 'application/vnd.oasis' } },
    'not-a-table',
  ],
  ['a text that is not there', { rows: row('<c r="A1" t="s"><v>7</v></c>') }, 'malformed'],
  ['a cell in the wrong row', { rows: row('<c r="A2"><v>7</v></c>') }, 'malformed'],
  ['two cells in one place', { rows: row('<c r="A1"><v>7</v></c><c r="A1"><v>8</v></c>') }, 'malformed'],
  [
    'rows that go back',
    { rows: '<row r="2"><c r="A2"><v>7</v></c></row><row r="1"><c r="A1"><v>8</v></c></row>' },
    'malformed',
  ],
  ['a row beyond the last', { rows: '<row r="1048577"/>' }, 'malformed'],
  ['a number that is none', { rows: row('<c r="A1"><v>seven</v></c>') }, 'malformed'],
  ['a kind of cell nobody knows', { rows: row('<c r="A1" t="zz"><v>7</v></c>') }, 'malformed'],
  ['an end that never comes', { rows: '<row r="1"><c r="A1">' }, 'malformed'],
  ['boxes in boxes', { rows: nested }, 'malformed'],
  ['a cell too far right', { rows: row('<c r="XFD1"><v>7</v></c>') }, 'too-many-columns'],
  [
    'a cell too long',
    { rows: row(`<c r="A1" t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c>`) },
    'cell-too-long',
  ],
  [
    'bytes that are no UTF-8',
    { parts: { 'xl/worksheets/sheet1.xml': Buffer.from([0x3c, 0x61, 0x3e, 0xff, 0xfe]) } },
    'unreadable',
  ],
])('a workbook with %s is refused', async (_, given, code) => {
  expect(await codeOf(given)).toBe(code)
})

test('a refusal says where', async () => {
  const rows = '<row r="7"><c r="B7" t="s"><v>3</v></c></row>'
  expect(await refusalOf(await rawWorkbook({ rows }))).toMatchObject({
    code: 'malformed',
    sheet: '名单',
    row: 7,
    column: 'B',
  })
  expect(await refusalOf(csv('姓名,电话\n"周小满,1\n'))).toEqual({ code: 'quote-open', row: 2 })
})

test.each([
  ['an old workbook, or a locked one', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
  ['a web page', csv('<html><table><tr><td>姓名</td></tr></table></html>'), 'web-page'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'not-a-table'],
  ['text in no encoding we know', Buffer.from([0x61, 0xff, 0xff, 0x2c]), 'encoding'],
  ['half a workbook', Buffer.from('504b030414000600', 'hex'), 'unreadable'],
])('%s is refused', async (_, bytes, code) => {
  expect(await refusalOf(bytes)).toMatchObject({ code })
})

test('more of anything than is allowed is refused, and nothing is cut off', async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('')
  expect(await codeOf({ rows }, { rows: 29 })).toBe('too-many-rows')
  expect(await codeOf({ rows }, { rows: 30 })).toBe('read')
  expect(await codeOf({ rows }, { parts: 5 })).toBe('too-many-parts')
  expect(await codeOf({ rows: '<!-- -->'.repeat(100_000) }, { inflatedBytes: 500_000 })).toBe('too-large-inside')
  await expect(readSheets(csv('a,b'), { bytes: 2 })).rejects.toMatchObject({ code: 'exchange.too-large', status: 413 })
})

test('whatever is done to the bytes of a workbook, it is read or refused', async () => {
  const sound = await writeWorkbook([
    {
      name: '名单',
      rows: [
        ['姓名', '电话'],
        ['周小满', '15400000001'],
      ],
    },
  ])
  const outcomes = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      fc.nat(sound.length),
      async (changes, cut) => {
        const bytes = Buffer.from(sound)
        for (const [at, byte] of changes) bytes[at] = byte
        const refused = await refusalOf(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes)
        outcomes.add(typeof refused === 'string' ? refused : refused.code)
      },
    ),
    { numRuns: 300 },
  )
  expect(outcomes).toContain('unreadable')
})

test('a child that is given too much to do is stopped, and the next one reads', async () => {
  const bomb = await rawWorkbook({ rows: `${'<row/>'.repeat(10)}<!--${' '.repeat(60_000_000)}-->` })
  expect(bomb.length).toBeLessThan(100_000)
  await expect(readSheets(bomb, { inflatedBytes: 20_000_000 })).rejects.toMatchObject({
    code: 'exchange.too-large-inside',
  })
  await expect(readSheets(bomb, { memoryMb: 60 })).rejects.toMatchObject({ code: 'exchange.out-of-memory' })
  await expect(readSheets(bomb, { ms: 40 })).rejects.toMatchObject({ code: 'exchange.too-slow' })
  const small = await writeWorkbook([{ name: '名单', rows: [['姓名'], ['周小满']] }])
  expect((await readSheets(small)).sheets[0]?.rows).toHaveLength(2)
  const long = csv(`姓名,电话\n${'周小满,15400000001\n'.repeat(5_000)}`)
  expect((await readSheets(long)).sheets[0]?.rows).toHaveLength(5_001)
})

test('two files are read side by side; a third waits its turn, and is told to come again when it waits too long', async () => {
  const bytes = await writeWorkbook([{ name: '名单', rows: [['姓名'], ['周小满']] }])
  const one = streamSheets(bytes)
  const other = streamSheets(bytes)
  await Promise.all([one.next(), other.next()])
  const tooLong = await readSheets(bytes, { waitMs: 30 }).catch((error: unknown) => error)
  expect(tooLong).toBeInstanceOf(Problem)
  expect(tooLong).toMatchObject({ code: 'exchange.busy', resend: 'later' })
  const third = readSheets(bytes, { waitMs: 20_000 })
  await one.return(undefined)
  expect((await third).sheets).toHaveLength(1)
  await other.return(undefined)
  const many = await Promise.allSettled(Array.from({ length: 7 }, () => readSheets(bytes, { waitMs: 20_000 })))
  expect(many.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

test('a reader that cannot be started is no fault of the file, and leaves room for the next one', async () => {
  const bytes = await writeWorkbook([{ name: '名单', rows: [['姓名'], ['周小满']] }])
  const folder = await mkdtemp(join(tmpdir(), 'reader-'))
  const dies = join(folder, 'dies')
  await writeFile(dies, '#!/bin/sh\nkill -ABRT $$\n', { mode: 0o755 })
  const node = process.execPath
  try {
    // Not there; there and no program; ends at once; is killed at once, as by a machine without memory.
    for (const program of [join(folder, 'absent'), folder, '/bin/false', dies]) {
      process.execPath = program
      const refused = await readSheets(bytes).catch((error: unknown) => error)
      expect(refused).toMatchObject({ code: 'exchange.reader-absent', status: 503, resend: 'later' })
    }
  } finally {
    process.execPath = node
    await rm(folder, { recursive: true })
  }
  expect((await readSheets(bytes)).sheets).toHaveLength(1)
})

test('the child has no environment, and may not write or start anything', async () => {
  const { execFileSync } = await import('node:child_process')
  const tried = (code: string) => () =>
    execFileSync(process.execPath, ['--permission', '-e', code], { env: {}, stdio: 'pipe' }).toString()
  expect(tried("require('fs').writeFileSync('/tmp/planted', 'x')")).toThrow(/ERR_ACCESS_DENIED/)
  expect(tried("require('child_process').spawnSync('true')")).toThrow(/ERR_ACCESS_DENIED/)
})
