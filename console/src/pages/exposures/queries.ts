import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Category = Answer<'/line-list/categories'>['items'][number]
export type ListRow = Answer<'/line-list'>['items'][number]
export type Masked = ListRow['person']
export type PersonFacts = Answer<'/exposures/persons/{personId}'>
export type TravelFact = PersonFacts['travel'][number]
export type ContactFact = PersonFacts['contacts'][number]
export type StayFact = PersonFacts['stays'][number]
export type IllnessFact = PersonFacts['illness'][number]
export type RingsAnswer = Answer<'/exposures/rings'>
export type ExposurePlace = Answer<'/exposures/places'>['items'][number]
export type NewTravel = Body<'/exposures/travel'>
export type NewContact = Body<'/exposures/contacts'>
export type NewStay = Body<'/exposures/stays'>
export type NewIllness = Body<'/exposures/illness'>
export type NewCategory = Body<'/line-list/categories'>

/** The one purpose for which this part of the desk looks at persons. */
export const tracing = { 'Qunfang-Purpose': 'contact-tracing' } as const

const live = { live: true }
const firstPage = undefined as string | undefined

export const categoriesQuery = (area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['line-list-categories', area ?? '', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/line-list/categories', { params: { query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export interface ListQuestion {
  category: string
  area: string | undefined
  asOf: string | undefined
}
/** Not kept up to date by itself: every page asked for is another look at everybody on it. */
export const lineListQuery = ({ category, area, asOf }: ListQuestion) =>
  infiniteQueryOptions({
    queryKey: ['line-list', category, area ?? '', asOf ?? 'now'],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/line-list', { params: { header: tracing, query: { category, area, asOf, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    staleTime: 60_000,
  })

export const whyQuery = (personId: string, category: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['why', personId, category, asOf ?? 'now'],
    queryFn: () =>
      answer(
        api.GET('/exposures/persons/{personId}/why', {
          params: { header: tracing, path: { personId }, query: { category, asOf } },
        }),
      ),
    staleTime: 60_000,
  })

export const factsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person-exposures', personId],
    queryFn: () =>
      answer(api.GET('/exposures/persons/{personId}', { params: { header: tracing, path: { personId } } })),
    staleTime: 60_000,
  })

export interface RingsQuestion {
  personId?: string | undefined
  category?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
  depth: number
}
export const ringsQuery = (question: RingsQuestion) =>
  queryOptions({
    queryKey: ['rings', question],
    queryFn: () => answer(api.GET('/exposures/rings', { params: { header: tracing, query: question } })),
    enabled: question.personId !== undefined || question.category !== undefined,
    staleTime: 60_000,
  })

export const clustersQuery = (area: string | undefined, asOf: string | undefined, disease: string) =>
  queryOptions({
    queryKey: ['clusters', area ?? '', asOf ?? 'now', disease],
    queryFn: () =>
      answer(api.GET('/exposures/clusters', { params: { header: tracing, query: { area, asOf, disease } } })),
    staleTime: 60_000,
  })

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  queryFn: () => answer(api.GET('/cases/profiles')),
  staleTime: 10 * 60_000,
})

export const exposurePlacesQuery = queryOptions({
  queryKey: ['exposure-places'],
  queryFn: () => answer(api.GET('/exposures/places')),
})

export const gatheringsQuery = infiniteQueryOptions({
  queryKey: ['gatherings'],
  queryFn: ({ pageParam: after }) =>
    answer(api.GET('/exposures/gatherings', { params: { query: { after, limit: 50 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
})

/** What a new record makes stale. */
export const touched = (personId?: string) => [
  ['line-list-categories'],
  ['line-list'],
  ['why'],
  ['rings'],
  ['clusters'],
  personId ? ['person-exposures', personId] : ['person-exposures'],
]
