import { randomUUID } from 'node:crypto'
import { enqueue } from '../../kernel/feed.ts'
import type { JobTable } from '../../kernel/operation.ts'
import { FORGET } from './operations.ts'
import { PARTS, type Part, partAfter, STEP_ROWS } from './rules.ts'
import { beginRun, certifyRun, forgetStep } from './sql.ts'

interface Step {
  run?: string
  part?: Part
  after?: string | null
}

export const retentionJobs: JobTable = {
  /** One step, and in the same transaction the order for the next: whatever kills a worker, nothing is left half done. */
  [FORGET]: {
    every: '40 3 * * *',
    async run(ctx, data) {
      const { county } = ctx.actor
      const { run = randomUUID(), part, after = null } = data as Step
      if (part === undefined) {
        if (await beginRun(ctx.tx, county, run, ctx.now)) await enqueue(ctx, FORGET, { run, part: PARTS[0] })
        return
      }
      const next = await forgetStep(ctx.tx, { county, run, part, after, rows: STEP_ROWS[part] })
      const following = next === null ? partAfter(part) : part
      if (following) await enqueue(ctx, FORGET, { run, part: following, after: next })
      else await certifyRun(ctx.tx, county, run)
    },
  },
}
