import type { Ctx } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { dayAhead } from './problems.ts'
import type { By } from './sql.households.ts'

/** What every fact says about where it comes from. */
export const byOf = ({ actor, now }: Ctx): By => ({ county: actor.county, seatId: actor.seatId, receivedAt: now })

/** The device's moment, put right by the server's clock. */
export const recordedAtOf = (ctx: Ctx, sent: { recordedAt: string }): Date =>
  new Date(Date.parse(sent.recordedAt) + ctx.clockOffsetMs)

export function refuseAhead({ now }: Ctx, day: string): void {
  if (day > dayInChina(now)) throw dayAhead({ day })
}
