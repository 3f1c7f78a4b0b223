import type { Answer } from '@qunfang/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
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

/** The register names the committee; people say the village. */
const asSaid = (division: Division): Division => ({
  ...division,
  name: division.name.replace(/居民委员会$|居委会$|(?<=村)民委员会$/, ''),
})

export const divisionsQuery = queryOptions({
  queryKey: ['divisions'],
  queryFn: async () => {
    const rows = await all((after) =>
      answer(api.GET('/places/divisions', { params: { query: { after, limit: 1000 } } })),
    )
    return rows.map(asSaid)
  },
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

/** Every county of the country, for "where from". Asked for only where an origin is shown. */
const countiesQuery = queryOptions({
  queryKey: ['counties'],
  queryFn: () => all((after) => answer(api.GET('/places/counties', { params: { query: { after, limit: 3000 } } }))),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Where somebody came from: a county of the country, with its prefecture, because names repeat. */
export function useOriginName(): (code: string) => string {
  const divisionName = useDivisionName()
  const { data } = useQuery(countiesQuery)
  const counties = useMemo(() => new Map(data?.map((county) => [county.code, county])), [data])
  const own = useQuery(divisionsQuery).data?.find((division) => division.level === 'county')?.code
  return (code) => {
    // Sometimes only the province or the prefecture is known.
    const inside = code.length < 6 ? data?.find((county) => county.code.startsWith(code)) : undefined
    if (inside) return code.length === 2 ? inside.province : `${inside.province}${inside.prefecture}`
    const county = counties.get(code)
    return county && code !== own ? `${county.prefecture}${county.name}` : divisionName(code)
  }
}

/** Names instead of codes, wherever a code is shown. */
export function useDivisionName(): (code: string) => string {
  const { data } = useQuery(divisionsQuery)
  const names = useMemo(() => new Map(data?.map(({ code, name }) => [code, name])), [data])
  return (code) => names.get(code) ?? code
}
