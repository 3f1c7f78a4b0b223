import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { HandOverState } from '../../paths.ts'

export type Board = Answer<'/checkpoint-board'>
export type PassageRow = Answer<'/checkpoints/{checkpointId}/passages'>['items'][number]
export type HandOverRow = Answer<'/hand-overs'>['items'][number]

/** A person who could not be reached was not examined either: the fever stays open. */
export const isOpen = (handOver: HandOverRow): boolean =>
  handOver.outcome === null || handOver.outcome === 'unreachable'

/** As of when a fever still waits or is said to have ended: in a county of the past its moment, unless the fever itself is of a later day. */
export const momentFor = ({ openedAt }: HandOverRow, livesAt: string | null): string =>
  livesAt !== null && openedAt <= livesAt ? livesAt : new Date().toISOString()

const live = { live: true }
const firstPage = undefined as string | undefined

/** Everything the county counts, as of one moment; without one it is now, or the county's own, and keeps itself up to date. */
export const boardQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['board', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/checkpoint-board', { params: { query: { asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const dayQuery = (checkpointId: string, day: string) =>
  queryOptions({
    queryKey: ['checkpoint-day', checkpointId, day],
    queryFn: () =>
      answer(api.GET('/checkpoints/{checkpointId}/day', { params: { path: { checkpointId }, query: { day } } })),
    placeholderData: keepPreviousData,
    meta: live,
  })

export const passagesQuery = (checkpointId: string, day: string) =>
  infiniteQueryOptions({
    queryKey: ['passages', checkpointId, day],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/checkpoints/{checkpointId}/passages', {
          params: { path: { checkpointId }, query: { day, after, limit: 100 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const shiftsQuery = (checkpointId: string) =>
  queryOptions({
    queryKey: ['shifts', checkpointId],
    queryFn: () =>
      answer(
        api.GET('/checkpoints/{checkpointId}/shifts', { params: { path: { checkpointId }, query: { limit: 200 } } }),
      ),
    meta: live,
  })

export const handOversQuery = (state: HandOverState) =>
  infiniteQueryOptions({
    queryKey: ['hand-overs', state],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/hand-overs', { params: { query: { state, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })
