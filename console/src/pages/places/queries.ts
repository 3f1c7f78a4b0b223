import type { Answer } from '@qunfang/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Division = Answer<'/places/divisions'>['items'][number]
export type PlacedCheckpoint = Answer<'/places/checkpoints'>['items'][number]
export type Compound = Answer<'/places/compounds'>['items'][number]
export type CompoundFact = NonNullable<Compound['guard']>

/** Places are a few hundred rows and the tree shows them all, so the pages are walked to the end. */
async function all<Row>(page: (after: string | undefined) => Promise<{ items: Row[]; next: string | null }>) {
  const rows: Row[] = []
  let after: string | undefined
  do {
    const { items, next } = await page(after)
    rows.push(...items)
    after = next ?? undefined
  } while (after)
  return rows
}

export const outlineQuery = queryOptions({
  queryKey: ['outline'],
  queryFn: () => answer(api.GET('/places/outline')),
  staleTime: Number.POSITIVE_INFINITY,
})

export const divisionsQuery = queryOptions({
  queryKey: ['divisions'],
  queryFn: () => all((after) => answer(api.GET('/places/divisions', { params: { query: { after, limit: 1000 } } }))),
  staleTime: 10 * 60_000,
})

export const placeCheckpointsQuery = queryOptions({
  queryKey: ['place-checkpoints'],
  queryFn: () => all((after) => answer(api.GET('/places/checkpoints', { params: { query: { after, limit: 1000 } } }))),
})

export const compoundsQuery = queryOptions({
  queryKey: ['compounds'],
  queryFn: () => all((after) => answer(api.GET('/places/compounds', { params: { query: { after, limit: 1000 } } }))),
})

/** Names instead of codes, wherever a code is shown. */
export function useDivisionName(): (code: string) => string {
  const { data } = useQuery(divisionsQuery)
  return (code) => data?.find((division) => division.code === code)?.name ?? code
}
