import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type FieldCard = Answer<'/retention/fields'>['items'][number]
export type Run = Answer<'/retention/runs'>['items'][number]
export type EventNow = Answer<'/retention/events'>['items'][number]

/** Cards change with a version of the product, not while somebody looks. */
export const fieldsQuery = queryOptions({
  queryKey: ['retention-fields'],
  queryFn: async () => {
    const rows: FieldCard[] = []
    let after: string | undefined
    do {
      const page = await answer(api.GET('/retention/fields', { params: { query: { after, limit: 1000 } } }))
      rows.push(...page.items)
      after = page.next ?? undefined
    } while (after)
    return rows
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export const stateQuery = queryOptions({
  queryKey: ['retention', 'state'],
  queryFn: () => answer(api.GET('/retention/state')),
})

export const eventsQuery = queryOptions({
  queryKey: ['retention', 'events'],
  queryFn: () => answer(api.GET('/retention/events')),
})

export const runsQuery = infiniteQueryOptions({
  queryKey: ['retention', 'runs'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/retention/runs', { params: { query: { after, limit: 50 } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next,
})
