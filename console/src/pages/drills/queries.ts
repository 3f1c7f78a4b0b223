import type { Answer } from '@qunfang/client'
import type { drillRules } from '@qunfang/client/rules'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export type Ground = Answer<'/drills/ground'>
export type Outcome = ReturnType<typeof drillRules.simulate>
export type Band = Outcome['total']

export const groundQuery = queryOptions({
  queryKey: ['drill-ground'],
  queryFn: () => answer(api.GET('/drills/ground')),
  staleTime: 60_000,
})

export const profilesQuery = queryOptions({
  queryKey: ['drill-profiles'],
  queryFn: () => answer(api.GET('/cases/profiles', {})),
  staleTime: 300_000,
})
