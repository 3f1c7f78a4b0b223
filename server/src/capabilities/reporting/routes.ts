import type { RouteTable } from '../../kernel/operation.ts'
import { readDailies } from './operations.dailies.board.ts'
import { addDailyForm, recordDailies, stepDailies } from './operations.dailies.ts'
import { deliverReport } from './operations.deliveries.ts'
import { readHistory } from './operations.history.ts'
import { printReport } from './operations.reports.out.ts'
import { sealReport, stepReport } from './operations.reports.steps.ts'
import { draftReport, listSituationReports, readReport, reviseReport } from './operations.reports.ts'
import { listFigures, readFigure, readTable, readTrend } from './operations.ts'
import { DailyBatch } from './schema.dailies.ts'

export const reportingRoutes = {
  'GET /figures': listFigures,
  'GET /figures/:figure': readFigure,
  'GET /figures/:figure/trend': readTrend,
  'GET /figures/:figure/history': readHistory,
  'GET /figure-table': readTable,
  'GET /situation-reports': listSituationReports,
  'POST /situation-reports': draftReport,
  'GET /situation-reports/:reportId': readReport,
  'POST /situation-reports/:reportId/versions': reviseReport,
  'POST /situation-reports/:reportId/steps': stepReport,
  'POST /situation-reports/:reportId/seal': sealReport,
  'POST /situation-reports/:reportId/deliveries': deliverReport,
  'GET /situation-reports/:reportId/file': printReport,
  'POST /daily-forms': addDailyForm,
  'POST /daily-reports': { one: recordDailies },
  'POST /daily-reports/batch': { many: recordDailies, body: DailyBatch },
  'POST /daily-report-steps': stepDailies,
  'GET /daily-reports': readDailies,
} satisfies RouteTable
