/** A mark in the margin: where, what is wrong and what would be right. */
export interface Remark {
  code: string
  /** `stop` keeps it from being issued, `advice` does not. */
  weight: 'stop' | 'advice'
  path: string
  zh: string
  en: string
}

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
