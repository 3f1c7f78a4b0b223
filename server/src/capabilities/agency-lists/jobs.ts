import type { JobTable } from '../../kernel/operation.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { endList } from './operations.lists.ts'
import { listExpired } from './sql.lists.ts'

export const agencyListsJobs: JobTable = {
  /** A list lives through its last day and is gone within the hour after it, whether its entries were answered or not. */
  'agency-lists.destroy-expired': {
    every: '10 * * * *',
    async run(ctx) {
      for (const list of await listExpired(ctx.tx, dayInChina(ctx.now))) await endList(ctx, list, '到期 expired')
    },
  },
}
