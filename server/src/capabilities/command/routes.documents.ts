import type { RouteTable } from '../../kernel/operation.ts'
import { attachFile, readAttachment, voidAttachment } from './operations.documents.files.ts'
import { previewDraft, printDocument } from './operations.documents.printing.ts'
import { issueDocument, takeStep, withdrawDocument } from './operations.documents.steps.ts'
import {
  addSeries,
  checkDraftNow,
  draftDocument,
  listDocuments,
  listSeries,
  readDocument,
  reviseDocument,
} from './operations.documents.ts'

export const documentsRoutes = {
  'POST /document-series': addSeries,
  'GET /document-series': listSeries,
  'POST /documents': draftDocument,
  'GET /documents': listDocuments,
  'GET /documents/:documentId': readDocument,
  'POST /documents/:documentId/versions': reviseDocument,
  'POST /documents/:documentId/steps': takeStep,
  'POST /documents/:documentId/issue': issueDocument,
  'POST /documents/:documentId/withdrawal': withdrawDocument,
  'POST /documents/:documentId/attachments': attachFile,
  'GET /document-attachments/:attachmentId': readAttachment,
  'POST /document-attachments/:attachmentId/void': voidAttachment,
  'POST /document-checks': checkDraftNow,
  'POST /document-previews': previewDraft,
  'GET /documents/:documentId/print': printDocument,
} satisfies RouteTable
