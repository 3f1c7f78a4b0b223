import type { JobTable } from '../../kernel/operation.ts'
import { DELIVER, deliver } from './dispatching.ts'
import { showDaily } from './operations.board.ts'

export const publicityJobs: JobTable = {
  /** Its own tries are facts with their reasons; those of the queue are for what nobody foresaw. */
  [DELIVER]: {
    tries: 3,
    run: (ctx, data) => {
      const { dispatchId, after } = data as { dispatchId: string; after?: number }
      return deliver(ctx, dispatchId, after)
    },
  },
  'publicity.show-figures': {
    every: '10 8 * * *',
    run: (ctx) => showDaily(ctx),
  },
}
