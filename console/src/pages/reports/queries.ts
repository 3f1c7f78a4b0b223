import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { ReportsSearch } from '../../paths.ts'

export type ReportRow = Answer<'/situation-reports'>['items'][number]
export type ReportDetails = Answer<'/situation-reports/{reportId}'>
export type ReportState = ReportRow['state']
export type Block = ReportDetails['blocks'][number]
export type Remark = ReportDetails['remarks'][number]
export type Difference = ReportDetails['since'][number]
export type NewReport = Body<'/situation-reports'>
export type Step = 'submitted' | 'returned' | 'checked' | 'issued' | 'abandoned'

const live = { live: true }
const firstPage = undefined as string | undefined
export const touchesReports = [['reports']]

export const reportsQuery = ({ state = undefined }: ReportsSearch) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'list', state ?? 'all'],
    queryFn: ({ pageParam: after }) => answer(api.GET('/situation-reports', { params: { query: { state, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', 'one', reportId],
    queryFn: () => answer(api.GET('/situation-reports/{reportId}', { params: { path: { reportId } } })),
    meta: live,
  })

type Printing = { format: 'pdf' | 'docx' | 'json' | 'dhis2'; lang?: 'zh' | 'en' }
export const printed = (reportId: string, query: Printing) =>
  answer(api.GET('/situation-reports/{reportId}/file', { params: { path: { reportId }, query } }))
