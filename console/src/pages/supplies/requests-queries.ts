import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type RequestRow = Answer<'/supplies/requests'>['items'][number]
export type CoverRow = Answer<'/supplies/cover'>['items'][number]
export type CoverOfItem = Answer<'/supplies/cover/{itemId}'>
export type Item = Answer<'/supplies/items'>['items'][number]
export type Store = Answer<'/supplies/stores'>['items'][number]

const live = { live: true }
export const touchesRequests = [['requests'], ['supplies']]

export const requestsQuery = (state: 'open' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['requests', 'list', state],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/supplies/requests', { params: { query: { state, ...(pageParam ? { after: pageParam } : {}) } } }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: live,
  })
export const coverQuery = (kind: 'medical' | 'daily' | undefined) =>
  infiniteQueryOptions({
    queryKey: ['requests', 'cover', kind ?? 'all'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/supplies/cover', {
          params: { query: { ...(kind ? { kind } : {}), ...(pageParam ? { after: pageParam } : {}) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    meta: live,
  })
export const coverOfItemQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['requests', 'cover', 'item', itemId],
    queryFn: () => answer(api.GET('/supplies/cover/{itemId}', { params: { path: { itemId } } })),
    meta: live,
  })
/** What a form chooses from; a county's goods are few, and its stores are asked for by their page. */
export const goodsQuery = queryOptions({
  queryKey: ['requests', 'goods'],
  queryFn: () => answer(api.GET('/supplies/items', { params: { query: { limit: 200 } } })),
})
export const placesQuery = queryOptions({
  queryKey: ['requests', 'stores'],
  queryFn: () => answer(api.GET('/supplies/stores', { params: { query: { limit: 200 } } })),
})
export const lotsInQuery = (storeId: string) =>
  queryOptions({
    queryKey: ['requests', 'lots', storeId],
    queryFn: () =>
      answer(api.GET('/supplies/stores/{storeId}/stock', { params: { path: { storeId }, query: { limit: 200 } } })),
    enabled: storeId !== '',
  })
