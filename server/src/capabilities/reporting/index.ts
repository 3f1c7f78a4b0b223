import type { Capability, Ctx } from '../../kernel/operation.ts'
import { perOf, units } from './catalogue/figure.ts'
import { figures } from './catalogue/index.ts'
import { reportingRoutes } from './routes.ts'
import { countFigures } from './sql.ts'

export { type FigureName, figureNames } from './catalogue/index.ts'
export { type AskedFigure, figuresAt } from './figures-at.ts'

export const reportingCapability: Capability = { name: 'reporting', routes: reportingRoutes }

/** Every figure of the catalogue in an area as of a moment, as known now; a number that nobody reported is null. */
export async function figuresAsOf({ tx }: Ctx, area: string, moment: Date) {
  const counted = await countFigures(tx, figures, area, moment)
  return figures.map(({ name, zh, en, unit, version }) => {
    const { value = null } = counted.get(name) ?? {}
    return { name, version, value, zh, en, unit, unitZh: units[unit].zh, per: perOf(unit) }
  })
}
