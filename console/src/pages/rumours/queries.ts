import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Topic = Answer<'/rumour-topics'>['items'][number]
export type TopicCard = Answer<'/rumour-topics/{topicId}'>
export type Deed = TopicCard['history'][number]
export type Desk = Answer<'/rumour-desk'>
export type Week = Answer<'/rumour-week'>
export type Grade = Desk['matrix']['cells'][number]
export type Clock = NonNullable<Topic['first']>
export type Show = 'open' | 'overdue' | 'closed' | 'all'

const live = { live: true }
const firstPage = undefined as string | undefined
export const touchesRumours = [['rumours']]

export interface TopicsAsked {
  show: Show
  theme?: string | undefined
  asOf?: string | undefined
}
export const topicsQuery = (asked: TopicsAsked) =>
  infiniteQueryOptions({
    queryKey: ['rumours', 'topics', asked],
    queryFn: ({ pageParam: after }) => answer(api.GET('/rumour-topics', { params: { query: { ...asked, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    meta: asked.asOf ? {} : live,
  })
export const topicQuery = (topicId: string) =>
  queryOptions({
    queryKey: ['rumours', 'topic', topicId],
    queryFn: () => answer(api.GET('/rumour-topics/{topicId}', { params: { path: { topicId } } })),
    meta: live,
  })
export const deskQuery = queryOptions({
  queryKey: ['rumours', 'desk'],
  queryFn: () => answer(api.GET('/rumour-desk')),
  meta: live,
})
export const weekQuery = (weekOn: string | undefined) =>
  queryOptions({
    queryKey: ['rumours', 'week', weekOn ?? 'now'],
    queryFn: () => answer(api.GET('/rumour-week', { params: { query: { weekOn } } })),
    placeholderData: keepPreviousData,
    meta: live,
  })
/** Answers that have gone out, to say which of them answers a topic. */
export const answersQuery = (topicId: string) =>
  queryOptions({
    queryKey: ['rumours', 'answers', topicId],
    queryFn: async () => {
      const { items } = await answer(api.GET('/pieces', { params: { query: { kind: 'answer', limit: 200 } } }))
      return items.filter((one) => one.topicId === topicId && one.publishedAt !== null)
    },
  })
