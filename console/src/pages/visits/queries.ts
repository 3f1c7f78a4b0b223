import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import type { FollowUpsSearch, VisitsSearch } from '../../paths.ts'
import type { PurposeHeader } from '../people/queries.ts'

export type Round = Answer<'/visits/rounds'>['items'][number]
export type Progress = Answer<'/visits/rounds/{roundId}/progress'>
export type Counted = Progress['total']
export type Block = Answer<'/visits/rounds/{roundId}/blocks'>['items'][number]
export type Home = Answer<'/visits/rounds/{roundId}/households'>['items'][number]
export type HomeState = Home['state']
export type HouseholdVisits = Answer<'/visits/households/{householdId}'>
export type Visit = HouseholdVisits['visits'][number]
export type FollowUp = Answer<'/visits/follow-ups'>['items'][number]
export type Questionnaire = Answer<'/visits/questionnaires/{key}'>
export type Question = Questionnaire['questions'][number]
export type Draft = Body<'/visits/questionnaires'>
export type Cards = Answer<'/visits/rounds/{roundId}/cards', 'post'>
export type FoundCard = Answer<'/visits/cards/{code}'>

const live = { live: true }
const firstPage = undefined as string | undefined

export const roundsQuery = queryOptions({
  queryKey: ['visit-rounds'],
  queryFn: () => answer(api.GET('/visits/rounds', { params: { query: { limit: 100 } } })),
  meta: live,
})

export const progressQuery = (roundId: string, area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['visit-progress', roundId, area ?? '', asOf ?? 'now'],
    queryFn: () =>
      answer(api.GET('/visits/rounds/{roundId}/progress', { params: { path: { roundId }, query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const blocksQuery = (roundId: string, division: string, asOf: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['visit-blocks', roundId, division, asOf ?? 'now'],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/visits/rounds/{roundId}/blocks', {
          params: { path: { roundId }, query: { division, asOf, after, limit: 100 } },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asOf ? {} : live,
  })

export type DoorsState = Exclude<NonNullable<VisitsSearch['view']>, 'progress'>
export const doorsQuery = (
  { roundId, state, area }: { roundId: string; state: DoorsState; area: string | undefined },
  header: PurposeHeader,
) =>
  infiniteQueryOptions({
    queryKey: ['visit-doors', roundId, state, area ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/visits/rounds/{roundId}/households', {
          params: {
            header,
            path: { roundId },
            query: { state: state === 'all' ? undefined : state, area, after, limit: 50 },
          },
        }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    // Asking again is another look at everybody on the page.
    staleTime: 30_000,
  })

export const householdVisitsQuery = (householdId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['household-visits', householdId, header],
    queryFn: () => answer(api.GET('/visits/households/{householdId}', { params: { header, path: { householdId } } })),
    enabled: header !== undefined,
    staleTime: 30_000,
  })

export const followUpsQuery = ({ state, kind, area }: FollowUpsSearch, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['visit-follow-ups', state ?? 'open', kind ?? '', area ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/visits/follow-ups', { params: { header, query: { state, kind, area, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: 15_000,
  })

export const questionnairesQuery = queryOptions({
  queryKey: ['questionnaires'],
  queryFn: () => answer(api.GET('/visits/questionnaires')),
  staleTime: 60_000,
})

export const questionnaireQuery = (key: string, version: number | undefined) =>
  queryOptions({
    queryKey: ['questionnaire', key, version ?? 'newest'],
    queryFn: () => answer(api.GET('/visits/questionnaires/{key}', { params: { path: { key }, query: { version } } })),
    staleTime: 60_000,
  })

/** What a visit, or the end of what it opened, makes stale. */
export const touchesVisits = [
  ['visit-progress'],
  ['visit-blocks'],
  ['visit-doors'],
  ['household-visits'],
  ['visit-follow-ups'],
]

/** What the county wrote, in the reader's language where it was written in it. */
export const said = ({ zh, en }: { zh: string; en: string | null }): string => (language() === 'en' ? (en ?? zh) : zh)

/** A question under its number; in a group it goes by the group's. */
export const titleIn =
  (all: readonly Question[]) =>
  (question: Question): string => {
    const prefix = question.prefix ?? all.find(({ linkId }) => linkId === question.within)?.prefix ?? ''
    return `${prefix} ${said(question)}`.trim()
  }
