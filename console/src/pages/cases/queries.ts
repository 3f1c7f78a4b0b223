import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { CasesSearch } from '../../paths.ts'

export type CaseRow = Answer<'/cases'>['items'][number]
export type CaseFile = Answer<'/cases/{caseId}'>
export type Entry = CaseFile['entries'][number]
export type Status = CaseRow['status']
export type Curve = Answer<'/epidemiology/curve'>
export type Reproduction = Answer<'/epidemiology/reproduction'>
export type Delays = Answer<'/epidemiology/delays'>['serialInterval']
export type ThroughOthers = Answer<'/epidemiology/delays'>['incubation']['throughOthers']
export type Tree = Answer<'/epidemiology/tree'>
export type NewDecision = Body<'/cases/{caseId}/decisions'>
export type NewReport = Body<'/cases/{caseId}/reports'>

/** The one purpose for which this part of the desk looks at persons. */
export const healing = { 'Qunfang-Purpose': 'fever-hand-over' } as const

const firstPage = undefined as string | undefined

/** Not kept up to date by itself: every page asked for is another look at everybody on it. */
export const casesQuery = ({ area, status, origin, overdue }: CasesSearch) =>
  infiniteQueryOptions({
    queryKey: ['cases', area ?? '', status ?? '', origin ?? '', overdue ?? ''],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/cases', {
          params: {
            header: healing,
            query: { area, status, origin, overdue: overdue ? 'true' : undefined, after, limit: 50 },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    staleTime: 60_000,
  })

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => answer(api.GET('/cases/{caseId}', { params: { header: healing, path: { caseId } } })),
    staleTime: 60_000,
  })

export const cardQuery = (caseId: string, language: 'zh' | 'en') =>
  queryOptions({
    queryKey: ['case-card', caseId, language],
    queryFn: () =>
      answer(api.GET('/cases/{caseId}/card', { params: { header: healing, path: { caseId }, query: { language } } })),
    staleTime: 60_000,
  })

const live = { live: true }
export const curveQuery = (area: string | undefined, by: 'onset' | 'found') =>
  queryOptions({
    queryKey: ['epidemic-curve', area ?? '', by],
    queryFn: () => answer(api.GET('/epidemiology/curve', { params: { query: { area, by } } })),
    placeholderData: keepPreviousData,
    meta: live,
  })
export const delaysQuery = (area: string | undefined, suspected: boolean) =>
  queryOptions({
    queryKey: ['epidemic-delays', area ?? '', suspected],
    queryFn: () =>
      answer(api.GET('/epidemiology/delays', { params: { query: { area, suspected: suspected ? 'true' : 'false' } } })),
    placeholderData: keepPreviousData,
  })
export const reproductionQuery = (area: string | undefined, suspected: boolean) =>
  queryOptions({
    queryKey: ['epidemic-reproduction', area ?? '', suspected],
    queryFn: () =>
      answer(
        api.GET('/epidemiology/reproduction', { params: { query: { area, suspected: suspected ? 'true' : 'false' } } }),
      ),
    placeholderData: keepPreviousData,
  })
export const treeQuery = (area: string | undefined) =>
  queryOptions({
    queryKey: ['epidemic-tree', area ?? ''],
    queryFn: () => answer(api.GET('/epidemiology/tree', { params: { query: { area } } })),
    placeholderData: keepPreviousData,
  })

/** What a new entry of a case changes on other pages. */
export const touchedBy = (caseId: string) => [
  ['case', caseId],
  ['cases'],
  ['case-card', caseId],
  ['epidemic-curve'],
  ['epidemic-delays'],
  ['epidemic-reproduction'],
  ['epidemic-tree'],
  ['hand-overs'],
]
