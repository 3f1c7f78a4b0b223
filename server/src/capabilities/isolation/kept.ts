import { announce } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import { enqueue } from '../../kernel/queue.ts'
import { type KeptAt, listKeptAt } from './sql.neighbours.ts'

export type { KeptAt }

const PASSED = 'isolation.tell-passed'

/** Who of these stood under an order at their moment, by their place in the list; wherever in the county they are kept. */
export async function keptAt(
  { tx }: Ctx,
  asked: ReadonlyArray<{ personId: string; at: Date }>,
): Promise<Map<number, KeptAt>> {
  if (asked.length === 0) return new Map()
  return new Map((await listKeptAt(tx, asked)).map((row) => [row.nth - 1, row]))
}

/** The village that answers for the person is told. It may lie outside the area of whoever saw them, so the county itself does it. */
export const tellPassed = (ctx: Ctx, kept: readonly KeptAt[]): Promise<unknown> =>
  enqueue(ctx, PASSED, { orders: kept.map(({ orderId, division }) => ({ orderId, division })) })

export const keptJobs = {
  [PASSED]: {
    async run(ctx, data) {
      const { orders } = data as { orders: Array<Pick<KeptAt, 'orderId' | 'division'>> }
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
