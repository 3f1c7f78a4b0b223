import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type GoodsDonation = Answer<'/supplies/donations'>['items'][number]
export const goodsDonationsQuery = infiniteQueryOptions({
  queryKey: ['requests', 'donations'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/supplies/donations', { params: { query: pageParam ? { after: pageParam } : {} } })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  meta: { live: true },
})
export const goodsReceiptOf = (donationId: string, headers: Record<string, string>) =>
  answer(api.GET('/supplies/donations/{donationId}/receipt', { params: { path: { donationId } }, headers }))
