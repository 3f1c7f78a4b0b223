import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { LoudspeakersSearch, PiecesSearch } from '../../paths.ts'

export type PieceRow = Answer<'/pieces'>['items'][number]
export type Piece = Answer<'/pieces/{pieceId}'>
export type Content = Body<'/pieces'>['content']
export type PieceText = Content['texts'][number]
export type PieceKind = PieceRow['kind']
export type PieceState = PieceRow['state']
export type Dispatch = Answer<'/dispatches'>['items'][number]
export type Channel = Answer<'/publicity-channels'>['items'][number]
export type ChannelKind = Channel['kind']
export type Coverage = Answer<'/loudspeaker-coverage'>
export type Village = Coverage['items'][number]
export type Airing = Answer<'/airings'>['items'][number]
export type Play = Answer<'/plays'>['items'][number]

export const PIECE_KINDS = [
  'leaflet',
  'broadcast',
  'open-letter',
  'appeal',
  'notice',
  'answer',
  'legal-notice',
] as const satisfies readonly PieceKind[]
export const CHANNEL_KINDS = [
  'board',
  'rss',
  'atom',
  'cap',
  'wechat',
  'radio',
  'television',
  'print',
  'loudspeakers',
  'email',
  'webhook',
  'emergency-broadcast',
] as const satisfies readonly ChannelKind[]

const live = { live: true }
export const touchesPublicity = [['publicity']]
const paged = { initialPageParam: null as string | null, meta: live }
const pageOf = (after: string | null) => ({ limit: 50, ...(after ? { after } : {}) })

export const piecesQuery = ({ state }: PiecesSearch) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['publicity', 'pieces', state ?? 'all'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/pieces', { params: { query: { ...pageOf(pageParam), state: state ?? 'all' } } })),
    getNextPageParam: ({ next }) => next,
  })
export const pieceQuery = (pieceId: string) =>
  queryOptions({
    queryKey: ['publicity', 'piece', pieceId],
    queryFn: () => answer(api.GET('/pieces/{pieceId}', { params: { path: { pieceId } } })),
    meta: live,
  })
export const channelsQuery = queryOptions({
  queryKey: ['publicity', 'channels'],
  queryFn: () => answer(api.GET('/publicity-channels')),
  meta: live,
})
export const dispatchesQuery = (pieceId: string | null) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['publicity', 'dispatches', pieceId ?? 'all'],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/dispatches', { params: { query: { ...pageOf(pageParam), ...(pieceId ? { pieceId } : {}) } } })),
    getNextPageParam: ({ next }) => next,
  })
export type Measure = 'isolation' | 'closure' | 'checkpoint' | 'directive'
export const MEASURES = ['isolation', 'closure', 'checkpoint', 'directive'] as const satisfies readonly Measure[]
export const legalQuery = (measure: Measure) =>
  queryOptions({
    queryKey: ['publicity', 'legal', measure],
    queryFn: () => answer(api.GET('/legal-notices/{measure}', { params: { path: { measure } } })),
    meta: live,
  })
export const shownQuery = queryOptions({
  queryKey: ['publicity', 'shown-figures'],
  queryFn: () => answer(api.GET('/shown-figures')),
  meta: live,
})
export const coverageQuery = ({ since, until }: LoudspeakersSearch) =>
  queryOptions({
    queryKey: ['publicity', 'coverage', since ?? '', until ?? ''],
    queryFn: () =>
      answer(
        api.GET('/loudspeaker-coverage', {
          params: { query: { ...(since ? { since } : {}), ...(until ? { until } : {}) } },
        }),
      ),
    meta: live,
  })
export const airingsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['publicity', 'airings'],
  queryFn: ({ pageParam }) => answer(api.GET('/airings', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const playsQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ['publicity', 'plays'],
  queryFn: ({ pageParam }) => answer(api.GET('/plays', { params: { query: pageOf(pageParam) } })),
  getNextPageParam: ({ next }) => next,
})
export const playPhotoQuery = (photoId: string) =>
  queryOptions({
    queryKey: ['publicity', 'play-photo', photoId],
    queryFn: () => answer(api.GET('/play-photos/{photoId}', { params: { path: { photoId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
export const fileOf = (dispatchId: string) =>
  answer(api.GET('/dispatches/{dispatchId}/file', { params: { path: { dispatchId } } }))

export function hand({ fileName, type, content }: { fileName: string; type: string; content: string }): void {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type }))
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}
