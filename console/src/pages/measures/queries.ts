import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { TasksSearch } from '../../paths.ts'

export type Measure = Answer<'/measures'>['items'][number]
export type Chain = Answer<'/documents/{documentId}/chain'>
export type Township = Chain['townships'][number]
export type Cell = Township['cells'][number]
export type Counts = Chain['counts']
export type TaskState = Task['state']
export type Task = Answer<'/tasks'>['items'][number]
export type TaskDetails = Answer<'/tasks/{taskId}'>
export type Decision = Answer<'/decisions'>['items'][number]
export type NewDecision = Body<'/decisions'>

const live = { live: true }
const firstPage = undefined as string | undefined
export const touchesTasks = [['measures']]

export const measuresQuery = (search: { documentId?: string | undefined; asOf?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['measures', 'list', search],
    queryFn: ({ pageParam: after }) => answer(api.GET('/measures', { params: { query: { ...search, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

/** Documents that measures can be taken from: what was issued and stands. */
export const standingQuery = queryOptions({
  queryKey: ['measures', 'documents'],
  queryFn: () => answer(api.GET('/documents', { params: { query: { state: 'standing', limit: 200 } } })),
  meta: live,
})

/** The whole sheet: its townships come sixty at a time, and a county has rarely more. */
export const chainQuery = (documentId: string, asked: { measureId?: string | undefined; asOf?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['measures', 'chain', documentId, asked],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/documents/{documentId}/chain', {
          params: { path: { documentId }, query: { ...asked, after, limit: 60 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

type Asked = 'open' | TaskState
export const tasksQuery = ({ state, ...search }: TasksSearch) =>
  infiniteQueryOptions({
    queryKey: ['measures', 'tasks', search, state],
    queryFn: ({ pageParam: after }) => {
      // A township's own tasks, and not those of its villages.
      const exact = search.area?.length === 9 ? ('true' as const) : undefined
      const query = { ...search, ...(exact ? { exact } : {}), state: state as Asked | undefined, after }
      return answer(api.GET('/tasks', { params: { query } }))
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const taskQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['measures', 'task', taskId],
    queryFn: () => answer(api.GET('/tasks/{taskId}', { params: { path: { taskId } } })),
    meta: live,
  })

export const photoQuery = (photoId: string) =>
  queryOptions({
    queryKey: ['measures', 'photo', photoId],
    queryFn: () => answer(api.GET('/task-photos/{photoId}', { params: { path: { photoId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const decisionsQuery = (corrected: boolean) =>
  infiniteQueryOptions({
    queryKey: ['measures', 'decisions', corrected],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/decisions', { params: { query: { corrected: corrected ? 'true' : 'false', after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })
