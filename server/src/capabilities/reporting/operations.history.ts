import { type Ctx, operation } from '../../kernel/operation.ts'
import { correctedBehind } from './catalogue/corrections.ts'
import { type FigureName, figureNamed } from './catalogue/index.ts'
import { canTellEarlier, isSlowToTell } from './catalogue/knowledge.ts'
import { mayReadCorrected, mayReadFigure, mayReadReport } from './policy.ts'
import { AskFigure, FigureHistory } from './schema.ts'
import { correctedSince, reportsWith } from './sql.history.ts'
import { countOften } from './sql.ts'

const DAY = 86_400_000
/** So many days of knowing are asked one by one: what arrives later than that is told by the reports. */
const DAYS = 14
const REPORTS = 5
const CORRECTED = 50

/** What became of a number: how it grew as records came late or were corrected, and what the reports before said. */
export const readHistory = operation({
  name: 'reporting.figure.history',
  summary: { zh: '指标的更正与历期报告', en: 'What became of a figure: late records, corrections, reports' },
  kind: 'read',
  input: AskFigure.omit({ knownBy: true }),
  output: FigureHistory,
  allow: (actor, _loaded, { area }) => mayReadFigure(actor, area ?? actor.division),
  async run(ctx, { figure, area = ctx.actor.division, asOf }) {
    const moment = asOf ? new Date(asOf) : ctx.now
    const mayReports = mayReadReport(ctx.actor, { division: area })
    const reports = mayReports ? await reportsWith(ctx.tx, { figure, area, moment, limit: REPORTS }) : []
    const known = await knownSince(
      ctx,
      figure,
      area,
      moment,
      reports.map(({ countedAt }) => countedAt),
    )
    const since = reports[0]?.countedAt ?? moment
    const kinds = mayReadCorrected(ctx.actor) ? correctedBehind(figureNamed(figure).source.view) : []
    const corrected = await correctedSince(ctx.tx, kinds, { area, moment, since, limit: CORRECTED })
    return {
      ...{ figure, area, asOf: moment.toISOString() },
      told: known !== null,
      known: known ?? [],
      corrected: {
        since: since.toISOString(),
        total: corrected.total,
        items: corrected.items.map(({ at, correctedAt, ...one }) => ({
          ...one,
          at: at.toISOString(),
          correctedAt: correctedAt.toISOString(),
        })),
      },
      reports: reports.map(({ asOf: at, countedAt, ...one }) => ({
        ...one,
        asOf: at.toISOString(),
        countedAt: countedAt.toISOString(),
      })),
    }
  },
  audit: () => null,
})

/**
 * The number by what was known at the moment itself, a day later and so on, when each report was counted, and now; of what is slow to tell,
 * at the moment, when the last report was counted, and now. Null when that is not told.
 */
async function knownSince(ctx: Ctx, figure: FigureName, area: string, moment: Date, counted: readonly Date[]) {
  const asked = figureNamed(figure)
  const { view } = asked.source
  if (!canTellEarlier(view, ctx.actor.division === String(ctx.actor.county))) return null
  const now = ctx.now.getTime()
  const first = Math.min(moment.getTime(), now)
  const isSlow = isSlowToTell(view)
  const days = Array.from({ length: isSlow ? 1 : DAYS }, (_, nth) => first + nth * DAY)
  const reports = counted.slice(0, isSlow ? 1 : REPORTS).map((one) => one.getTime())
  const times = [...new Set([...days, ...reports, now])].filter((at) => at <= now)
  const moments = times.sort((a, b) => a - b).map((at) => new Date(at))
  const told = await countOften(
    ctx,
    asked,
    area,
    moments.map((knownBy) => ({ moment, knownBy })),
  )
  return moments
    .map((knownBy, at) => ({ knownBy: knownBy.toISOString(), value: told[at]?.value ?? null }))
    .filter(({ value }, at, all) => at === 0 || value !== all[at - 1]?.value)
}
