import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { OrdersSearch } from '../../paths.ts'
import type { PurposeHeader } from '../people/queries.ts'

export type Order = Answer<'/isolation/orders'>['items'][number]
export type OrderCard = Answer<'/isolation/orders/{orderId}'>
export type Act = OrderCard['acts'][number]
export type OrderBoard = Answer<'/isolation/board'>
export type Proposal = Answer<'/isolation/proposals'>['items'][number]
export type NewOrder = Body<'/isolation/orders'>

const firstPage = undefined as string | undefined
/** Asking again is another look at everybody on the page. */
const LOOKED = 30_000

export const orderBoardQuery = (area: string | undefined) =>
  queryOptions({
    queryKey: ['order-board', area ?? ''],
    queryFn: () => answer(api.GET('/isolation/board', { params: { query: { area } } })),
    placeholderData: keepPreviousData,
    meta: { live: true },
  })

export const ordersQuery = ({ area, state = 'standing', kind }: OrdersSearch, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['orders', area ?? '', state, kind ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/isolation/orders', { params: { header, query: { area, state, kind, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

export const orderQuery = (orderId: string, header: PurposeHeader) =>
  queryOptions({
    queryKey: ['order', orderId, header],
    queryFn: () => answer(api.GET('/isolation/orders/{orderId}', { params: { header, path: { orderId } } })),
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

export const proposalsQuery = (area: string | undefined, header: PurposeHeader) =>
  infiniteQueryOptions({
    queryKey: ['order-proposals', area ?? '', header],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/isolation/proposals', { params: { header, query: { area, after, limit: 50 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    enabled: header !== undefined,
    staleTime: LOOKED,
  })

/** What anything that is decided about an order makes stale. */
export const touchesOrders = [['order-board'], ['orders'], ['order'], ['order-proposals']]
