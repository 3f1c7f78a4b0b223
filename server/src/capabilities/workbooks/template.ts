import { writeWorkbook } from '../exchange/index.ts'
import { sheetKeys, sheetSpecs } from './rules.sheets.ts'

/** The workbook that is filled in: headings in both languages, hints on every column, one example that is not loaded. */
export function writeTemplate(): Promise<Buffer> {
  return writeWorkbook(
    sheetKeys.map((key) => {
      const { zh, columns } = sheetSpecs[key]
      const star = (required: boolean) => (required ? '*' : '')
      return {
        name: zh,
        widths: columns.map(({ en, key: name }) => (name === 'document' ? 24 : Math.max(12, en.length + 4))),
        headRows: 2,
        hints: columns.map(({ zh: title, hint, choices }) => ({
          title,
          text: `${hint.zh}\n${hint.en}`,
          ...(choices ? { choices: choices.map((choice) => choice.zh) } : {}),
        })),
        rows: [
          columns.map(({ zh: heading, required }) => `${heading}${star(required)}`),
          columns.map(({ en: heading, required }) => `${heading}${star(required)}`),
          columns.map(({ example }) => example),
        ],
      }
    }),
  )
}
