import type { Capability, Ctx } from '../../kernel/operation.ts'
import { perOf, units } from './catalogue/figure.ts'
import { figures } from './catalogue/index.ts'
import { reportingJobs } from './jobs.ts'
import { reportingRoutes } from './routes.ts'
import { countFigures } from './sql.ts'

export { type FigureName, figureNames } from './catalogue/index.ts'
export { type AskedFigure, figuresAt } from './figures-at.ts'
export { upperAt, useUpper } from './upper.ts'

export const reportingCapability: Capability = { name: 'reporting', routes: reportingRoutes, jobs: reportingJobs }

/** Every figure of the catalogue in an area as of a moment, by what was known at another; a number that nobody reported is null. */
export async function figuresAsOf(ctx: Ctx, area: string, moment: Date, knownBy: Date | null = null) {
  const counted = await countFigures(ctx, figures, { area, moment, knownBy })
  return figures.map(({ name, zh, en, unit, version }) => {
    const { value = null, knownNow = false } = counted.get(name) ?? {}
    return { name, version, value, knownNow, zh, en, unit, unitZh: units[unit].zh, per: perOf(unit) }
  })
}
