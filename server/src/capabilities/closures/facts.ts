import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { findDivisions } from '../places/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { divisionUnknown, inFuture, orderUnknown, subjectUnknown } from './problems.ts'
import { findOrder, type Order } from './sql.orders.ts'
import { findSubjects, type Subject } from './sql.ts'

export const tell = (ctx: Ctx, { division }: { division: string }, id: string): void =>
  announce(ctx, [{ kind: 'closure', division, ids: [id] }])

export async function loadSubject({ tx }: Ctx, { subjectId }: { subjectId: string }): Promise<Subject> {
  const found = (await findSubjects(tx, [subjectId])).get(subjectId)
  if (!found) throw subjectUnknown({ id: subjectId })
  return found
}
export async function loadOrder({ tx }: Ctx, { orderId }: { orderId: string }): Promise<Order> {
  const found = await findOrder(tx, orderId)
  if (!found) throw orderUnknown({ id: orderId })
  return found
}
export async function knownDivision({ tx }: Ctx, { division }: { division: string }): Promise<void> {
  if (!(await findDivisions(tx, [division])).has(division)) throw divisionUnknown({ division })
}

/** The moment of something that happened: not in the future. */
export function pastAt({ now }: Ctx, at: string): Date {
  const moment = new Date(at)
  if (isAhead(moment, now)) throw inFuture({ at, now: now.toISOString() })
  return moment
}
