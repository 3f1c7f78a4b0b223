import { announce } from '../../kernel/feed.ts'
import type { Ctx, JobTable } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { tellReminders } from './sql.chain.ts'

/** Tells each office, once, of every task that has climbed up to it; how many tellings that were. */
export async function remindOffices(ctx: Ctx): Promise<number> {
  const told = await tellReminders(ctx.tx, ctx.actor.county, await countyMoment(ctx))
  const byOffice = Map.groupBy(told, ({ division }) => division)
  announce(
    ctx,
    [...byOffice].map(([division, own]) => ({
      kind: 'task-reminder',
      division,
      ids: [...new Set(own.map(({ taskId }) => taskId))],
    })),
  )
  return told.length
}

export const commandJobs = {
  'command.remind-of-tasks': { every: '*/10 * * * *', run: async (ctx) => void (await remindOffices(ctx)) },
} satisfies JobTable
