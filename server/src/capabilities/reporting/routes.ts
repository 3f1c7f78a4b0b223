import type { RouteTable } from '../../kernel/operation.ts'
import { listFigures, readFigure, readTable, readTrend } from './operations.ts'

export const reportingRoutes = {
  'GET /figures': listFigures,
  'GET /figures/:figure': readFigure,
  'GET /figures/:figure/trend': readTrend,
  'GET /figure-table': readTable,
} satisfies RouteTable
