import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'

export const countyDayQuery = (day: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['county-day', day, asOf ?? 'now'],
    queryFn: () => answer(api.GET('/checkpoint-board/day', { params: { query: { day, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : { live: true },
  })
