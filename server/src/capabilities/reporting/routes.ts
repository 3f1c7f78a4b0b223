import type { RouteTable } from '../../kernel/operation.ts'
import { listFigures, readFigure } from './operations.ts'

export const reportingRoutes = {
  'GET /figures': listFigures,
  'GET /figures/:figure': readFigure,
} satisfies RouteTable
