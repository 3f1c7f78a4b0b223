import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type SubjectRow = Answer<'/closures/subjects'>['items'][number]
export type SubjectCard = Answer<'/closures/subjects/{subjectId}'>
export type SubjectAct = SubjectCard['acts'][number]
export type OrderRow = Answer<'/closures/orders'>['items'][number]
export type OrderCard = Answer<'/closures/orders/{orderId}'>
export type Matrix = Answer<'/closures/matrix'>
export type Cell = Matrix['cells'][number]
export type Class = SubjectRow['class']
export type Kind = SubjectRow['kind']
export type SubjectState = SubjectRow['state']
export type NewOrder = Body<'/closures/orders'>
export type NewSubject = Body<'/closures/subjects'>

/** In the order in which they are shown. */
export const classesOf: Record<Kind, readonly Class[]> = {
  venue: [
    'ktv',
    'bath',
    'internet-cafe',
    'bar',
    'cinema',
    'library',
    'training',
    'travel-agency',
    'tourism',
    'other-venue',
  ],
  gathering: ['banquet', 'fair', 'lantern-show', 'performance', 'other-gathering'],
  line: ['coach', 'bus', 'taxi'],
}
export const allClasses: readonly Class[] = [...classesOf.venue, ...classesOf.gathering, ...classesOf.line]
export const subjectStates = ['should-close', 'closed', 'breach', 'applied', 'inspected', 'reopened', 'open'] as const

const live = { live: true }
const firstPage = undefined as string | undefined
export const touchesClosures = [['closures']]

export const matrixQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['closures', 'matrix', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/closures/matrix', { params: { query: { asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export interface SubjectsAsked {
  kind: Kind
  class?: Class | undefined
  state?: SubjectState | 'held' | undefined
  area?: string | undefined
  asOf?: string | undefined
}
export const subjectsQuery = (asked: SubjectsAsked) =>
  infiniteQueryOptions({
    queryKey: ['closures', 'subjects', asked],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/closures/subjects', { params: { query: { ...asked, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asked.asOf ? {} : live,
  })

export const subjectQuery = (subjectId: string) =>
  queryOptions({
    queryKey: ['closures', 'subject', subjectId],
    queryFn: () => answer(api.GET('/closures/subjects/{subjectId}', { params: { path: { subjectId } } })),
    meta: live,
  })

export const ordersQuery = (state: 'standing' | 'review-due' | 'over' | 'all') =>
  infiniteQueryOptions({
    queryKey: ['closures', 'orders', state],
    queryFn: ({ pageParam: after }) => answer(api.GET('/closures/orders', { params: { query: { state, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: live,
  })

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['closures', 'order', orderId],
    queryFn: () => answer(api.GET('/closures/orders/{orderId}', { params: { path: { orderId } } })),
    meta: live,
  })

export const standingDocumentsQuery = queryOptions({
  queryKey: ['documents', 'standing-for-closures'],
  queryFn: () => answer(api.GET('/documents', { params: { query: { state: 'standing', limit: 200 } } })),
})
