import type { Answer } from '@qunfang/client'
import type { caseRules } from '@qunfang/client/rules'
import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'

export type EditionHead = Answer<'/cases/editions'>['items'][number]
type Wire = Answer<'/cases/editions/{code}'>
export type Body = caseRules.ProfileBody
export type Edition = Omit<Wire, 'body'> & { body: Body }
export type Changeover = Answer<'/cases/changeovers'>['items'][number]

export const said = ({ zh, en }: { zh: string; en: string }): string => (language() === 'en' ? en : zh)

export const editionsQuery = queryOptions({
  queryKey: ['editions'],
  queryFn: () => answer(api.GET('/cases/editions')),
})

export const editionQuery = (code: string) =>
  queryOptions({
    queryKey: ['edition', code],
    queryFn: async (): Promise<Edition> => {
      const found = await answer(api.GET('/cases/editions/{code}', { params: { path: { code } } }))
      return { ...found, body: found.body as unknown as Body }
    },
  })

export const changeoversQuery = queryOptions({
  queryKey: ['changeovers'],
  queryFn: () => answer(api.GET('/cases/changeovers')),
})

export const previewQuery = (order: { from: string; to: string; day: string }) =>
  queryOptions({
    queryKey: ['changeover-preview', order],
    queryFn: () => answer(api.GET('/cases/changeover-preview', { params: { query: order } })),
    enabled: Boolean(order.from && order.to && order.day),
  })
