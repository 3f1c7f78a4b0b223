import type { Answer, Body } from '@qunfang/client'
import { symptomRules } from '@qunfang/client/rules'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import type { ReadingsSearch } from '../../paths.ts'
import type { PurposeHeader } from '../people/queries.ts'

export type Board = Answer<'/isolation/readings/board'>
export type BoardLine = Board['divisions'][number]
export type SlotCount = Board['total'][number]
export type Climbing = Answer<'/isolation/readings/climbing'>['items'][number]
export type Doubtful = Answer<'/isolation/readings/doubtful'>['items'][number]
export type Work = Answer<'/isolation/work'>['items'][number]
export type OrderReadings = Answer<'/isolation/orders/{orderId}/readings'>
export type Check = OrderReadings['checks'][number]
export type Reading = NonNullable<Check['reading']>
export type NewReading = Body<'/isolation/readings/batch'>['items'][number]

const firstPage = undefined as string | undefined
const live = { live: true }
/** Asking again is another look at everybody on the page. */
const LOOKED = 30_000

export const boardQuery = (area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['reading-board', area ?? '', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/isolation/readings/board', { params: { query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const climbingQuery = ({ area, level }: ReadingsSearch, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['reading-climbing', area ?? '', level ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/isolation/readings/climbing', { params: { header, query: { area, level, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

export const doubtfulQuery = ({ area }: ReadingsSearch, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['reading-doubtful', area ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/isolation/readings/doubtful', { params: { header, query: { area, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

export const workQuery = (
  { area, state, limit = 50 }: { area: string | undefined; state: 'open' | 'abnormal' | 'all'; limit?: number },
  header: PurposeHeader,
) =>
  infiniteQueryOptions({
    queryKey: ['reading-work', area ?? '', state, limit, header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/isolation/work', { params: { header, query: { area, state, after, limit } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

export const plansQuery = queryOptions({
  queryKey: ['reading-plans'],
  queryFn: () => answer(api.GET('/isolation/reading-plans')),
})
export type Plans = Answer<'/isolation/reading-plans'>
export type PlanBody = Plans['inForce']

export const orderReadingsQuery = (orderId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['order-readings', orderId, header],
    queryFn: () => answer(api.GET('/isolation/orders/{orderId}/readings', { params: { header, path: { orderId } } })),
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

/** What a new reading makes stale. */
export const touchesReadings = [
  ['reading-board'],
  ['reading-climbing'],
  ['reading-doubtful'],
  ['reading-work'],
  ['order-readings'],
]

export function symptomWord(code: string): string {
  const term = symptomRules.symptoms.find((one) => one.code === code)
  return term ? term[language()] : code
}
