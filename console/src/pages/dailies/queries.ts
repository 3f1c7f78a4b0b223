import type { Answer } from '@qunfang/client'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { DailiesSearch } from '../../paths.ts'

export type Board = Answer<'/daily-reports'>
export type Village = Board['villages'][number]
export type Township = Board['townships'][number]
export type DailyState = Village['state']

export const STATES = ['late', 'due', 'not-due', 'returned', 'submitted', 'zero', 'accepted'] as const
export const touchesDailies = [['dailies']]

export const dailiesQuery = ({ area, day }: DailiesSearch) =>
  queryOptions({
    queryKey: ['dailies', area ?? 'all', day ?? 'today'],
    queryFn: () => answer(api.GET('/daily-reports', { params: { query: { area, day } } })),
    meta: { live: true },
  })
