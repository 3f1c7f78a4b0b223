import { expecting } from '../../kernel/db.ts'
import { announce, enqueue } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import { expectNotKept, type KeptSpan, listKept } from './sql.neighbours.ts'

const PASSED = 'isolation.tell-passed'

export type Kept = Pick<KeptSpan, 'orderId' | 'division' | 'kind'>
/** When each of these persons was under an order, wherever in the county they are kept. */
export type KeptSpans = ReadonlyMap<string, readonly KeptSpan[]>

export async function keptSpans({ tx }: Ctx, persons: readonly string[]): Promise<KeptSpans> {
  if (persons.length === 0) return new Map()
  return Map.groupBy(await listKept(tx, [...new Set(persons)]), ({ person }) => person)
}

/** Takes for granted that none of these persons is under an order that goes beyond `since`; the transaction fails where it is otherwise. */
export function expectFree(ctx: Ctx, persons: readonly string[], since: Date): void {
  if (persons.length > 0) expecting(ctx, expectNotKept(ctx.tx, [...new Set(persons)], since))
}

/** Until, and not at, its end. */
export const keptAt = (spans: KeptSpans, person: string, at: Date): Kept | null =>
  spans.get(person)?.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt) ?? null

/** The village that answers for the person is told. It may lie outside the area of whoever saw them, so the county itself does it. */
export const tellPassed = (ctx: Ctx, kept: readonly Kept[]): Promise<unknown> =>
  enqueue(ctx, PASSED, { orders: kept.map(({ orderId, division }) => ({ orderId, division })) })

export const keptJobs = {
  [PASSED]: {
    async run(ctx, data) {
      const { orders } = data as { orders: Array<Pick<Kept, 'orderId' | 'division'>> }
      const byVillage = Map.groupBy(orders, ({ division }) => division)
      announce(
        ctx,
        [...byVillage].map(([division, own]) => ({
          kind: 'kept-passage',
          division,
          ids: [...new Set(own.map(({ orderId }) => orderId))],
        })),
      )
    },
  },
} satisfies JobTable
