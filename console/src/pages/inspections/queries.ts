import type { Answer } from '@qunfang/client'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import type { InspectionsSearch } from '../../paths.ts'

export type Heat = Answer<'/inspection-heat'>
export type HeatRow = Heat['items'][number]
export type InspectionRow = Answer<'/inspections'>['items'][number]
export type FindingRow = Answer<'/inspection-findings'>['items'][number]
export type Whole = Answer<'/inspections/{inspectionId}'>
export type Finding = Whole['findings'][number]
export type PlanRow = Answer<'/inspection-plans'>['items'][number]
export type Checklist = Answer<'/visits/questionnaires/{key}'>

const live = { live: true }
export const touchesInspections = [['inspections']]
const firstPage = undefined as string | undefined

export const heatQuery = (area: string | undefined, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['inspections', 'heat', area ?? 'all', asOf ?? 'now'],
    queryFn: () => answer(api.GET('/inspection-heat', { params: { query: { area, asOf } } })),
    placeholderData: keepPreviousData,
    meta: asOf ? {} : live,
  })

export const visitsQuery = ({ area, asOf, manner, plan: planId }: InspectionsSearch) =>
  infiniteQueryOptions({
    queryKey: ['inspections', 'visits', area, asOf, manner, planId],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/inspections', { params: { query: { area, asOf, manner, planId, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asOf ? {} : live,
  })

export const findingsQuery = ({ area, asOf, state, climbed }: InspectionsSearch) =>
  infiniteQueryOptions({
    queryKey: ['inspections', 'findings', area, asOf, state, climbed],
    queryFn: ({ pageParam: after }) =>
      answer(api.GET('/inspection-findings', { params: { query: { area, asOf, state, climbed, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asOf ? {} : live,
  })

export const plansQuery = (asOf: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['inspections', 'plans', asOf ?? 'now'],
    queryFn: ({ pageParam: after }) => answer(api.GET('/inspection-plans', { params: { query: { asOf, after } } })),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.next,
    meta: asOf ? {} : live,
  })

export const inspectionQuery = (inspectionId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['inspections', 'one', inspectionId, asOf ?? 'now'],
    queryFn: () =>
      answer(api.GET('/inspections/{inspectionId}', { params: { path: { inspectionId }, query: { asOf } } })),
    meta: asOf ? {} : live,
  })

export const photoQuery = (photoId: string) =>
  queryOptions({
    queryKey: ['inspections', 'photo', photoId],
    queryFn: () => answer(api.GET('/inspection-photos/{photoId}', { params: { path: { photoId } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })

export const checklistQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['questionnaire', key, version],
    queryFn: () => answer(api.GET('/visits/questionnaires/{key}', { params: { path: { key }, query: { version } } })),
    staleTime: Number.POSITIVE_INFINITY,
  })
