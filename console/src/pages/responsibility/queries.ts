import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import type { PlanSearch } from '../../paths.ts'

export type PurposeHeader = { 'Qunfang-Purpose': string } | undefined
export type Coverage = Answer<'/responsibility/coverage'>
export type Area = Coverage['children'][number]
export type Answering = Area['posts'][number]
export type Block = Answer<'/responsibility/blocks'>['items'][number]
export type UncoveredHome = Answer<'/responsibility/uncovered'>['items'][number]
export type Level = UncoveredHome['lacking'][number]
export type PostRow = Answer<'/responsibility/posts'>['items'][number]
export type PostState = PostRow['states'][number]
export type PostDetails = Answer<'/responsibility/posts/{postId}'>
export type Duty = PostDetails['duties'][number]
export type Reach = Body<'/responsibility/duties'>['what']
export type PostHome = Answer<'/responsibility/posts/{postId}/households'>['items'][number]
export type Occupancy = Answer<'/responsibility/posts/{postId}/occupancies'>['items'][number]
export type Proposal = Answer<'/responsibility/plan'>
export type PlanLine = Proposal['lines'][number]
export type Rules = Answer<'/responsibility/rules'>
export type PostKind = Rules['kinds'][number]
export type TeamRule = Rules['teams'][number]
export type Team = Answer<'/responsibility/teams'>['items'][number]
export type Chain = Answer<'/responsibility/households/{householdId}/chain'>
export type Sheet = Answer<'/responsibility/posts/{postId}/hand-over'>

const live = { live: true }
const firstPage = undefined as string | undefined

export const coverageQuery = (area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['coverage', area ?? '', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/responsibility/coverage', { params: { query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const postCountsQuery = (area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['post-counts', area ?? '', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/responsibility/post-counts', { params: { query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const uncoveredQuery = (area: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['uncovered', area ?? ''],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/responsibility/uncovered', { params: { query: { area, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const blocksQuery = (village: string) =>
  infiniteQueryOptions({
    queryKey: ['blocks', village],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/responsibility/blocks', { params: { query: { village, after, limit: 100 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: village.length === 12,
    meta: live,
  })

interface PostFilter {
  area?: string | undefined
  kind?: string | undefined
  state?: PostState | undefined
  asOf?: string | undefined
}
export const postsQuery = (filter: PostFilter) =>
  infiniteQueryOptions({
    queryKey: ['posts', filter],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/responsibility/posts', { params: { query: { ...filter, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const postQuery = (postId: string) =>
  queryOptions({
    queryKey: ['post', postId],
    queryFn: () => answer(api.GET('/responsibility/posts/{postId}', { params: { path: { postId } } })),
    meta: live,
  })

export const postHomesQuery = (postId: string) =>
  infiniteQueryOptions({
    queryKey: ['post-homes', postId],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/responsibility/posts/{postId}/households', {
          params: { path: { postId }, query: { after, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

/** Shows persons: another look at everybody each time it is asked. */
const PERSONAL_STALE_MS = 60_000

export const occupanciesQuery = (postId: string, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['occupancies', postId, header],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/responsibility/posts/{postId}/occupancies', {
          params: { header, path: { postId }, query: { after, limit: 50 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: PERSONAL_STALE_MS,
  })

export const chainQuery = (householdId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['chain', householdId, header],
    queryFn: () =>
      answer(api.GET('/responsibility/households/{householdId}/chain', { params: { header, path: { householdId } } })),
    enabled: header !== undefined,
    staleTime: PERSONAL_STALE_MS,
  })

export const sheetQuery = (postId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['hand-over-sheet', postId, header],
    queryFn: () =>
      answer(api.GET('/responsibility/posts/{postId}/hand-over', { params: { header, path: { postId } } })),
    enabled: header !== undefined,
    staleTime: PERSONAL_STALE_MS,
  })

export const planQuery = ({ division = '', kind = 'volunteer', mode = 'anew' }: PlanSearch) =>
  queryOptions({
    queryKey: ['plan', division, kind, mode],
    queryFn: () => answer(api.GET('/responsibility/plan', { params: { query: { division, kind, mode } } })),
    enabled: division.length === 12,
    retry: false,
    // What is applied is what is shown; it is made anew only when somebody asks for it.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

export const rulesQuery = queryOptions({
  queryKey: ['responsibility-rules'],
  queryFn: () => answer(api.GET('/responsibility/rules')),
  staleTime: 5 * 60_000,
})

export const teamsQuery = (filter: { area?: string | undefined; state?: 'incomplete' | 'complete' | 'all' }) =>
  infiniteQueryOptions({
    queryKey: ['teams', filter],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/responsibility/teams', { params: { query: { ...filter, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

/** Everything that a change of posts, duties or holders makes stale. */
export const touchesPosts = [
  ['coverage'],
  ['post-counts'],
  ['uncovered'],
  ['blocks'],
  ['posts'],
  ['post'],
  ['post-homes'],
  ['occupancies'],
  ['chain'],
  ['hand-over-sheet'],
  ['teams'],
  ['plan'],
]

export const touchesRules = [['responsibility-rules'], ['posts'], ['post'], ['post-counts'], ['plan'], ['teams']]

/** Kinds of post and teams are the county's own words, by the rules in force. */
export function useRuleWords() {
  const { data } = useQuery(rulesQuery)
  const lang = language()
  const kinds = new Map(data?.kinds.filter(({ inForce }) => inForce).map(({ body }) => [body.code, body]))
  const teams = new Map(data?.teams.filter(({ inForce }) => inForce).map(({ body }) => [body.code, body]))
  return {
    kinds,
    teams,
    kindName: (code: string) => kinds.get(code)?.[lang] ?? code,
    teamName: (code: string) => teams.get(code)?.[lang] ?? code,
    roleName: (team: string, role: string) => teams.get(team)?.roles.find((one) => one.role === role)?.[lang] ?? role,
  }
}
