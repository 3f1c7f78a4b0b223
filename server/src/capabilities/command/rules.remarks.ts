import type { Remark } from './schema.documents.ts'

export const stop = (code: string, path: string, zh: string, en: string): Remark => ({
  code,
  weight: 'stop',
  path,
  zh,
  en,
})
export const advise = (code: string, path: string, zh: string, en: string): Remark => ({
  code,
  weight: 'advice',
  path,
  zh,
  en,
})
