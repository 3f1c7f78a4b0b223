import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Balance = Answer<'/fund-balance'>
export type Pot = Balance['items'][number]
export type HeldByPurpose = Balance['purposes'][number]
export type Commitment = Answer<'/fund-commitments'>['items'][number]
export type Payment = Answer<'/fund-payments'>['items'][number]
export type Donation = Answer<'/fund-donations'>['items'][number]
export type FundFile = Answer<'/fund-files'>['items'][number]
export type Subject = { of: 'source' | 'commitment' | 'payment' | 'donation'; subjectId: string }
export type Entry = Answer<'/fund-entries'>['items'][number]

const live = { live: true }
export const touchesFunds = [['funds']]
const LIMIT = 50
const pageOf = (after: string | null) => ({ limit: LIMIT, ...(after ? { after } : {}) })
const paged = { initialPageParam: null as string | null, meta: live }

/** Purposes and sources of a county are few: one page of them is all there is to choose from. */
export const balanceQuery = queryOptions({
  queryKey: ['funds', 'balance'],
  queryFn: () => answer(api.GET('/fund-balance', { params: { query: { limit: 200 } } })),
  meta: live,
})
export const purposesQuery = queryOptions({
  queryKey: ['funds', 'purposes'],
  queryFn: () => answer(api.GET('/fund-purposes', { params: { query: { limit: 200 } } })),
  meta: live,
})
export const commitmentsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['funds', 'commitments'],
  queryFn: ({ pageParam }) => answer(api.GET('/fund-commitments', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const paymentsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['funds', 'payments'],
  queryFn: ({ pageParam }) => answer(api.GET('/fund-payments', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const donationsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['funds', 'donations'],
  queryFn: ({ pageParam }) => answer(api.GET('/fund-donations', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const entriesQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['funds', 'entries'],
  queryFn: ({ pageParam }) => answer(api.GET('/fund-entries', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const filesQuery = (of: Subject) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['funds', 'files', of],
    queryFn: ({ pageParam }) => answer(api.GET('/fund-files', { params: { query: { ...of, ...pageOf(pageParam) } } })),
    getNextPageParam: ({ next }) => next,
  })
export const fileQuery = (fileId: string) => answer(api.GET('/fund-files/{fileId}', { params: { path: { fileId } } }))
export const receiptOf = (donationId: string, headers: Record<string, string>) =>
  answer(api.GET('/fund-donations/{donationId}/receipt', { params: { path: { donationId } }, headers }))
