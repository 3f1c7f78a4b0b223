import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answer, api } from '../../api.ts'
import { divisionsQuery } from '../places/queries.ts'

export interface Whereabouts {
  code?: string | null | undefined
  place?: string | null | undefined
}

interface County {
  code: string
  name: string
  prefecture: string
  province: string
}

/** Every county of the country: where somebody came from can be any of them. */
const countiesQuery = queryOptions({
  queryKey: ['counties-of-country'],
  queryFn: async () => {
    const rows: County[] = []
    let after: string | undefined
    do {
      const { items, next } = await answer(api.GET('/places/counties', { params: { query: { after, limit: 3000 } } }))
      rows.push(...items)
      after = next ?? undefined
    } while (after)
    return rows
  },
  staleTime: Number.POSITIVE_INFINITY,
})

/** Provinces, prefectures, counties, and the county's own townships and villages, by code. */
function useKnownPlaces(): Map<string, string> {
  const counties = useQuery(countiesQuery).data
  const own = useQuery(divisionsQuery).data
  return useMemo(() => {
    const names = new Map<string, string>()
    for (const { code, name, prefecture, province } of counties ?? []) {
      const isDirect = prefecture === province || prefecture === ''
      names.set(code.slice(0, 2), province)
      names.set(code.slice(0, 4), isDirect ? province : `${province}${prefecture}`)
      names.set(code, isDirect ? `${province}${name}` : `${prefecture}${name}`)
    }
    for (const { code, name } of own ?? []) if (code.length > 6) names.set(code, name)
    return names
  }, [counties, own])
}

/** A code in words, as precisely as it is known: 420100 is a prefecture whatever its trailing noughts. */
export function usePlaceName(): (said: string) => string {
  const names = useKnownPlaces()
  return (said) => {
    if (!/^\d+$/.test(said)) return said
    return names.get(said) ?? names.get(said.replace(/(00)+$/, '')) ?? said
  }
}

export function useWhereaboutsName(): (where: Whereabouts | null) => string {
  const placeName = usePlaceName()
  return (where) => (where?.code ? placeName(where.code) : (where?.place ?? '—'))
}

/** Choices for a box that also takes any other name; what it holds ends with the code, so that a name can be read and not only a number. */
export function useWhereaboutsOptions(): { value: string; label: string }[] {
  const names = useKnownPlaces()
  return useMemo(
    () => [...names].map(([code, name]) => ({ value: `${name} ${code}`, label: `${name} ${code}` })),
    [names],
  )
}

export function useWhereaboutsBox(): (where: Whereabouts | null | undefined) => string {
  const placeName = usePlaceName()
  return (where) => {
    if (!where?.code) return where?.place ?? ''
    const name = placeName(where.code)
    return name === where.code ? name : `${name} ${where.code}`
  }
}

export const codeIn = (box: string): string => /(?:^|\s)(\d{2,12})$/.exec(box.trim())?.[1] ?? box.trim()

/** What the box holds: a code, or a name that has none. */
export function toWhereabouts(box: string): Whereabouts {
  const said = codeIn(box)
  return /^\d{2,12}$/.test(said) ? { code: said } : { place: said }
}
