import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { blindIndex } from '../../kernel/seal.ts'
import { requireFreshFactor } from '../access/index.ts'
import { streamSheets } from '../exchange/index.ts'
import { mayLoad } from './policy.ts'
import { contentUnreadable, idUsed, notPreviewed, tooManyOpen, workbookGone, workbookUnknown } from './problems.ts'
import { sheetSpecs } from './rules.sheets.ts'
import {
  FileToSave,
  FindingPage,
  ListFindings,
  ListWorkbooks,
  NothingAsked,
  OneWorkbook,
  SendWorkbook,
  Workbook,
  WorkbookPage,
} from './schema.ts'
import { sift } from './sifting.ts'
import {
  countOpen,
  type FoundWorkbook,
  findWorkbook,
  keepDestruction,
  keepFindings,
  keepOrdering,
  keepParts,
  keepSheets,
  keepTallies,
  keepWorkbook,
  listFindingRows,
  listResults,
  listWorkbookRows,
} from './sql.ts'
import { queueStep, sealPart } from './steps.ts'
import { writeTemplate } from './template.ts'

const KEPT_MS = 24 * 3_600_000
const OPEN_MAX = 8
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const getTemplate = operation({
  name: 'workbooks.template.get',
  summary: { zh: '下载全县工作簿模板', en: 'The template of the county workbook' },
  kind: 'read',
  input: NothingAsked,
  output: FileToSave,
  allow: (actor) => mayLoad(actor),
  async run() {
    const content = (await writeTemplate()).toString('base64')
    return { fileName: '群防-全县工作簿模板.xlsx', type: XLSX, content }
  },
  audit: () => null,
})

/** Read and held against the form before anything is kept: a file that is refused leaves no trace. */
export const sendWorkbook = operation({
  name: 'workbooks.workbook.send',
  summary: { zh: '上传全县工作簿(先预览,不直接载入)', en: 'Send a county workbook; it is previewed first' },
  kind: 'write',
  input: SendWorkbook,
  output: Workbook,
  allow: (actor) => mayLoad(actor),
  async run(ctx, { id, file }) {
    const { tx, actor, now } = ctx
    if (file.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(file)) throw contentUnreadable()
    const bytes = Buffer.from(file, 'base64')
    const digest = blindIndex('workbooks.workbook', `${actor.county}/${bytes.toString('base64')}`)
    const there = await findWorkbook(tx, id)
    if (there && !there.digest.equals(digest)) throw idUsed({ id })
    if (there) return viewOf(ctx, there)
    if ((await countOpen(tx, actor.accountId)) >= OPEN_MAX) throw tooManyOpen({ max: OPEN_MAX })
    const { sheets, parts, refused, accounts } = await sift(streamSheets(bytes), actor)
    const { accountId, seatId, role, county, division } = actor
    const expiresAt = new Date(now.getTime() + KEPT_MS)
    const row = {
      id,
      division,
      accountId,
      seatId,
      role: role ?? '',
      bytes: bytes.length,
      parts: parts.length,
      accounts,
      digest,
    }
    await keepWorkbook(tx, county, { ...row, receivedAt: now, expiresAt })
    const of = { county, workbook_id: id, division }
    await keepSheets(tx, of, sheets)
    await keepParts(
      tx,
      of,
      parts.map((part, at) => ({ nth: at + 1, kind: part.kind, content: sealPart(county, id, at + 1, part) })),
    )
    const step = { ...of, pass: 'preview' as const, nth: 0, at: now }
    await keepTallies(tx, step, refused.counts)
    await keepFindings(tx, step, refused.findings)
    await queueStep(ctx, id, 'preview')
    return viewOf(ctx, await findOwn(ctx, { workbookId: id }))
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: output.division,
    count: 1,
    note: { bytes: output.bytes, parts: output.parts },
  }),
})

async function findOwn({ tx }: Ctx, { workbookId }: { workbookId: string }): Promise<FoundWorkbook> {
  const found = await findWorkbook(tx, workbookId)
  if (!found) throw workbookUnknown({ id: workbookId })
  return found
}

function stateOf(book: FoundWorkbook) {
  if (book.isApplied) return 'applied' as const
  if (book.destroyedAt) return 'destroyed' as const
  if (book.orderedAt) return 'applying' as const
  return book.hasPreview ? ('previewed' as const) : ('previewing' as const)
}

async function viewMany({ tx }: Ctx, books: readonly FoundWorkbook[]): Promise<Workbook[]> {
  const results = await listResults(
    tx,
    books.map(({ id }) => id),
  )
  const order = Object.keys(sheetSpecs)
  return books.map((book) => {
    const of = (wanted: 'preview' | 'apply') =>
      results
        .filter(({ workbookId, pass }) => workbookId === book.id && pass === wanted)
        .map(({ workbookId: _, pass: __, ...counts }) => counts)
        .sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet))
    const { id, division, bytes, parts, accounts, receivedAt, expiresAt, orderedAt, destroyedAt } = book
    return {
      id,
      division,
      state: stateOf(book),
      bytes,
      parts,
      accounts,
      done: orderedAt ? book.applied : book.previewed,
      receivedAt: receivedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      orderedAt: orderedAt?.toISOString() ?? null,
      destroyedAt: destroyedAt?.toISOString() ?? null,
      preview: of('preview'),
      applied: of('apply'),
    }
  })
}

async function viewOf(ctx: Ctx, book: FoundWorkbook): Promise<Workbook> {
  const [view] = await viewMany(ctx, [book])
  if (!view) throw workbookUnknown({ id: book.id })
  return view
}

export const listWorkbooks = operation({
  name: 'workbooks.workbook.list',
  summary: { zh: '已上传的工作簿', en: 'Workbooks that were sent' },
  kind: 'read',
  input: ListWorkbooks,
  output: WorkbookPage,
  allow: (actor) => mayLoad(actor),
  async run(ctx, { after, limit }) {
    const rows = await listWorkbookRows(ctx.tx, { before: positionOf(after), limit: limit + 1 })
    const page = rows.slice(0, limit)
    const next = cursorOf(page, limit, ({ receivedAt, id }) => ({ at: receivedAt, id }))
    return { items: await viewMany(ctx, page), next: rows.length > limit ? next : null }
  },
  audit: () => null,
})

export const getWorkbook = operation({
  name: 'workbooks.workbook.get',
  summary: {
    zh: '工作簿的预览、进度与结果',
    en: 'The preview of a workbook, how far it has come and what became of it',
  },
  kind: 'read',
  input: OneWorkbook,
  output: Workbook,
  load: findOwn,
  allow: (actor, { division }) => mayLoad(actor, division),
  run: (ctx, _input, book) => viewOf(ctx, book),
  audit: () => null,
})

export const listFindings = operation({
  name: 'workbooks.finding.list',
  summary: { zh: '逐格的问题与差异', en: 'What is wrong or differs, cell by cell' },
  kind: 'read',
  input: ListFindings,
  output: FindingPage,
  load: findOwn,
  allow: (actor, { division }) => mayLoad(actor, division),
  async run({ tx }, { workbookId, pass, after, limit }) {
    const [, sheet, row, seq] = /^([a-z]+)\.(\d{1,7})\.(\d{1,10})$/.exec(after ?? '') ?? []
    const cursor: [string, number, number] | null = sheet ? [sheet, Number(row), Number(seq)] : null
    const rows = await listFindingRows(tx, { workbookId, pass, after: cursor, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return {
      items: items.map(({ seq: _, ...item }) => {
        const { zh, en } = sheetSpecs[item.sheet]
        return { ...item, sheetName: { zh, en } }
      }),
      next: last && rows.length > limit ? `${last.sheet}.${last.row}.${last.seq}` : null,
    }
  },
  audit: () => null,
})

/** Ordered again it goes on where it stopped, and when all is loaded nothing happens. */
export const applyWorkbook = operation({
  name: 'workbooks.workbook.apply',
  summary: { zh: '按预览载入工作簿', en: 'Load a workbook as previewed' },
  kind: 'write',
  input: OneWorkbook,
  output: Workbook,
  load: findOwn,
  allow: (actor, { division }) => mayLoad(actor, division),
  async run(ctx, { workbookId }, book) {
    if (book.isApplied) return viewOf(ctx, book)
    if (book.destroyedAt) throw workbookGone({ id: workbookId })
    if (!book.hasPreview) throw notPreviewed({ id: workbookId })
    if (book.accounts > 0) await requireFreshFactor(ctx)
    const { county, accountId: account_id, seatId: seat_id, role } = ctx.actor
    // The rows go to where the file came from, whoever above that area orders it.
    const order = {
      county,
      workbook_id: workbookId,
      division: book.division,
      account_id,
      seat_id,
      role: role ?? '',
      at: ctx.now,
    }
    await keepOrdering(ctx.tx, order)
    await queueStep(ctx, workbookId, 'apply')
    return viewOf(ctx, await findOwn(ctx, { workbookId }))
  },
  audit: ({ input, output }) => ({
    subject: input.workbookId,
    division: output.division,
    note: { parts: output.parts },
  }),
})

export const discardWorkbook = operation({
  name: 'workbooks.workbook.discard',
  summary: { zh: '放弃工作簿并清除内容', en: 'Discard a workbook and destroy what stood in it' },
  kind: 'write',
  input: OneWorkbook,
  output: Workbook,
  load: findOwn,
  allow: (actor, { division }) => mayLoad(actor, division),
  async run(ctx, { workbookId }, book) {
    const { county } = ctx.actor
    const { division } = book
    await keepDestruction(ctx.tx, { county, workbook_id: workbookId, division, ground: 'discarded', at: ctx.now })
    return viewOf(ctx, await findOwn(ctx, { workbookId }))
  },
  audit: ({ input, output }) => ({
    subject: input.workbookId,
    division: output.division,
    note: { state: output.state },
  }),
})
