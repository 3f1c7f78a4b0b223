import { useQuery } from '@tanstack/react-query'
import { compoundsQuery } from '../places/queries.ts'

/** The compound's name in front of the stairwell; a villager group has none. */
export function usePlaceName(): (compoundId: string | null, block: string | null) => string {
  const { data } = useQuery(compoundsQuery)
  const names = new Map(data?.map(({ id, name }) => [id, name]))
  return (compoundId, block) => [compoundId && (names.get(compoundId) ?? ''), block].filter(Boolean).join(' ')
}
