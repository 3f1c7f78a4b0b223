import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'
import { type Part, unpack, usualLimits } from './table.ts'
import { streamWorkbook, writeCsv, writeWorkbook } from './writing.ts'

async function textsOf(bytes: Buffer): Promise<string[][]> {
  const parts: Part[] = []
  for await (const some of partsOf(bytes, usualLimits)) parts.push(...some)
  return parts.flatMap((part) =>
    'rows' in part ? part.rows.map(([, cells]) => cells.map((cell) => unpack(cell)?.text ?? '')) : [],
  )
}

const dangerous = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '%x',
  '|x',
  '\uff1d1+1',
  '\uff0b1',
  '\uff0d1',
  '\uff20x',
  "'=1",
  "'",
  "''=1",
]

test('what a spreadsheet would take for a formula stands behind an apostrophe in a csv', () => {
  const text = writeCsv([['姓名'], ...dangerous.map((one) => [one])]).toString('utf8')
  expect(text.startsWith('\ufeff姓名\r\n')).toBe(true)
  const cells = text.replace('\ufeff', '').split('\r\n').slice(1, -1)
  expect(cells).toHaveLength(dangerous.length)
  for (const cell of cells) expect(cell).toMatch(/^"?'/)
})

test('in a workbook every cell is text, and no part of it can be worked out', async () => {
  const texts = await textsOf(
    await writeWorkbook([{ name: '名单', rows: [['姓名'], ...dangerous.map((one) => [one])] }]),
  )
  expect(texts.flat()).toEqual(['姓名', ...dangerous])
})

const cell = fc.oneof(
  fc.constantFrom(
    ...dangerous,
    '周小满',
    '130899199001010017',
    '东街,3号',
    '说"好"',
    '第一行\n第二行',
    '_x0041_',
    'a;b',
    ' 前后 ',
  ),
  fc.string({ maxLength: 12 }).filter((text) => text.trim() !== '' && !text.includes('\0')),
)

test('what was written comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }), async (rows) => {
      const all = [['姓名', '证件', '备注'], ...rows]
      expect(await textsOf(await writeWorkbook([{ name: 'a/b', rows: all }]))).toEqual(all)
      expect(await textsOf(writeCsv(all))).toEqual(all)
    }),
    { numRuns: 60 },
  )
})

test('a workbook is written as its rows come: nobody holds all of them, and it stops when nobody takes it', async () => {
  const ROWS = 60_000
  let asked = 0
  let ahead = 0
  let taken = 0
  async function* rows() {
    for (; asked < ROWS; asked += 1) {
      ahead = Math.max(ahead, asked - taken)
      yield [`第${asked}行`, '周小满'.repeat(12)]
    }
  }
  let bytes = 0
  for await (const chunk of streamWorkbook([{ name: '名册', rows: rows() }])) {
    bytes += chunk.length
    taken = asked
    // Whoever takes it is slower than whoever gives it.
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect([asked, bytes > 100_000]).toEqual([ROWS, true])
  expect(ahead).toBeLessThan(ROWS / 4)
  asked = 0
  for await (const _ of streamWorkbook([{ name: '名册', rows: rows() }])) break
  expect(asked).toBeLessThan(ROWS)
  async function* broken() {
    yield ['姓名']
    throw new Error('the rows end badly')
  }
  const taking = async () => {
    for await (const _ of streamWorkbook([{ name: '名册', rows: broken() }])) taken += 1
  }
  await expect(taking()).rejects.toThrow('the rows end badly')
})
