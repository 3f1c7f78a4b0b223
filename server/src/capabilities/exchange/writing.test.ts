import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf } from './parts.ts'
import { type Part, unpack, usualLimits } from './table.ts'
import { writeCsv, writeWorkbook } from './writing.ts'

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
  '=1+1',
  '+1',
  '-1',
  '@x',
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
