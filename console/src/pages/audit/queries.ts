import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { AuditSearch } from '../../paths.ts'
import { moveDay, startOfDay } from '../../ui/format.ts'

export type Line = Answer<'/audit'>['items'][number]
export type Readings = Answer<'/audit/readings'>
export type Reader = Readings['items'][number]

export const isId = (text: string | undefined): text is string =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text ?? '')

/** The day that was chosen is meant whole, so the list ends where the next one begins. */
const endOf = (day: string | undefined) => (day ? startOfDay(moveDay(day, 1)) : undefined)

export const auditQuery = ({ operation, account, subject, since, until }: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', operation ?? '', account ?? '', subject ?? '', since ?? '', until ?? ''],
    queryFn: ({ pageParam: after }) => {
      const query = {
        operation,
        accountId: isId(account) ? account : undefined,
        subject: isId(subject) ? subject : undefined,
        since: since && startOfDay(since),
        until: endOf(until),
        after,
        limit: 100,
      }
      return answer(api.GET('/audit', { params: { query } }))
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })

export const whoLookedQuery = (personId: string) =>
  infiniteQueryOptions({
    queryKey: ['who-looked', personId],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/audit/persons/{subject}', { params: { path: { subject: personId }, query: { after, limit: 100 } } }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })

export const readingsQuery = (day: string) =>
  infiniteQueryOptions({
    queryKey: ['readings', day],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/audit/readings', { params: { query: { day, after, limit: 50 } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    meta: { live: true },
  })
