import type { Answer, Body } from '@qunfang/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { EntryState, ListEntriesSearch } from '../../paths.ts'

export type ListLine = Answer<'/agency-lists'>['items'][number]
export type WholeList = Answer<'/agency-lists/{listId}'>
export type Counts = NonNullable<ListLine['counts']>
export type Entry = Answer<'/agency-list-entries'>['items'][number]
export type WholeEntry = Answer<'/agency-list-entries/{entryId}'>
export type Candidate = WholeEntry['candidates'][number]
export type Preview = Answer<'/agency-lists/preview', 'post'>
export type Field = Preview['columns'][number]['field']
export type Passing = WholeEntry['passings'][number]
export type GivenAnswer = Body<'/agency-list-entries/{entryId}/answers'>['answer']

/** A list is looked at for what it was sent for, so nobody chooses. */
export const header = { 'Qunfang-Purpose': 'agency-list-check' } as const

const firstPage = undefined as string | undefined

export const listsQuery = infiniteQueryOptions({
  queryKey: ['lists'],
  queryFn: ({ pageParam: after }) => answer(api.GET('/agency-lists', { params: { query: { after, limit: 20 } } })),
  initialPageParam: firstPage,
  getNextPageParam: (last) => last.next,
  meta: { live: true },
})

export const listQuery = (listId: string) =>
  queryOptions({
    queryKey: ['list', listId],
    queryFn: () => answer(api.GET('/agency-lists/{listId}', { params: { path: { listId } } })),
    meta: { live: true },
  })

export const entriesQuery = (listId: string | undefined, state: EntryState, outcome: ListEntriesSearch['outcome']) =>
  infiniteQueryOptions({
    queryKey: ['list-entries', listId ?? '', state, outcome ?? ''],
    queryFn: ({ pageParam: after }) =>
      answer(
        api.GET('/agency-list-entries', { params: { header, query: { listId, state, outcome, after, limit: 50 } } }),
      ),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    // Asking again is another look at everybody on the page.
    staleTime: 60_000,
  })

export const entryQuery = (entryId: string) =>
  queryOptions({
    queryKey: ['list-entry', entryId],
    queryFn: () => answer(api.GET('/agency-list-entries/{entryId}', { params: { header, path: { entryId } } })),
    staleTime: 30_000,
  })

/** What a decision or an answer makes stale. */
export const touchesLists = [['lists'], ['list'], ['list-entries'], ['list-entry']]
