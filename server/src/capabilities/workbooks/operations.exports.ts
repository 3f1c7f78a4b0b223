import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameAccounts, requireFreshFactor } from '../access/index.ts'
import { mayTrace } from '../exposures/index.ts'
import { numberOf, openPiece, queueExport } from './exporting.ts'
import { kinds } from './kinds.ts'
import { isAsker, mayAskExport, mayDecideExport, mayLoad } from './policy.ts'
import {
  exportEmpty,
  exportNotReady,
  exportNotWaiting,
  exportOver,
  exportTooLarge,
  exportUnknown,
  idUsed,
} from './problems.ts'
import { needsSecond, ROWS_MAX, standingOf, TAKING_MS } from './rules.exports.ts'
import {
  AskExport,
  DecideExport,
  DownloadExport,
  Export,
  ExportPage,
  ExportPiece,
  ListExports,
  OneExport,
} from './schema.exports.ts'
import {
  countAsked,
  type ExportEnd,
  type FoundExport,
  findExport,
  keepDecision,
  keepExport,
  keepExportEnd,
  listExportRows,
} from './sql.exports.ts'

const DAY_MS = 24 * 3_600_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function viewMany(ctx: Ctx, found: readonly FoundExport[]): Promise<Export[]> {
  const names = await nameAccounts(
    ctx,
    found.flatMap(({ accountId, decidedBy }) => [accountId, ...(decidedBy ? [decidedBy] : [])]),
  )
  return found.map((one) => {
    const state = standingOf(one)
    const own = isAsker(ctx.actor, one)
    const { id, kind, division, fields, purpose, ground, about, rows, rowsRead, bytes, pieces, askedAt, expiresAt } =
      one
    const { decidedBy, decidedAt, endedAt } = one
    return {
      id,
      kind,
      division,
      state,
      fields,
      purpose,
      ground,
      lineList: about,
      bytes,
      pieces,
      askedBy: names.get(one.accountId)?.name ?? '',
      askedAt: askedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      rows,
      rowsRead,
      needsSecond: needsSecond(one),
      decidedBy: decidedBy ? (names.get(decidedBy)?.name ?? '') : null,
      decidedAt: decidedAt?.toISOString() ?? null,
      endedAt: endedAt?.toISOString() ?? null,
      mayDecide: state === 'waiting' && mayDecideExport(ctx.actor, one),
      mayDownload: own && (state === 'ready' || isBeingTaken(one, ctx.now)),
      mayCancel: !one.outcome && own,
    }
  })
}

/** Whoever lost the line is not asked for another file. */
const isBeingTaken = ({ outcome, endedAt }: FoundExport, now: Date): boolean =>
  outcome === 'downloaded' && endedAt !== null && now.getTime() - endedAt.getTime() < TAKING_MS

async function viewOf(ctx: Ctx, exportId: string): Promise<Export> {
  const [view] = await viewMany(ctx, [await findOwn(ctx, { exportId })])
  if (!view) throw exportUnknown({ id: exportId })
  return view
}

async function findOwn({ tx }: Ctx, { exportId }: { exportId: string }): Promise<FoundExport> {
  const found = await findExport(tx, exportId)
  if (!found) throw exportUnknown({ id: exportId })
  return found
}

export const askExport = operation({
  name: 'workbooks.export.ask',
  summary: {
    zh: '申请导出人员名册、住户表或分类名单',
    en: 'Ask for a file of who lives where, of households, or of a line list',
  },
  kind: 'write',
  input: AskExport,
  output: Export,
  allow: (actor, _loaded, input) =>
    mayAskExport(actor, input) && (input.kind !== 'line-list' || mayTrace(actor, input.purpose, input.division)),
  async run(ctx, { id, kind, division, fields, purpose, ground, lineList }) {
    const { tx, actor, now } = ctx
    await requireFreshFactor(ctx)
    const there = await findExport(tx, id)
    const isOther = there && (there.accountId !== actor.accountId || there.division !== division || there.kind !== kind)
    if (isOther) throw idUsed({ id })
    if (there) return viewOf(ctx, id)
    const accountId = actor.accountId ?? ''
    const rows = await kinds[kind].count(ctx, division, lineList)
    const rowsBefore = await countAsked(tx, accountId, new Date(now.getTime() - DAY_MS))
    if (rows === 0) throw exportEmpty({ division })
    if (rows > ROWS_MAX) throw exportTooLarge({ rows, max: ROWS_MAX })
    await keepExport(tx, actor.county, {
      id,
      kind,
      about: lineList,
      division,
      fields: [...new Set(fields)],
      purpose,
      ground,
      accountId,
      seatId: actor.seatId ?? '',
      role: actor.role ?? '',
      area: actor.division,
      rows,
      rowsBefore,
      askedAt: now,
      expiresAt: new Date(now.getTime() + DAY_MS),
    })
    await queueExport(ctx, id)
    return viewOf(ctx, id)
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.division,
    count: output.rows,
    note: { kind: output.kind, fields: output.fields.join(' '), purpose: output.purpose, second: output.needsSecond },
  }),
})

export const listExports = operation({
  name: 'workbooks.export.list',
  summary: { zh: '导出申请与审批', en: 'Exports that were asked for, and those that wait for a second person' },
  kind: 'read',
  input: ListExports,
  output: ExportPage,
  allow: (actor) => mayLoad(actor),
  async run(ctx, { after, limit }) {
    const rows = await listExportRows(ctx.tx, { before: positionOf(after), limit: limit + 1 })
    const page = rows.slice(0, limit)
    const next = cursorOf(page, limit, ({ askedAt, id }) => ({ at: askedAt, id }))
    return { items: await viewMany(ctx, page), next: rows.length > limit ? next : null }
  },
  audit: () => null,
})

export const getExport = operation({
  name: 'workbooks.export.get',
  summary: { zh: '一项导出的进度', en: 'How far an export has come' },
  kind: 'read',
  input: OneExport,
  output: Export,
  load: findOwn,
  allow: (actor, { division }) => mayLoad(actor, division),
  run: (ctx, { exportId }) => viewOf(ctx, exportId),
  audit: () => null,
})

export const decideExport = operation({
  name: 'workbooks.export.decide',
  summary: { zh: '审批导出(须由另一人)', en: 'Approve or refuse an export, as a second person' },
  kind: 'write',
  input: DecideExport,
  output: Export,
  load: findOwn,
  allow: (actor, one) => mayDecideExport(actor, one),
  async run(ctx, { exportId, decision }, one) {
    await requireFreshFactor(ctx)
    if (standingOf(one) !== 'waiting' || one.decision) throw exportNotWaiting({ id: exportId })
    const { accountId, seatId, county } = ctx.actor
    const of = { county, export_id: exportId, division: one.division }
    await keepDecision(ctx.tx, { ...of, decision, account_id: accountId ?? '', seat_id: seatId ?? '', at: ctx.now })
    if (decision === 'refused') await keepExportEnd(ctx.tx, { ...of, outcome: 'refused', at: ctx.now })
    else await queueExport(ctx, exportId)
    return viewOf(ctx, exportId)
  },
  audit: ({ input, output }) => ({
    subject: input.exportId,
    division: output.division,
    count: output.rows,
    note: { decision: input.decision },
  }),
})

const endIt = (ctx: Ctx, one: FoundExport, outcome: ExportEnd): Promise<boolean> =>
  keepExportEnd(ctx.tx, {
    county: ctx.actor.county,
    export_id: one.id,
    division: one.division,
    outcome,
    at: ctx.now,
  })

export const cancelExport = operation({
  name: 'workbooks.export.cancel',
  summary: { zh: '取消导出并清除内容', en: 'Cancel an export and destroy what was read' },
  kind: 'write',
  input: OneExport,
  output: Export,
  load: findOwn,
  allow: (actor, one) => isAsker(actor, one),
  async run(ctx, { exportId }, one) {
    await endIt(ctx, one, 'cancelled')
    return viewOf(ctx, exportId)
  },
  audit: ({ input, output }) => ({ subject: input.exportId, division: output.division, note: { state: output.state } }),
})

/** Once: with the first piece that leaves it is handed over, and what is left of it here goes ten minutes later. */
export const downloadExport = operation({
  name: 'workbooks.export.download',
  summary: { zh: '下载导出的文件(一次,带水印)', en: 'Take an export, once, with its watermark' },
  kind: 'write',
  input: DownloadExport,
  output: ExportPiece,
  load: findOwn,
  allow: (actor, one) => isAsker(actor, one),
  async run(ctx, { exportId, piece }, one) {
    await requireFreshFactor(ctx)
    if (one.outcome && !isBeingTaken(one, ctx.now)) throw exportOver({ id: exportId })
    if (!one.outcome && standingOf(one) !== 'ready') throw exportNotReady({ id: exportId })
    const content = await openPiece(ctx, exportId, piece)
    if (content === null) throw exportOver({ id: exportId })
    if (!one.outcome) await endIt(ctx, one, 'downloaded')
    const fileName = `${kinds[one.kind].title}-${one.division}-${numberOf(exportId)}.xlsx`
    return { fileName, type: XLSX, piece, pieces: one.pieces ?? 0, content }
  },
  audit: ({ input, loaded }) => ({
    subject: input.exportId,
    division: loaded.division,
    count: input.piece === 1 ? loaded.rowsRead : 0,
    note: { kind: loaded.kind, fields: loaded.fields.join(' '), purpose: loaded.purpose, piece: input.piece },
  }),
})
