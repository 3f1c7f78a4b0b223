import type { RouteTable } from '../../kernel/operation.ts'
import { askExport, cancelExport, decideExport, downloadExport, getExport, listExports } from './operations.exports.ts'
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
  'GET /exchange/exports': listExports,
  'POST /exchange/exports': askExport,
  'GET /exchange/exports/:exportId': getExport,
  'POST /exchange/exports/:exportId/decision': decideExport,
  'POST /exchange/exports/:exportId/cancel': cancelExport,
  'POST /exchange/exports/:exportId/download': downloadExport,
} satisfies RouteTable
