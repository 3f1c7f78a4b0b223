import { isAgain, lockOne } from '../../kernel/facts.ts'
import { operation } from '../../kernel/operation.ts'
import { goesUp, isUnderWay, requestFor, sendUp } from './delivering.ts'
import { mayDeliverReport } from './policy.ts'
import { deliveryWaiting, notIssued, noUpper, supersededUpThere } from './problems.ts'
import { loadReport, tell } from './reports.ts'
import { DeliverReport, KeptReport } from './schema.reports.ts'
import { hasLaterOfDay } from './sql.deliveries.ts'
import { upperAt } from './upper.ts'

/** Once more, or for the first time when nothing was set up at the issue. The same numbers overwrite themselves up there. */
export const deliverReport = operation({
  name: 'reporting.report.deliver',
  summary: { zh: '上报疫情报告', en: 'Send an issued report up to the city' },
  kind: 'write',
  input: DeliverReport,
  output: KeptReport,
  load: loadReport,
  allow: (actor, report) => mayDeliverReport(actor, report),
  async run(ctx, { reportId, id }, report) {
    await lockOne(ctx, `reporting.delivery/${reportId}`)
    if (await isAgain(ctx, 'reporting.delivery', requestFor(reportId, id))) return { id, arrival: 'again' as const }
    if (!upperAt()) throw noUpper()
    if (!goesUp(report) || report.state !== 'issued') throw notIssued()
    if (await isUnderWay(ctx, reportId)) throw deliveryWaiting()
    if (await hasLaterOfDay(ctx.tx, reportId)) throw supersededUpThere()
    await sendUp(ctx, report, id)
    tell(ctx, report)
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.reportId,
    division: loaded.division,
    note: { delivery: input.id, arrival: output.arrival },
  }),
})
