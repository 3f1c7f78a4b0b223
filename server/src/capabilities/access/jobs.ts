import type { JobTable } from '../../kernel/operation.ts'
import { forgetGuesses } from './sql.secrets.ts'
import { asAccess } from './sql.ts'

const DAY_MS = 86_400_000

export const accessJobs: JobTable = {
  'access.forget-guesses': {
    every: '20 3 * * *',
    run: async (ctx) => {
      await asAccess(ctx, () => forgetGuesses(ctx, new Date(ctx.now.getTime() - DAY_MS)))
    },
  },
}
