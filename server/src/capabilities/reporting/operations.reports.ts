import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { sentUpOf } from './delivering.ts'
import { mayListReports, mayReadReport, mayWriteReport } from './policy.ts'
import { momentAhead, nothingToCorrect, versionStale } from './problems.ts'
import { countAll, loadReport, tell } from './reports.ts'
import { checkReport } from './rules.consistency.ts'
import { type Block, outline } from './rules.outline.ts'
import { type Difference, differencesOf, piecesOf, valuesOf } from './rules.reports.ts'
import {
  AskReport,
  DraftReport,
  KeptReport,
  ListReports,
  ReportDetails,
  ReportPage,
  ReviseReport,
} from './schema.reports.ts'
import { findBefore, findReport, listReports, listSteps, type Report } from './sql.reports.ts'

export const draftReport = operation({
  name: 'reporting.report.draft',
  summary: { zh: '起草疫情报告', en: 'Draft a situation report' },
  kind: 'write',
  input: DraftReport,
  output: KeptReport,
  load: ({ tx }, { corrects }) => (corrects ? findReport(tx, corrects) : Promise.resolve(null)),
  allow: (actor, _corrected, { area }) => mayWriteReport(actor, { division: area }),
  async run(ctx, input, corrected) {
    const { id, versionId, area, title } = input
    const asOf = new Date(input.asOf)
    const knownBy = input.knownBy ? new Date(input.knownBy) : null
    if (asOf > ctx.now || (knownBy && knownBy > ctx.now)) throw momentAhead()
    await lockOne(ctx, `reporting.report/${id}`)
    if (await isAgain(ctx, 'reporting.report', input)) return { id, arrival: 'again' as const }
    const counted = await countAll(ctx, { area, asOf, knownBy })
    const drifted = corrected ? differencesOf(valuesOf(corrected.counted), valuesOf(counted)) : []
    if (input.corrects && (corrected?.step !== 'issued' || corrected.division !== area || drifted.length === 0)) {
      throw nothingToCorrect()
    }
    const blocks = input.blocks ?? (corrected ? [correctionOf(corrected, drifted), ...outline()] : outline())
    await keepNew(ctx, 'reporting.report', {
      ...originOf(ctx, { division: area }, input),
      as_of: asOf,
      known_by: knownBy,
      corrects: input.corrects,
    })
    const said = { report_id: id, nth: 1, title, blocks: ctx.tx.json(blocks), counted: ctx.tx.json(counted) }
    await keepNew(ctx, 'reporting.report_version', { ...originOf(ctx, { division: area }, { id: versionId }), ...said })
    tell(ctx, { id, division: area })
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output }) => ({
    subject: input.id,
    division: input.area,
    note: { asOf: input.asOf, arrival: output.arrival },
  }),
})

/** What a correction says first: each figure of the area that is another number today, and where it stands now. */
function correctionOf({ title }: Report, drifted: readonly Difference[]): Block {
  const whole = drifted.filter(({ part }) => part === null)
  const zh = whole.map(({ figure }) => `{${figure}}`)
  return {
    heading: { zh: '更正', en: 'Correction' },
    zh: `《${title}》有关数字经核对更正，更正后依次为${zh.length > 0 ? zh.join('、') : '下列各数'}。其他数字不变。`,
    en: `Figures of "${title}" are corrected and now read, in turn, ${zh.length > 0 ? zh.join(', ') : 'as below'}. All others stand.`,
  }
}

export const reviseReport = operation({
  name: 'reporting.report.revise',
  summary: { zh: '修改疫情报告', en: 'Write a new version of a report' },
  kind: 'write',
  input: ReviseReport,
  output: KeptReport,
  load: loadReport,
  allow: (actor, report) => mayWriteReport(actor, report),
  async run(ctx, input, { id: reportId, division, asOf, knownBy }) {
    await lockOne(ctx, `reporting.report/${reportId}`)
    if (await isAgain(ctx, 'reporting.report_version', input)) return { id: input.id, arrival: 'again' as const }
    const now = await loadReport(ctx, { reportId })
    if (now.versionId !== input.onVersion || !['drafting', 'submitted', 'checked'].includes(now.state))
      throw versionStale()
    const counted = await countAll(ctx, { area: division, asOf, knownBy })
    const { title, blocks } = input
    const said = { nth: now.nth + 1, title, blocks: ctx.tx.json(blocks), counted: ctx.tx.json(counted) }
    await keepNew(ctx, 'reporting.report_version', {
      ...originOf(ctx, { division }, input),
      report_id: reportId,
      ...said,
    })
    tell(ctx, now)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.reportId,
    division: loaded.division,
    note: { version: input.id, arrival: output.arrival },
  }),
})

export const listSituationReports = operation({
  name: 'reporting.report.list',
  summary: { zh: '疫情报告', en: 'Situation reports' },
  kind: 'read',
  input: ListReports,
  output: ReportPage,
  allow: (actor) => mayListReports(actor),
  async run({ tx, actor }, { area = actor.division, state = null, after, limit }) {
    const rows = await listReports(tx, { area, state, before: positionOf(after), limit })
    const items = rows.map(({ id, division, asOf, title, corrects, sealNumber, state: stands }) => ({
      ...{ id, area: division, asOf: asOf.toISOString(), title, corrects },
      ...{ number: sealNumber, state: stands },
    }))
    return { items, next: cursorOf(rows, limit, ({ asOf, id }) => ({ at: asOf, id })) }
  },
  audit: () => null,
})

/** A report with what does not fit in it, what changed since the one before, and which of its numbers are others today. */
export const readReport = operation({
  name: 'reporting.report.read',
  summary: { zh: '一份疫情报告', en: 'A situation report' },
  kind: 'read',
  input: AskReport,
  output: ReportDetails,
  load: loadReport,
  allow: (actor, report) => mayReadReport(actor, report),
  async run(ctx, _input, report) {
    const [before, today, steps, sentUp] = await Promise.all([
      findBefore(ctx.tx, report.division, report.asOf, report.id),
      countAll(ctx, { area: report.division, asOf: report.asOf, knownBy: null }),
      listSteps(ctx.tx, report.id),
      sentUpOf(ctx, report),
    ])
    const [values, earlier] = [valuesOf(report.counted), before && valuesOf(before.counted)]
    const sealed = report.sealedAt ? [{ step: 'sealed' as const, at: report.sealedAt, note: null }] : []
    return {
      ...{ id: report.id, area: report.division, asOf: report.asOf.toISOString(), title: report.title },
      ...{ state: report.state, corrects: report.corrects, number: report.sealNumber, versionId: report.versionId },
      ...{ nth: report.nth, countedAt: report.countedAt.toISOString(), blocks: report.blocks, counted: report.counted },
      knownBy: report.knownBy?.toISOString() ?? null,
      text: report.blocks.map(({ zh, en }) => ({
        zh: piecesOf(zh, values, earlier, 'zh'),
        en: piecesOf(en, values, earlier, 'en'),
      })),
      remarks: checkReport(values, earlier, report.blocks),
      seal: sealOf(report),
      before: before && {
        ...{ id: before.id, asOf: before.asOf.toISOString(), title: before.title },
        differences: differencesOf(valuesOf(before.counted), values),
      },
      since: differencesOf(values, valuesOf(today)),
      steps: [...steps, ...sealed]
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ step, at, note }) => ({ step, at: at.toISOString(), note })),
      sentUp,
      mayCheck: report.writer !== ctx.actor.accountId,
    }
  },
  audit: () => null,
})

function sealOf({ sealNumber: number, sha256, previousSha256, sealedAt }: Report) {
  if (number === null || !sha256 || !sealedAt) return null
  const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null
  return { number, sha256: sha256.toString('hex'), previousSha256: hex(previousSha256), at: sealedAt.toISOString() }
}
