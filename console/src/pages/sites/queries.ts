import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { PurposeHeader } from '../people/queries.ts'

export type SiteRow = Answer<'/sites'>['items'][number]
export type Capacity = SiteRow['capacity']
export type Board = Answer<'/sites/{siteId}/board'>
export type Room = Board['rooms'][number]
export type RoomState = Room['state']
export type Matters = Board['matters']
export type Lodger = Answer<'/sites/{siteId}/lodgers'>['items'][number]
export type Expected = Answer<'/sites/{siteId}/expected'>['items'][number]
export type MealSheet = Answer<'/sites/{siteId}/meals/{day}'>
export type DayMeal = Board['meals'][number]
export type Transfer = Answer<'/sites/{siteId}/transfers'>['items'][number]
export type Disinfection = Answer<'/sites/{siteId}/disinfections'>['items'][number]
export type RecordRow = Answer<'/sites/{siteId}/records'>['items'][number]
export type Change = Answer<'/sites/{siteId}/shift-changes'>['items'][number]

/** Whatever is recorded about a site makes all that is shown of it stale. */
export const touchesSites = [['sites']]

const live = { live: true }
const firstPage = undefined as string | undefined

export const sitesQuery = (asOf: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'list', asOf ?? 'now'],
    queryFn: ({ pageParam: after }) => answer(api.GET('/sites', { params: { query: { asOf, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asOf ? {} : live,
  })

export const boardQuery = (siteId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['sites', 'board', siteId, asOf ?? 'now'],
    queryFn: () => answer(api.GET('/sites/{siteId}/board', { params: { path: { siteId }, query: { asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

/** Asking again is another look at everybody on the page. */
const SEEN_FOR_MS = 30_000
export const lodgersQuery = (siteId: string, asOf: string | undefined, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'lodgers', siteId, asOf ?? 'now', header],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/sites/{siteId}/lodgers', {
          params: { header, path: { siteId }, query: { asOf, after, limit: 200 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: SEEN_FOR_MS,
  })

export const expectedQuery = (siteId: string, asOf: string | undefined, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'expected', siteId, asOf ?? 'now', header],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/sites/{siteId}/expected', {
          params: { header, path: { siteId }, query: { asOf, after, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: SEEN_FOR_MS,
  })

export const mealsQuery = (siteId: string, day: string) =>
  queryOptions({
    queryKey: ['sites', 'meals', siteId, day],
    queryFn: () => answer(api.GET('/sites/{siteId}/meals/{day}', { params: { path: { siteId, day } } })),
    placeholderData: keepPreviousData,
    meta: live,
  })

export const transfersQuery = (siteId: string) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'transfers', siteId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/sites/{siteId}/transfers', { params: { path: { siteId }, query: { after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const disinfectionsQuery = (siteId: string) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'disinfections', siteId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/sites/{siteId}/disinfections', { params: { path: { siteId }, query: { after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const recordsQuery = (siteId: string) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'records', siteId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/sites/{siteId}/records', { params: { path: { siteId }, query: { after, limit: 20 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const changesQuery = (siteId: string) =>
  infiniteQueryOptions({
    queryKey: ['sites', 'changes', siteId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/sites/{siteId}/shift-changes', { params: { path: { siteId }, query: { after, limit: 20 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const diaryQuery = (siteId: string, from: string, till: string) =>
  queryOptions({
    queryKey: ['sites', 'diary', siteId, from, till],
    queryFn: () => answer(api.GET('/sites/{siteId}/diary', { params: { path: { siteId }, query: { from, till } } })),
    placeholderData: keepPreviousData,
    meta: live,
  })
