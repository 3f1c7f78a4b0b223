import { recordAudit } from '../../kernel/audit.ts'
import { enqueue } from '../../kernel/feed.ts'
import type { Ctx, Purpose } from '../../kernel/operation.ts'
import { open, seal } from '../../kernel/seal.ts'
import { nameAccounts } from '../access/index.ts'
import { streamWorkbook } from '../exchange/index.ts'
import { minuteInChina } from '../places/rules.clock.ts'
import { kinds } from './kinds.ts'
import { standingOf } from './rules.exports.ts'
import {
  type FoundExport,
  findExport,
  findExportPart,
  findExportPiece,
  keepExportPart,
  keepExportPiece,
  keepExportWritten,
} from './sql.exports.ts'
import { lockWorkbook } from './sql.ts'
import { inNameOf } from './steps.ts'

export const EXPORT_JOB = 'workbooks.export-step'
/** What is held in memory at once, here and by whoever takes it. */
const PIECE_BYTES = 3 * 1024 * 1024

export const queueExport = (ctx: Ctx, exportId: string): Promise<unknown> => enqueue(ctx, EXPORT_JOB, { exportId })

const partPlace = (county: number, exportId: string, nth: number): string =>
  `workbooks.export_part/${county}/${exportId}/${nth}`
const piecePlace = (county: number, exportId: string, nth: number): string =>
  `workbooks.export_piece/${county}/${exportId}/${nth}`

/** One page of rows, or the file when all of them are read; a file that nobody waits for any more is left. */
export async function runExportStep(ctx: Ctx, exportId: string): Promise<void> {
  await lockWorkbook(ctx.tx, ctx.actor.county, exportId)
  const one = await findExport(ctx.tx, exportId)
  if (!one || standingOf(one) !== 'running') return
  if (one.isRead) return writeFile(ctx, one)
  await readPage(ctx, one)
  await queueExport(ctx, exportId)
}

/** In the name and for the purpose of whoever asked. */
async function readPage(ctx: Ctx, one: FoundExport): Promise<void> {
  const { tx, actor: system } = ctx
  const nth = one.parts + 1
  const who = { ...one, division: one.area, purpose: one.purpose as Purpose }
  const { rows, next } = await inNameOf(ctx, who, async (own) => {
    const page = await kinds[one.kind].page(own, one)
    const note = { kind: one.kind, fields: one.fields.join(' '), part: nth }
    recordAudit(own, 'workbooks.export.read', {
      subject: one.id,
      division: one.division,
      count: page.rows.length,
      note,
    })
    return page
  })
  const content = seal(JSON.stringify(rows), partPlace(system.county, one.id, nth))
  const of = { county: system.county, export_id: one.id, division: one.division }
  await keepExportPart(tx, { ...of, nth, rows: rows.length, next, content })
}

/** Who, when, what for and which file: on the first line of the sheet, and in the properties of the file. */
async function markOf(ctx: Ctx, { accountId, purpose, id }: FoundExport) {
  const reader = (await nameAccounts(ctx, [accountId])).get(accountId)?.name ?? ''
  const said = `${reader} · ${minuteInChina(ctx.now)} · 用途 ${purpose} · 编号 ${numberOf(id)} · 仅限本人工作使用,不得外传`
  return { reader, said }
}
export const numberOf = (exportId: string): string => exportId.slice(-12)

/** Part by part into piece by piece: at no time more than one of each is held. */
async function writeFile(ctx: Ctx, one: FoundExport): Promise<void> {
  const { tx, actor, now } = ctx
  const { title, head } = kinds[one.kind]
  const { reader, said } = await markOf(ctx, one)
  const headings = head(one.fields)
  let rows = 0
  async function* sheet(): AsyncGenerator<string[]> {
    yield [said]
    yield headings
    for (let nth = 1; nth <= one.parts; nth += 1) {
      const part = JSON.parse(open(await findExportPart(tx, one.id, nth), partPlace(actor.county, one.id, nth)))
      for (const cells of part as string[][]) {
        rows += 1
        yield cells
      }
    }
  }
  const of = { county: actor.county, export_id: one.id, division: one.division }
  let pieces = 0
  let bytes = 0
  let waiting: Buffer[] = []
  let held = 0
  const keep = async () => {
    pieces += 1
    bytes += held
    const content = seal(Buffer.concat(waiting).toString('base64'), piecePlace(actor.county, one.id, pieces))
    waiting = []
    held = 0
    await keepExportPiece(tx, { ...of, nth: pieces, content })
  }
  const widths = headings.map((heading) => (heading.endsWith('证件号码') ? 22 : 16))
  const properties = { title: `${title} ${numberOf(one.id)}`, creator: reader, description: said, created: now }
  for await (const chunk of streamWorkbook([{ name: title, headRows: 2, widths, rows: sheet() }], properties)) {
    waiting.push(chunk)
    held += chunk.length
    if (held >= PIECE_BYTES) await keep()
  }
  if (held > 0) await keep()
  await keepExportWritten(tx, { ...of, rows, pieces, bytes, at: now })
}

/** In base64; null when there is none of this number any more. */
export async function openPiece({ tx, actor }: Ctx, exportId: string, nth: number): Promise<string | null> {
  const content = await findExportPiece(tx, exportId, nth)
  return content === null ? null : open(content, piecePlace(actor.county, exportId, nth))
}
