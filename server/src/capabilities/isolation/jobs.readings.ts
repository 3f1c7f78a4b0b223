import { announce } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { type Level, levels } from './rules.readings.ts'
import { type Told, tellClimbing } from './sql.climb.ts'
import { climbStated, watchOf } from './watching.ts'

export const MISSED = 'missed-check'

/** The office that a level means, from the division that answers for the person. */
const officeOf = (division: string, level: Level): string =>
  division.slice(0, { village: 12, township: 9, county: 6 }[level])

/** Tells each office, once, of everybody who has climbed up to it. */
export async function tellOffices(ctx: Ctx): Promise<Record<Level, number>> {
  const watch = await watchOf(ctx)
  const now = await countyMoment(ctx)
  const told = await tellClimbing(ctx.tx, ctx.actor.county, climbStated(watch, now), watch.planOn(dayInChina(now)))
  const byOffice = Map.groupBy(told, ({ division, level }: Told) => officeOf(division, level))
  announce(
    ctx,
    [...byOffice].map(([division, own]) => ({ kind: MISSED, division, ids: own.map(({ orderId }) => orderId) })),
  )
  const count = (level: Level) => told.filter((one) => one.level === level).length
  return Object.fromEntries(levels.map((level) => [level, count(level)])) as Record<Level, number>
}

export const readingsJobs = {
  'isolation.tell-missed-checks': { every: '*/15 * * * *', run: async (ctx) => void (await tellOffices(ctx)) },
} satisfies JobTable
