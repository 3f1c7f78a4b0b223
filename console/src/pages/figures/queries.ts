import type { Answer } from '@qunfang/client'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Figure = Answer<'/figures'>['items'][number]
export type FigureName = Figure['name']
export type Table = Answer<'/figure-table'>
export type Counted = Table['items'][number]
export type History = Answer<'/figures/{figure}/history'>
export type Trend = Answer<'/figures/{figure}/trend'>

const live = { live: true }

export const catalogueQuery = queryOptions({
  queryKey: ['figures', 'catalogue'],
  queryFn: () => answer(api.GET('/figures')),
  staleTime: Number.POSITIVE_INFINITY,
})

export const tableQuery = (asked: {
  owner?: string | undefined
  figures?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
  knownBy?: string | undefined
}) =>
  queryOptions({
    queryKey: ['figures', 'table', asked],
    queryFn: () => answer(api.GET('/figure-table', { params: { query: asked } })),
    meta: live,
  })

export const trendQuery = (
  figure: FigureName,
  query: { area?: string | undefined; asOf?: string | undefined; knownBy?: string | undefined; days?: number },
) =>
  queryOptions({
    queryKey: ['figures', 'trend', figure, query],
    queryFn: () => answer(api.GET('/figures/{figure}/trend', { params: { path: { figure }, query } })),
    meta: live,
  })

export const historyQuery = (figure: FigureName, query: { area?: string | undefined; asOf?: string | undefined }) =>
  queryOptions({
    queryKey: ['figures', 'history', figure, query],
    queryFn: () => answer(api.GET('/figures/{figure}/history', { params: { path: { figure }, query } })),
  })
