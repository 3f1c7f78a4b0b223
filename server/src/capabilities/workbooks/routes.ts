import type { RouteTable } from '../../kernel/operation.ts'
import {
  applyWorkbook,
  discardWorkbook,
  getTemplate,
  getWorkbook,
  listFindings,
  listWorkbooks,
  sendWorkbook,
} from './operations.ts'

export const workbooksRoutes = {
  'GET /exchange/template': getTemplate,
  'GET /exchange/workbooks': listWorkbooks,
  'POST /exchange/workbooks': sendWorkbook,
  'GET /exchange/workbooks/:workbookId': getWorkbook,
  'GET /exchange/workbooks/:workbookId/findings': listFindings,
  'POST /exchange/workbooks/:workbookId/apply': applyWorkbook,
  'POST /exchange/workbooks/:workbookId/discard': discardWorkbook,
} satisfies RouteTable
