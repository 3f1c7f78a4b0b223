import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { figures } from './catalogue/index.ts'
import { reportUnknown } from './problems.ts'
import { type CountedFigure, type State, stateOf } from './rules.reports.ts'
import { findDigest, findReport, keepFacts, type Report, type Table } from './sql.reports.ts'
import { countFigures } from './sql.ts'

export type Whole = Report & { state: State }

export async function loadReport({ tx }: Ctx, { reportId }: { reportId: string }): Promise<Whole> {
  const found = await findReport(tx, reportId)
  if (!found) throw reportUnknown({ id: reportId })
  const { step, stepVersion, versionId: version, sealNumber } = found
  return { ...found, state: stateOf({ step, stepVersion, version, sealed: sealNumber !== null }) }
}

/** Every figure of the catalogue in the area and its parts, as the county knows it now. */
export async function countAll({ tx }: Ctx, area: string, asOf: Date): Promise<CountedFigure[]> {
  const counted = await countFigures(tx, figures, area, asOf, true)
  return figures.map(({ name: figure, version }) => {
    const { value = null, parts } = counted.get(figure) ?? {}
    return { figure, version, value, parts: Object.fromEntries(parts ?? []) }
  })
}

/** Whether the same was sent before; another content under its id is refused. */
export async function isAgain({ tx }: Ctx, table: Table, sent: { id: string }): Promise<boolean> {
  const digest = await findDigest(tx, table, sent.id)
  if (digest && !digest.equals(digestOf(sent))) throw idTaken({ id: sent.id })
  return digest !== null
}

export async function keepNew(
  ctx: Ctx,
  table: Table,
  division: string,
  sent: { id: string },
  said: Record<string, unknown>,
): Promise<void> {
  const { actor, now } = ctx
  const origin = { county: actor.county, id: sent.id, division, recorded_by: actor.accountId, received_at: now }
  const [arrival] = await keepFacts(ctx.tx, table, [{ ...origin, digest: digestOf(sent), ...said }])
  if (arrival !== 'new') throw idTaken({ id: sent.id })
}

export const tell = (ctx: Ctx, { id, division }: { id: string; division: string }): void =>
  announce(ctx, [{ kind: 'situation-report', division, ids: [id] }])
