import type { JobTable } from '../../kernel/operation.ts'
import { EXPORT_JOB, runExportStep } from './exporting.ts'
import { forgetFiles, keepExportEnd, listExpiredExports } from './sql.exports.ts'
import { keepDestruction, listDue, type Pass } from './sql.ts'
import { runStep, STEP_JOB } from './steps.ts'

export const workbooksJobs: JobTable = {
  [STEP_JOB]: {
    run: async (ctx, data) => {
      const { workbookId, pass } = data as { workbookId: string; pass: Pass }
      await runStep(ctx, workbookId, pass)
    },
  },
  [EXPORT_JOB]: {
    run: async (ctx, data) => {
      await runExportStep(ctx, (data as { exportId: string }).exportId)
    },
  },
  'workbooks.destroy-expired': {
    every: '*/10 * * * *',
    run: async (ctx) => {
      for (const { id, division } of await listDue(ctx.tx, ctx.now)) {
        const { county } = ctx.actor
        await keepDestruction(ctx.tx, { county, workbook_id: id, division, ground: 'expired', at: ctx.now })
      }
      for (const { id, division } of await listExpiredExports(ctx.tx, ctx.now)) {
        const of = { county: ctx.actor.county, export_id: id, division }
        await keepExportEnd(ctx.tx, { ...of, outcome: 'expired', at: ctx.now })
      }
      await forgetFiles(ctx.tx, ctx.actor.county, ctx.now)
    },
  },
}
