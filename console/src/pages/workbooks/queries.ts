import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Workbook = Answer<'/exchange/workbooks'>['items'][number]
export type SheetResult = Workbook['preview'][number]
export type Finding = Answer<'/exchange/workbooks/{workbookId}/findings'>['items'][number]

const firstPage = undefined as string | undefined
/** While the server works through a file, which says how far it has come. */
const WATCH_MS = 1_000
export const isUnderWay = ({ state }: Workbook): boolean => state === 'previewing' || state === 'applying'

export const workbooksQuery = infiniteQueryOptions({
  queryKey: ['workbooks'],
  queryFn: ({ pageParam: after }) =>
    answer(api.GET('/exchange/workbooks', { params: { query: { after, limit: 20 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
  refetchInterval: (query) =>
    query.state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? WATCH_MS * 2 : false,
})

export const workbookQuery = (workbookId: string) =>
  queryOptions({
    queryKey: ['workbook', workbookId],
    queryFn: () => answer(api.GET('/exchange/workbooks/{workbookId}', { params: { path: { workbookId } } })),
    refetchInterval: (query) => (query.state.data && isUnderWay(query.state.data) ? WATCH_MS : false),
  })

/** `done` is part of the key: what was found grows with every part. */
export const findingsQuery = (workbookId: string, pass: 'preview' | 'apply', done: number) =>
  infiniteQueryOptions({
    queryKey: ['findings', workbookId, pass, done],
    queryFn: ({ pageParam: after }) => {
      const params = { path: { workbookId }, query: { pass, after, limit: 50 } }
      return answer(api.GET('/exchange/workbooks/{workbookId}/findings', { params }))
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    placeholderData: (before) => before,
  })

export type Export = Answer<'/exchange/exports'>['items'][number]

export const exportsQuery = infiniteQueryOptions({
  queryKey: ['exports'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/exchange/exports', { params: { query: { after, limit: 20 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
  refetchInterval: (query) =>
    query.state.data?.pages.some(({ items }) => items.some(({ state }) => state === 'running')) ? WATCH_MS * 2 : false,
})
