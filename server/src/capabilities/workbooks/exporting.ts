import { recordAudit } from '../../kernel/audit.ts'
import type { Ctx, Purpose } from '../../kernel/operation.ts'
import { enqueue } from '../../kernel/queue.ts'
import { open, seal } from '../../kernel/seal.ts'
import { writeWorkbook } from '../exchange/index.ts'
import { type RosterField, type RosterRow, rosterPage } from '../people/index.ts'
import { standingOf } from './rules.exports.ts'
import { type Choice, sheetSpecs } from './rules.sheets.ts'
import { type FoundExport, findExport, keepExportPart, listExportParts } from './sql.exports.ts'
import { lockWorkbook } from './sql.ts'
import { inNameOf } from './steps.ts'

export const EXPORT_JOB = 'workbooks.export-step'
const HOUSEHOLDS_A_PART = 200
const ROWS_A_SHEET = 20_000

export const queueExport = (ctx: Ctx, exportId: string): Promise<unknown> => enqueue(ctx, EXPORT_JOB, { exportId })

const placeOf = (county: number, exportId: string, nth: number): string =>
  `workbooks.export_part/${county}/${exportId}/${nth}`

/** Some hundred households, read in the name and for the purpose of whoever asked; a file that nobody waits for any more is left. */
export async function runExportStep(ctx: Ctx, exportId: string): Promise<void> {
  const { tx, actor: system } = ctx
  await lockWorkbook(tx, system.county, exportId)
  const one = await findExport(tx, exportId)
  if (!one || standingOf(one) !== 'running') return
  const nth = one.parts + 1
  const { rows, next } = await inNameOf(
    ctx,
    { ...one, division: one.area, purpose: one.purpose as Purpose },
    async (own) => {
      const fields = one.fields as RosterField[]
      const page = await rosterPage(own, { division: one.division, after: one.next, limit: HOUSEHOLDS_A_PART, fields })
      const note = { fields: fields.join(' '), part: nth }
      recordAudit(own, 'workbooks.export.read', {
        subject: exportId,
        division: one.division,
        count: page.rows.length,
        note,
      })
      return page
    },
  )
  const content = seal(JSON.stringify(rows), placeOf(system.county, exportId, nth))
  const of = { county: system.county, export_id: exportId, division: one.division }
  await keepExportPart(tx, { ...of, nth, rows: rows.length, next, content })
  if (next !== null) await queueExport(ctx, exportId)
}

const fieldWords: Record<RosterField, string> = { name: '姓名', document: '证件号码', phone: '电话', address: '门牌' }
const relationOf = (code: string): string =>
  sheetSpecs.people.columns
    .find(({ key }) => key === 'relation')
    ?.choices?.find((choice: Choice) => choice.code === code)?.zh ?? code

export interface Watermark {
  reader: string
  at: string
  purpose: string
  number: string
}

/** Who, when, what for and which file: on the first line of every sheet, and in the properties of the file. */
export async function writeExport(
  { tx, actor, now }: Ctx,
  one: FoundExport,
  mark: Watermark,
  names: ReadonlyMap<string, string>,
): Promise<Buffer> {
  const fields = one.fields as RosterField[]
  const said = `${mark.reader} · ${mark.at} · 用途 ${mark.purpose} · 编号 ${mark.number} · 仅限本人工作使用,不得外传`
  const rows: string[][] = []
  for (const { nth, content } of await listExportParts(tx, one.id)) {
    const part = JSON.parse(open(content, placeOf(actor.county, one.id, nth))) as RosterRow[]
    for (const row of part) rows.push(cellsOf(row, fields, names))
  }
  const head = ['区划代码', '村(社区)', '组或楼栋单元', '与户主关系', ...fields.map((field) => fieldWords[field])]
  const sheets = Array.from({ length: Math.max(1, Math.ceil(rows.length / ROWS_A_SHEET)) }, (_, at) => ({
    name: `名册${at + 1}`,
    headRows: 2,
    widths: head.map((heading) => (heading === '证件号码' ? 22 : 16)),
    rows: [[said], head, ...rows.slice(at * ROWS_A_SHEET, (at + 1) * ROWS_A_SHEET)],
  }))
  return writeWorkbook(sheets, { title: `名册 ${mark.number}`, creator: mark.reader, description: said, created: now })
}

const cellsOf = (row: RosterRow, fields: readonly RosterField[], names: ReadonlyMap<string, string>): string[] => [
  row.division,
  names.get(row.division) ?? '',
  row.block ?? '',
  relationOf(row.relation),
  ...fields.map((field) => (field === 'address' ? (row.shown.door ?? row.shown.address) : row.shown[field]) ?? ''),
]
