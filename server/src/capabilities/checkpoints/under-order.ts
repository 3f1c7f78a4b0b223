import { meanwhile } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { type Kept, type KeptSpans, keptAt, keptSpans, tellPassed } from '../isolation/index.ts'
import { keepKeptPassages, type NewPassage } from './sql.ts'

/** By the ids of their passages. */
export type UnderOrder = ReadonlyMap<string, Kept>

/**
 * `known` was asked for together with all else; what is asked beyond it is who was recognised by a number. Somebody the county meets for
 * the first time is under no order.
 */
export async function keptAmong(
  ctx: Ctx,
  rows: readonly NewPassage[],
  known: { persons: readonly string[]; spans: KeptSpans },
  isNew: (row: NewPassage) => boolean,
): Promise<UnderOrder> {
  const asked = new Set(known.persons)
  const more = rows.flatMap((row) =>
    row.person_id === null || asked.has(row.person_id) || isNew(row) ? [] : [row.person_id],
  )
  const spans = new Map([...known.spans, ...(await keptSpans(ctx, more))])
  return new Map(
    rows.flatMap(({ id, person_id, occurred_at }) => {
      const kept = person_id === null ? null : keptAt(spans, person_id, occurred_at)
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
