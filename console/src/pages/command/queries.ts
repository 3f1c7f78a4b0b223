import type { Answer } from '@qunfang/client'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Ladder = Answer<'/response-ladders'>['items'][number]
export type Organisation = Answer<'/organisation'>
export type Group = Organisation['bodies'][number]
export type Rota = Answer<'/organisation/bodies/{bodyId}/rota'>
export type Duty = Rota['duties'][number]
export type Plan = Answer<'/response-plans'>['items'][number]

const live = { live: true }
export const touchesCommand = [['command']]

export const laddersQuery = queryOptions({
  queryKey: ['command', 'ladders'],
  queryFn: () => answer(api.GET('/response-ladders', { params: { query: { limit: 100 } } })),
  meta: live,
})
export const plansQuery = queryOptions({
  queryKey: ['command', 'plans'],
  queryFn: () => answer(api.GET('/response-plans', { params: { query: { limit: 100 } } })),
  meta: live,
})
export const organisationQuery = queryOptions({
  queryKey: ['command', 'organisation'],
  queryFn: () => answer(api.GET('/organisation')),
  meta: live,
})
export const rotaQuery = (bodyId: string, from: string, till: string) =>
  queryOptions({
    queryKey: ['command', 'rota', bodyId, from, till],
    queryFn: () =>
      answer(api.GET('/organisation/bodies/{bodyId}/rota', { params: { path: { bodyId }, query: { from, till } } })),
    meta: live,
  })
export const calendarOf = (bodyId: string, from: string, till: string) =>
  answer(
    api.GET('/organisation/bodies/{bodyId}/rota/calendar', { params: { path: { bodyId }, query: { from, till } } }),
  )
export const organisationOnPaper = (what: 'chart' | 'contacts', format: 'pdf' | 'svg', language: 'zh' | 'en') =>
  answer(api.GET('/organisation/print', { params: { query: { what, format, language } } }))
