import type { JobTable } from '../../kernel/operation.ts'
import { followChangeovers } from './editions.ts'
import { writeExpired } from './expiring.ts'

export const isolationJobs: JobTable = {
  /** What is over is over without this; it writes the end down, and the certificate that the person is given. */
  'isolation.write-expired': {
    every: '*/5 * * * *',
    run: (ctx) => writeExpired(ctx),
  },
  'isolation.follow-changeovers': {
    every: '2-59/5 * * * *',
    run: (ctx) => followChangeovers(ctx),
  },
}
