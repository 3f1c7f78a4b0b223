import type { Answer } from '@qunfang/client'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from './api.ts'

export type Me = Answer<'/me'>

/** Who is sitting here, in which of their seats, and what that seat may do. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(api.GET('/me')),
  staleTime: 5 * 60_000,
  retry: false,
})

/** The server decides; this only keeps the screen from offering what it would refuse. */
export const may = (me: Me | undefined, operation: string): boolean => me?.verbs.includes(operation) ?? false
