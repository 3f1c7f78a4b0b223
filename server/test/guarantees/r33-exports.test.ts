import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readExcelFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { writeCsv, writeWorkbook } from '../../src/capabilities/exchange/index.ts'
import { hostileTexts } from './r33-exports.ts'

/** The cells as a reader sees them that shares nothing with ours: a number or a date would not come out as text. */
async function foreignCells(rows: readonly (readonly string[])[]): Promise<unknown[][]> {
  const bytes = await writeWorkbook([{ name: '名册', rows }])
  const [sheet] = await readExcelFile(bytes, { trim: false })
  return sheet?.data ?? []
}

test('another program’s reader finds text in every cell of an export, and the text that went in', async () => {
  const rows = hostileTexts.map((text) => [text, '周小满'])
  expect(await foreignCells(rows)).toEqual(rows)
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('=', '+', '-', '@', ''), text), { minLength: 1 }),
      async (cells) => {
        // A line break of an old program becomes a new one in every reader of XML; ours keeps it, see exchange/writing.test.ts.
        const rows = cells.map(([start, rest]) => [`x${start}`, `${start}${rest}`.replaceAll('\r', '')])
        expect(await foreignCells(rows)).toEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

test('no part of the file is a formula, a link, a macro or anything else that acts', async () => {
  const bytes = await writeWorkbook([{ name: '=1+1', rows: hostileTexts.map((text) => [text]) }])
  const zip = await fromBufferPromise(bytes, { lazyEntries: false })
  const names: string[] = []
  let all = ''
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName)
    for await (const chunk of await zip.openReadStreamPromise(entry)) all += String(chunk)
  }
  expect(names.sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  expect(all).not.toMatch(/<f[ >/]|TargetMode|<hyperlink|<definedName|vbaProject|externalLink|oleObject/)
})

test('in a csv every such cell begins with an apostrophe, as any reader of csv sees it', () => {
  const guarded = hostileTexts.filter((text) => /^[=+\-@＝＋－＠\t\r|%']/.test(text))
  const read = parse(writeCsv(guarded.map((text) => [text])), { bom: true }) as string[][]
  expect(read).toHaveLength(guarded.length)
  for (const [at, [cell]] of read.entries()) expect(cell).toBe(`'${guarded[at]}`)
})
