import type { JobTable } from '../../kernel/operation.ts'
import { DELIVER, deliver } from './delivering.ts'

export const reportingJobs: JobTable = {
  /** Its own tries are facts with their answers; those of the queue are for what nobody foresaw. */
  [DELIVER]: {
    tries: 3,
    run: (ctx, data) => deliver(ctx, String((data as { deliveryId?: unknown }).deliveryId ?? '')),
  },
}
