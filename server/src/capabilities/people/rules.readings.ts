/** What is counted about somebody who reads a register. Of the reader, never of those who are read about. */
export interface Reading {
  /** Requests that showed one person alone. */
  singleViews: number
  /** Searches that found more than a page, or turned one: a name cut short, a single syllable, a surname. */
  wideSearches: number
}
export const readingAlerts = ['single-views', 'wide-searches'] as const
export type ReadingAlert = (typeof readingAlerts)[number]

export const WATCHED_MS = 10 * 60_000
/** No round of visits and no shift opens so many persons one after the other; and a name that is known is found by itself. */
export const UNUSUAL: Record<ReadingAlert, number> = { 'single-views': 200, 'wide-searches': 20 }

export const alertsOf = ({ singleViews, wideSearches }: Reading): Array<{ kind: ReadingAlert; count: number }> =>
  [
    { kind: 'single-views' as const, count: singleViews },
    { kind: 'wide-searches' as const, count: wideSearches },
  ].filter(({ kind, count }) => count >= UNUSUAL[kind])

/** What a search says of itself in the trail. */
export const isWide = ({ more, page }: Readonly<Record<string, unknown>>): boolean => more === true || page === 'later'
