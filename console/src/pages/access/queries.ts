import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { roles } from './roles.ts'

export type Seat = Answer<'/access/seats'>['items'][number]
export type Account = Answer<'/access/accounts'>['items'][number]
export type Device = Answer<'/access/devices'>['items'][number]

const firstPage = undefined as string | undefined

export const seatsQuery = (role: (typeof roles)[number] | undefined) =>
  infiniteQueryOptions({
    queryKey: ['seats', role ?? 'any'],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/access/seats', { params: { query: { role, after, limit: 200 } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
  })

export const accountsQuery = infiniteQueryOptions({
  queryKey: ['accounts'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/access/accounts', { params: { query: { after, limit: 200 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
})

export const devicesQuery = infiniteQueryOptions({
  queryKey: ['devices'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/access/devices', { params: { query: { after, limit: 200 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
})

export type SilentPhone = Answer<'/access/phones/silent'>['items'][number]
export const silentPhonesQuery = infiniteQueryOptions({
  queryKey: ['silent-phones'],
  queryFn: ({ pageParam: after }) =>
    answer(api.GET('/access/phones/silent', { params: { query: { after, limit: 50 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
})

export type Backups = Answer<'/jobs/backups'>
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: () => answer(api.GET('/jobs/backups')),
  staleTime: 60_000,
})

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => answer(api.GET('/me/sessions')),
})
