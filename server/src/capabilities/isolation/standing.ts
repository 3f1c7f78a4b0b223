import type { Ctx } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { beforeStart, inFuture, notStanding, orderUnknown, underOrder } from './problems.ts'
import { arrivedBefore, type CourseFact } from './sql.course.ts'
import { findOrders, listSpans, type StoredOrder } from './sql.ts'

export async function getOrder({ tx }: Ctx, id: string): Promise<StoredOrder> {
  const found = (await findOrders(tx, [id])).get(id)
  if (!found) throw orderUnknown({ id })
  return found
}

/** Why nothing can be said of an order at a moment: it had not begun by then, or was over. */
export function momentProblem({ now }: Ctx, order: StoredOrder, at: Date): Problem | null {
  if (isAhead(at, now)) return inFuture({ at: at.toISOString(), now: now.toISOString() })
  if (order.endingId !== null || order.endsAt <= at) {
    return notStanding({ endedAt: (order.endedAt ?? order.endsAt).toISOString() })
  }
  return at < order.startsAt ? beforeStart({ startsAt: order.startsAt.toISOString() }) : null
}

/** The same for what is done to somebody who is still kept: nothing that comes here after the end can do that. */
export function standingProblem(ctx: Ctx, order: StoredOrder, at: Date, now = ctx.now): Problem | null {
  const isOver = order.endsAt <= now && order.endingId === null
  return isOver ? notStanding({ endedAt: order.endsAt.toISOString() }) : momentProblem(ctx, order, at)
}

/** Longer, or elsewhere, the person must not come under an order that begins later. */
export async function laterProblem({ tx }: Ctx, order: StoredOrder, to: Date): Promise<Problem | null> {
  const spans = await listSpans(tx, [order.personId])
  const later = spans.find(({ orderId, from }) => orderId !== order.id && from >= order.startsAt && from < to)
  return later ? underOrder({ orderId: later.orderId }) : null
}

/** The fields that every fact about an order has. */
export const factOf = (
  { actor, now, clockOffsetMs }: Ctx,
  sent: { id: string; recordedAt: string },
  division: string,
): CourseFact => ({
  county: actor.county,
  id: sent.id,
  division,
  recorded_by: actor.accountId,
  recorded_at: new Date(Date.parse(sent.recordedAt) + clockOffsetMs),
  received_at: now,
  digest: digestOf(sent),
})

/** True for what is there already. Asked first: the order it is about may have changed by it. */
export async function cameBefore(
  { tx }: Ctx,
  table: Parameters<typeof arrivedBefore>[1],
  fact: Pick<CourseFact, 'id' | 'digest'>,
): Promise<boolean> {
  const arrival = await arrivedBefore(tx, table, fact)
  if (arrival === 'taken') throw idTaken({ id: fact.id })
  return arrival === 'again'
}
