import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Stock = Answer<'/supplies/stock'>
export type StockItem = Stock['items'][number]
export type Item = Answer<'/supplies/items'>['items'][number]
export type Store = Answer<'/supplies/stores'>['items'][number]
export type StoreStock = Answer<'/supplies/stores/{storeId}/stock'>
export type StockLine = StoreStock['items'][number]
export type CardEntry = Answer<'/supplies/stores/{storeId}/card'>['items'][number]
export type Movement = Answer<'/supplies/movements'>['items'][number]
export type Slip = Answer<'/supplies/slips'>['items'][number]
export type Consignment = Answer<'/supplies/consignments'>['items'][number]
export type Expiring = Answer<'/supplies/expiring'>['items'][number]
export type Recall = Answer<'/supplies/recalls'>['items'][number]
export type Unit = Item['unit']
export type Owner = Store['owner']

/** A movement changes what is in the stores, on the cards and on the lists. */
export const touchesSupplies = [['supplies']]
const live = { live: true }
const firstPage = undefined as string | undefined
const paged = {
  initialPageParam: firstPage,
  getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
}
const ALL = 200

export const stockQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['supplies', 'stock', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/supplies/stock', { params: { query: { asOf } } })),
    meta: asOf ? {} : live,
  })
/** The items of a county are few; a page of them is all there is. */
export const itemsQuery = queryOptions({
  queryKey: ['supplies', 'items'],
  queryFn: () => answer(api.GET('/supplies/items', { params: { query: { limit: ALL } } })),
})
export const storesQuery = (owner: Owner | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['supplies', 'stores', owner ?? 'all'],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/supplies/stores', { params: { query: { owner, after, limit: 100 } } })),
  })
export const storeStockQuery = (storeId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['supplies', 'store', storeId, asOf ?? 'now'],
    queryFn: () =>
      answer(
        api.GET('/supplies/stores/{storeId}/stock', { params: { path: { storeId }, query: { asOf, limit: ALL } } }),
      ),
    meta: asOf ? {} : live,
  })
export const cardQuery = (storeId: string, itemId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['supplies', 'card', storeId, itemId],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/supplies/stores/{storeId}/card', {
          params: { path: { storeId }, query: { itemId, after, limit: 100 } },
        }),
      ),
    enabled: itemId !== '',
    meta: live,
  })
export const movementsQuery = (storeId: string | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['supplies', 'movements', storeId ?? 'all'],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/supplies/movements', { params: { query: { storeId, after } } })),
    meta: live,
  })
export const slipsQuery = (storeId?: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['supplies', 'slips', storeId],
    queryFn: ({ pageParam: after }) => answer(api.GET('/supplies/slips', { params: { query: { storeId, after } } })),
    meta: live,
  })
export const waysQuery = (storeId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['supplies', 'ways', storeId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/supplies/consignments', { params: { query: { storeId, after } } })),
    meta: live,
  })
export const expiringQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['supplies', 'expiring'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/supplies/expiring', { params: { query: { after } } })),
  meta: live,
})
export const recallsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['supplies', 'recalls'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/supplies/recalls', { params: { query: { after } } })),
  meta: live,
})
export const traceQuery = (lotId: string) =>
  queryOptions({
    queryKey: ['supplies', 'trace', lotId],
    queryFn: () => answer(api.GET('/supplies/lots/{lotId}/trace', { params: { path: { lotId } } })),
  })
