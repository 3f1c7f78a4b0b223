import type { Ctx } from '../../kernel/operation.ts'
import { readMoment } from './sql.ts'

/** Said once when an exercise begins, and asked for by every list. */
const REMEMBER_MS = 30_000
const remembered = new Map<number, { moment: Date | null; at: number }>()

export const forgetMoment = (county: number): boolean => remembered.delete(county)

/** As of when the county is looked at: now, or the moment that a historical county lives at. What is written has the real time. */
export async function countyMoment({ tx, actor, now }: Ctx): Promise<Date> {
  const known = remembered.get(actor.county)
  if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) return known.moment ?? now
  const moment = await readMoment(tx)
  remembered.set(actor.county, { moment, at: now.getTime() })
  return moment ?? now
}
