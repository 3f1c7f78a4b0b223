import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { DocumentsSearch } from '../../paths.ts'

export type DocumentRow = Answer<'/documents'>['items'][number]
export type DocumentDetails = Answer<'/documents/{documentId}'>
export type SeriesRow = Answer<'/document-series'>['items'][number]
export type Content = DocumentDetails['content']
export type Remark = DocumentDetails['remarks'][number]
export type DocumentState = DocumentRow['state']
export type Kind = DocumentRow['kind']
export type NewSeries = Body<'/document-series'>

const live = { live: true }
const firstPage = undefined as string | undefined
export const touchesDocuments = [['documents']]

export const documentsQuery = ({ state = undefined, series: seriesId }: DocumentsSearch) =>
  infiniteQueryOptions({
    queryKey: ['documents', 'list', state ?? 'all', seriesId ?? 'any'],
    queryFn: ({ pageParam: after }) => answer(api.GET('/documents', { params: { query: { state, seriesId, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

/** What was issued and stands: what another can supersede. */
export const standingDocumentsQuery = queryOptions({
  queryKey: ['documents', 'standing'],
  queryFn: () => answer(api.GET('/documents', { params: { query: { state: 'standing', limit: 200 } } })),
  meta: live,
})

export const seriesQuery = queryOptions({
  queryKey: ['documents', 'series'],
  queryFn: () => answer(api.GET('/document-series', { params: { query: { limit: 200 } } })),
  meta: live,
})

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: ['documents', 'one', documentId],
    queryFn: () => answer(api.GET('/documents/{documentId}', { params: { path: { documentId } } })),
    meta: live,
  })

export const paperQuery = (documentId: string, of: string) =>
  queryOptions({
    queryKey: ['documents', 'paper', documentId, of],
    queryFn: () => printed(documentId, 'svg'),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const printed = (documentId: string, format: 'pdf' | 'docx' | 'svg') =>
  answer(api.GET('/documents/{documentId}/print', { params: { path: { documentId }, query: { format } } }))

export const attachmentOf = (attachmentId: string) =>
  answer(api.GET('/document-attachments/{attachmentId}', { params: { path: { attachmentId } } }))

interface Draft {
  seriesId: string
  documentId: string | null
  content: Content
}
/** As somebody writes; the last picture stays until the next is there. */
export const previewQuery = (draft: Draft) =>
  queryOptions({
    queryKey: ['documents', 'preview', draft],
    queryFn: () => answer(api.POST('/document-previews', { body: draft })),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

export const emptyContent = (): Content => ({
  title: '',
  to: [],
  body: [{ level: 0, text: '' }],
  attachments: [],
  copies: [],
  secrecy: null,
  urgency: null,
  sealed: true,
  note: null,
  printedBy: null,
  supersedes: [],
})
