import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { PeopleSearch } from '../../paths.ts'

export type PurposeHeader = { 'Qunfang-Purpose': string } | undefined
export type HouseholdLine = Answer<'/households'>['items'][number]
export type Household = Answer<'/households/{householdId}'>
export type Member = Household['members'][number]
export type Masked = Member['person']
export type PersonCard = Answer<'/people/{personId}/card'>
export type Pair = Answer<'/people/likeness'>['items'][number]
export type Found = Answer<'/people/search', 'post'>['items'][number]
export type NewHousehold = Body<'/households'>
export type NewMember = NewHousehold['members'][number]

const firstPage = undefined as string | undefined

export const searchQuery = (q: string, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['people-search', q, header],
    queryFn: ({ pageParam: after }) =>
      answer(api.POST('/people/search', { params: { header }, body: { q, limit: 20, ...(after ? { after } : {}) } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: q !== '' && header !== undefined,
    // Asking again is another look at everybody on the page.
    staleTime: 60_000,
    retry: false,
  })

export const householdsQuery = ({ division, compound, state }: PeopleSearch, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['households', division ?? '', compound ?? '', state ?? '', header],
    queryFn: ({ pageParam: after }) => {
      const query = { division, compoundId: compound, state, after, limit: 50 }
      return answer(api.GET('/households', { params: { header, query } }))
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: 30_000,
  })

export const householdQuery = (householdId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['household', householdId, header],
    queryFn: () => answer(api.GET('/households/{householdId}', { params: { header, path: { householdId } } })),
    enabled: header !== undefined,
    staleTime: 30_000,
  })

export const cardQuery = (personId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['person', personId, header],
    queryFn: () => answer(api.GET('/people/{personId}/card', { params: { header, path: { personId } } })),
    enabled: header !== undefined,
    staleTime: 30_000,
  })

export const alikeQuery = (header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['alike', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/people/likeness', { params: { header, query: { after, limit: 20 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: 30_000,
  })

export const pairQuery = (oneId: string, otherId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['pair', oneId, otherId, header],
    queryFn: () => answer(api.POST('/people/compare', { params: { header }, body: { oneId, otherId } })),
    enabled: header !== undefined && oneId !== '' && otherId !== '',
    staleTime: 30_000,
  })

/** What a change of somebody's home or identity makes stale. */
export const touchesPeople = [['households'], ['household'], ['person'], ['people-search'], ['alike'], ['pair']]
