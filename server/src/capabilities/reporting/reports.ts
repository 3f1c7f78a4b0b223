import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { figures } from './catalogue/index.ts'
import { reportUnknown } from './problems.ts'
import { type CountedFigure, type State, stateOf } from './rules.reports.ts'
import { findReport, type Report } from './sql.reports.ts'
import { countFigures } from './sql.ts'

export type Whole = Report & { state: State }

export async function loadReport({ tx }: Ctx, { reportId }: { reportId: string }): Promise<Whole> {
  const found = await findReport(tx, reportId)
  if (!found) throw reportUnknown({ id: reportId })
  const { step, stepVersion, versionId: version, sealNumber } = found
  return { ...found, state: stateOf({ step, stepVersion, version, sealed: sealNumber !== null }) }
}

/** Every figure of the catalogue in the area and its parts, by what the county knew at a moment, or knows now. */
export async function countAll(
  ctx: Ctx,
  { area, asOf, knownBy }: { area: string; asOf: Date; knownBy: Date | null },
): Promise<CountedFigure[]> {
  const counted = await countFigures(ctx, figures, { area, moment: asOf, knownBy, withParts: true })
  return figures.map(({ name: figure, version }) => {
    const { value = null, parts, knownNow = false } = counted.get(figure) ?? {}
    return { figure, version, value, parts: Object.fromEntries(parts ?? []), ...(knownNow ? { knownNow } : {}) }
  })
}

export const tell = (ctx: Ctx, { id, division }: { id: string; division: string }): void =>
  announce(ctx, [{ kind: 'situation-report', division, ids: [id] }])
