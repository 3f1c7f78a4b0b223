import { createHash } from 'node:crypto'
import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { operation } from '../../kernel/operation.ts'
import { canonical, idFrom } from '../../kernel/seal.ts'
import { goesUp, sendUp } from './delivering.ts'
import { maySealReport, mayWriteReport } from './policy.ts'
import { explanationNeeded, needsAnother, notConsistent, stepOutOfOrder, versionStale } from './problems.ts'
import { loadReport, tell, type Whole } from './reports.ts'
import { checkReport } from './rules.consistency.ts'
import { mayFollow, valuesOf } from './rules.reports.ts'
import { KeptReport, Sealed, SealReport, StepReport } from './schema.reports.ts'
import { findBefore, lastSeal } from './sql.reports.ts'
import { upperAt } from './upper.ts'

export const stepReport = operation({
  name: 'reporting.report.step',
  summary: { zh: '办理疫情报告', en: 'Take a report a step further, or back' },
  kind: 'write',
  input: StepReport,
  output: KeptReport,
  load: loadReport,
  allow: (actor, report, { step }) => (step === 'issued' ? maySealReport : mayWriteReport)(actor, report),
  async run(ctx, input) {
    const { id, reportId, versionId, step, note } = input
    await lockOne(ctx, `reporting.report/${reportId}`)
    if (await isAgain(ctx, 'reporting.report_step', input)) return { id, arrival: 'again' as const }
    const report = await loadReport(ctx, { reportId })
    if (report.versionId !== versionId) throw versionStale()
    if (!mayFollow(step, report.state)) throw stepOutOfOrder({ state: report.state })
    if (step === 'checked' && report.writer === ctx.actor.accountId) throw needsAnother()
    const said = { report_id: reportId, version_id: versionId, nth: report.steps + 1, step, note }
    await keepNew(ctx, 'reporting.report_step', { ...originOf(ctx, report, input), ...said })
    if (step === 'issued' && goesUp(report) && upperAt()) await sendUp(ctx, report, idFrom('reporting.delivery', id))
    tell(ctx, report)
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.reportId,
    division: loaded.division,
    note: { step: input.step, arrival: output.arrival },
  }),
})

/** Everything a report says, in one form that gives the same bytes for the same report. */
const contentOf = (
  { id, division, asOf, knownBy, corrects, title, blocks, counted, countedAt }: Whole,
  explanation: string | null,
) =>
  canonical({
    id,
    area: division,
    asOf: asOf.toISOString(),
    knownBy: knownBy?.toISOString() ?? null,
    corrects,
    title,
    blocks,
    counted,
    countedAt: countedAt.toISOString(),
    explanation,
  })

/** Seals a checked report: from here on nobody changes it, and each seal of the area covers the one before. */
export const sealReport = operation({
  name: 'reporting.report.seal',
  summary: { zh: '封存疫情报告', en: 'Seal a situation report' },
  kind: 'write',
  input: SealReport,
  output: Sealed,
  load: loadReport,
  allow: (actor, report) => maySealReport(actor, report),
  async run(ctx, input) {
    const { id, reportId, versionId, explanation } = input
    const { division } = await loadReport(ctx, { reportId })
    await lockOne(ctx, `reporting.seal/${division}`)
    const report = await loadReport(ctx, { reportId })
    if (await isAgain(ctx, 'reporting.seal', input)) return { id, arrival: 'again' as const, ...numberOf(report) }
    if (report.versionId !== versionId) throw versionStale()
    if (report.state !== 'checked') throw stepOutOfOrder({ state: report.state })
    await refuseInconsistent(ctx, report, explanation)
    const last = await lastSeal(ctx.tx, division)
    const content = contentOf(report, explanation)
    const sha256 = createHash('sha256')
      .update(last?.sha256 ?? '')
      .update(content)
      .digest()
    const chained = { nth: (last?.nth ?? 0) + 1, previous: last?.nth ?? null, previous_sha256: last?.sha256 ?? null }
    const said = { report_id: reportId, version_id: versionId, as_of: report.asOf, content, sha256, ...chained }
    await keepNew(ctx, 'reporting.seal', { ...originOf(ctx, { division }, input), ...said })
    tell(ctx, report)
    return { id, arrival: 'new' as const, number: chained.nth, sha256: sha256.toString('hex') }
  },
  // The hash goes into the audit's chain, whose heads are kept elsewhere.
  audit: ({ input, output, loaded }) => ({
    subject: input.reportId,
    division: loaded.division,
    note: { seal: output.number, sha256: output.sha256, arrival: output.arrival },
  }),
})

const numberOf = ({ sealNumber, sha256 }: Whole) => ({ number: sealNumber ?? 0, sha256: sha256?.toString('hex') ?? '' })

async function refuseInconsistent({ tx }: Parameters<typeof loadReport>[0], report: Whole, explanation: string | null) {
  const before = await findBefore(tx, report.division, report.asOf, report.id)
  const remarks = checkReport(valuesOf(report.counted), before && valuesOf(before.counted), report.blocks)
  const listed = (weight: string) => remarks.filter((one) => one.weight === weight)
  const words = (found: typeof remarks) => ({
    zh: found.map(({ zh }) => zh).join(''),
    en: found.map(({ en }) => en).join(' '),
  })
  if (listed('error').length > 0) throw notConsistent(words(listed('error')))
  if (listed('explain').length > 0 && !explanation) throw explanationNeeded(words(listed('explain')))
}
