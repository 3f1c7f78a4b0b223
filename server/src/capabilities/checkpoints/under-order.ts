import { meanwhile } from '../../kernel/db.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { expectFree, type Kept, keptAt, keptSpans, tellPassed } from '../isolation/index.ts'
import { keepKeptPassages, type NewPassage } from './sql.ts'

/** By the ids of their passages. */
export type UnderOrder = ReadonlyMap<string, Kept>

/** Nearly nobody who passes is, so that is taken for granted until the database says otherwise. */
export async function keptAmong(ctx: Ctx, rows: readonly NewPassage[]): Promise<UnderOrder> {
  const persons = rows.flatMap(({ person_id }) => person_id ?? [])
  if (persons.length === 0) return new Map()
  if (!ctx.contested) {
    expectFree(ctx, persons, new Date(Math.min(...rows.map(({ occurred_at }) => occurred_at.getTime()))))
    return new Map()
  }
  const spans = await keptSpans(ctx, persons)
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
