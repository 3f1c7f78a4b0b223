import { language } from '../../i18n/i18n.ts'
import { type FigureSearch, paths } from '../../paths.ts'
import { number } from '../../ui/format.ts'
import { type Entry, groups } from '../../ui/menu-entries.ts'
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

/** What a number grew by; a dash where there was none before. */
export function grownBy(before: number | null, value: number | null, figure: Pick<Figure, 'per'>): string {
  if (before === null || value === null) return '—'
  return `${value < before ? '−' : '+'}${numberOf(Math.abs(value - before), figure)}`
}

type Place = ReturnType<(typeof paths)[keyof typeof paths]>
/** Where the records behind the figures of a capability are listed, in the area and at the moment as far as the page knows them. */
const RECORDS: Record<string, (search: FigureSearch, name: string) => Place> = {
  places: ({ area }) => paths.places({ division: area }),
  checkpoints: ({ area, asOf }, name) =>
    name.startsWith('fevers') ? paths.handOvers({ state: 'all' }) : paths.checkpoints({ township: area, asOf }),
  exposures: ({ area, asOf }, name) => paths.exposures({ tab: 'list', category: name, area, asOf }),
  'agency-lists': () => paths.lists(),
  responsibility: ({ area, asOf }) => paths.responsibility({ area, asOf }),
  visits: ({ area, asOf }) => paths.visits({ area, asOf }),
  isolation: ({ area, asOf }, name) =>
    name.startsWith('readings')
      ? paths.readings({ area, asOf })
      : paths.orders({ area, kind: name.endsWith('central') ? 'central' : name.endsWith('home') ? 'home' : undefined }),
  sites: ({ asOf }) => paths.sites({ asOf }),
  cases: ({ area }) => paths.cases({ area }),
  command: ({ area, asOf }, name) =>
    name.startsWith('tasks')
      ? paths.tasks({ area, asOf })
      : name.endsWith('issued')
        ? paths.documents()
        : paths.command(),
  inspections: ({ area, asOf }, name) =>
    paths.inspections({ view: name.includes('finding') ? 'findings' : 'visits', area, asOf }),
  closures: ({ area, asOf }) => paths.closures({ area, asOf }),
  supplies: ({ asOf }, name) => (name.startsWith('cover') ? paths.cover() : paths.supplies({ asOf })),
  funds: () => paths.funds(),
  publicity: (_, name) =>
    name.startsWith('plays') || name === 'villages-heard' ? paths.loudspeakers() : paths.pieces(),
  rumours: () => paths.rumours(),
}
export const recordsOf = (owner: string, search: FigureSearch, name: string) => RECORDS[owner]?.(search, name)

/** Records are open to whoever finds their page in the menu. */
export function mayOpen(to: string, may: (verb: string) => boolean): boolean {
  const entry = groups
    .flatMap<Entry>(({ entries }) => entries)
    .find((one) => one.to().to === to || one.also?.some((begins) => to.startsWith(begins)))
  return !entry?.verb || may(entry.verb)
}
