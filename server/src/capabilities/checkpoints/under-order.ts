import { meanwhile } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { type KeptAt, keptAt, tellPassed } from '../isolation/index.ts'
import { keepKeptPassages, type NewPassage } from './sql.ts'

/** By the ids of their passages. */
export type UnderOrder = ReadonlyMap<string, KeptAt>

/** Somebody the county meets for the first time is under no order, so most of a rush is not even asked about. */
export async function keptAmong(
  ctx: Ctx,
  rows: readonly NewPassage[],
  isNew: (row: NewPassage, index: number) => boolean,
): Promise<UnderOrder> {
  const asked = rows.flatMap((row, index) =>
    row.person_id === null || isNew(row, index) ? [] : [{ id: row.id, personId: row.person_id, at: row.occurred_at }],
  )
  const found = await keptAt(ctx, asked)
  return new Map(
    asked.flatMap(({ id }, nth) => {
      const kept = found.get(nth)
      return kept ? [[id, kept] as const] : []
    }),
  )
}

/** The fact stays with the passage, and the village that answers for the person is told. */
export function keepKept(ctx: Ctx, rows: readonly NewPassage[], underOrder: UnderOrder): void {
  const seen = rows.flatMap((row) => {
    const order = underOrder.get(row.id)
    return order ? [{ row, order }] : []
  })
  if (seen.length === 0) return
  const said = seen.map(({ row: { county, id, division, checkpoint_id, occurred_at }, order }) => ({
    ...{ county, passage_id: id, division, checkpoint_id, order_id: order.orderId, kind: order.kind, at: occurred_at },
  }))
  meanwhile(ctx, keepKeptPassages(ctx.tx, said))
  ctx.meanwhile.push(
    tellPassed(
      ctx,
      seen.map(({ order }) => order),
    ),
  )
}
