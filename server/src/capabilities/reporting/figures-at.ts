import type { Ctx } from '../../kernel/operation.ts'
import { type FigureName, figureNamed } from './catalogue/index.ts'
import { countFigures } from './sql.ts'

export interface AskedFigure {
  figure: FigureName
  area: string
  asOf: Date
}
/** Figures as somebody asks for them one by one, in the order asked; null where nobody has reported. */
export async function figuresAt(
  ctx: Ctx,
  asked: readonly AskedFigure[],
): Promise<Array<AskedFigure & { version: number; value: number | null }>> {
  const alike = Map.groupBy(asked, ({ area, asOf }) => `${area} ${asOf.toISOString()}`)
  const found = new Map<AskedFigure, number | null>()
  for (const together of alike.values()) {
    const [first] = together
    if (!first) continue
    const wanted = [...new Set(together.map(({ figure }) => figure))].map(figureNamed)
    const counted = await countFigures(ctx, wanted, { area: first.area, moment: first.asOf })
    for (const one of together) found.set(one, counted.get(one.figure)?.value ?? null)
  }
  return asked.map((one) => ({ ...one, version: figureNamed(one.figure).version, value: found.get(one) ?? null }))
}
