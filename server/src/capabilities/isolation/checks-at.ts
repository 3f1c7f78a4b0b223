import type { Ctx } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import type { CheckRow } from './schema.readings.ts'
import { listReadings } from './sql.readings.ts'
import { checksOf, watchOf } from './watching.ts'

interface Asked {
  orderId: string
  profile: string
  startsAt: Date
  endsAt: Date
}
/** How the checks of a day stood at a moment, by order: for a neighbour that knows whom it asks about. */
export async function checksAt(ctx: Ctx, orders: readonly Asked[], moment: Date): Promise<Map<string, CheckRow[]>> {
  const today = dayInChina(moment)
  const days = { from: today, to: today }
  const ids = orders.map(({ orderId }) => orderId)
  const [watch, readings] = [await watchOf(ctx), await listReadings(ctx.tx, ids, days)]
  const taken = Map.groupBy(
    readings.filter(({ occurredAt }) => occurredAt <= moment),
    ({ orderId }) => orderId,
  )
  return new Map(
    orders.map((order) => [
      order.orderId,
      checksOf(watch, order, taken.get(order.orderId) ?? [], { now: moment, days }).checks,
    ]),
  )
}
