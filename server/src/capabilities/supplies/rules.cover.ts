import { addDays } from '../places/rules.clock.ts'

/** Days looked back on, and how many of them have to be known before anything is said of the days ahead. */
export const DAYS_BACK = 14
export const DAYS_NEEDED = 7
/** Four of five: the middle 80 in a hundred. Student's t for the few days that are known. */
const T80 = [
  3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345, 1.341, 1.337, 1.333,
  1.33, 1.328, 1.325,
]

export interface Known {
  mean: number
  sd: number
  days: number
}
export function knownOf(used: readonly number[]): Known | null {
  if (used.length < DAYS_NEEDED) return null
  const mean = used.reduce((sum, one) => sum + one, 0) / used.length
  const squares = used.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return { mean, sd: Math.sqrt(squares / (used.length - 1)), days: used.length }
}

/**
 * What would be used in so many days, if days go on being as different as those before: their mean times the days, give or take what
 * separate days add up to and what the mean itself is uncertain by. It knows nothing of a change that nobody has seen yet.
 */
export function useOf({ mean, sd, days }: Known, ahead: number): { least: number; likely: number; most: number } {
  const t = T80[Math.min(days - 1, T80.length) - 1] ?? 1.282
  const give = t * sd * Math.sqrt(ahead + (ahead * ahead) / days)
  const likely = mean * ahead
  return { least: Math.max(0, likely - give), likely, most: likely + give }
}

export interface Until {
  early: string | null
  likely: string | null
  late: string | null
}
const FARTHEST = 365

/** The first day at whose end nothing would be left: by the most, the likely and the least use. Null beyond a year. */
export function untilOf(known: Known, stock: number, today: string): Until {
  const until: Until = { early: null, likely: null, late: null }
  if (known.mean === 0) return until
  for (let ahead = 1; ahead <= FARTHEST; ahead += 1) {
    const use = useOf(known, ahead)
    const day = addDays(today, ahead)
    if (until.early === null && use.most >= stock) until.early = day
    if (until.likely === null && use.likely >= stock) until.likely = day
    if (until.late === null && use.least >= stock) until.late = day
    if (until.late !== null) break
  }
  return until
}

/** For so many whole days and parts of one; null where nothing is used. */
export const daysOf = (stock: number, perDay: number): number | null =>
  perDay > 0 ? Math.floor((stock / perDay) * 10) / 10 : null
