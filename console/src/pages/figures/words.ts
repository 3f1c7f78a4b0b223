import { language } from '../../i18n/i18n.ts'
import { paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import type { Figure } from './queries.ts'

export const nameOf = (figure: Pick<Figure, 'zh' | 'en'>): string => (language() === 'en' ? figure.en : figure.zh)

export const unitOf = (figure: Pick<Figure, 'unitZh' | 'unitEn'>): string =>
  language() === 'en' ? figure.unitEn : figure.unitZh

/** A number nobody has reported is a dash, never a zero; what is counted in fen or grams is said in yuan or tonnes. */
export function numberOf(value: number | null | undefined, figure?: Pick<Figure, 'per'>): string {
  if (value === null || value === undefined) return '—'
  const per = figure?.per ?? 1
  return per === 1 ? number(value) : (value / per).toLocaleString('en', { maximumFractionDigits: 6 })
}

/** Where the records behind the figures of a capability are listed. */
const RECORDS: Record<string, () => ReturnType<(typeof paths)[keyof typeof paths]>> = {
  places: () => paths.places(),
  checkpoints: () => paths.checkpoints(),
  exposures: () => paths.exposures(),
  'agency-lists': () => paths.lists(),
  responsibility: () => paths.responsibility(),
  visits: () => paths.visits(),
  isolation: () => paths.orders(),
  sites: () => paths.sites(),
  cases: () => paths.cases(),
  command: () => paths.documents(),
}
export const recordsOf = (owner: string) => RECORDS[owner]?.()
