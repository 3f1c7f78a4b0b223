import { type Delay, estimate, gammaP } from './rules.delays.ts'

/**
 * How many others one case infects at a time, from the days on which people fell ill and the time from one case to the next: the posterior
 * of Cori and others, American Journal of Epidemiology 2013;178:1505. Pure.
 */
export interface Interval {
  meanDays: number
  sdDays: number
}
/** Somebody infected elsewhere infects here, and is nobody's secondary case here. */
export interface DayCount {
  local: number
  imported: number
}
export type Why = 'too-early' | 'too-few'
export interface Reproduction {
  /** Null with the reason why nothing is said of that day. */
  found: { mean: number; median: number; low: number; high: number } | null
  why: Why | null
  /** Local cases in the window that ends on the day. */
  inWindow: number
}

export const WINDOW_DAYS = 7
/** With fewer local cases in a window the spread of the posterior is more than three tenths of it. */
export const FEWEST_IN_WINDOW = 11
/** What is thought before anything is seen: about 5, hardly sure of it. Wide, and rather too high than too low. */
const PRIOR = { shape: 1, scale: 5 }

/** Chances that the next case falls ill so many days later, from day 0; a gamma distribution that begins after a day. */
export function intervalChances({ meanDays, sdDays }: Interval, longest: number): number[] {
  const shape = ((meanDays - 1) / sdDays) ** 2
  const scale = sdDays ** 2 / (meanDays - 1)
  // The mean of how a day is reached from every moment of the day before: the distribution, integrated twice.
  const twice = (x: number) =>
    x <= 0 ? 0 : x * gammaP(shape, x / scale) - shape * scale * gammaP(shape + 1, x / scale)
  return Array.from({ length: longest + 1 }, (_, day) =>
    day === 0 ? 0 : Math.max(0, twice(day) - 2 * twice(day - 1) + twice(day - 2)),
  )
}

/** Whether an interval can be used at all: cases on the same day have no place in it. */
export const isUsable = ({ meanDays, sdDays }: Interval): boolean => meanDays > 1 && sdDays > 0

/** Fewer pairs of the county say less of the interval than what was published. */
export const FEWEST_PAIRS = 20

/** Of the county's own pairs where there are enough and none runs backwards; otherwise as the edition says. */
export function intervalFrom(
  pairs: readonly Delay[],
  said: Interval | undefined,
): (Interval & { from: 'pairs' | 'profile' }) | null {
  const own = pairs.length >= FEWEST_PAIRS ? estimate('gamma', pairs) : null
  const found = own && { meanDays: own.mean, sdDays: own.sd }
  if (found && isUsable(found)) return { ...found, from: 'pairs' }
  return said && isUsable(said) ? { ...said, from: 'profile' } : null
}

/** What could infect on each day: cases before it, each by how likely the next one falls ill just then. */
function infectiousness(days: readonly DayCount[], chances: readonly number[]): number[] {
  return days.map((_, day) => {
    let sum = 0
    for (let ago = 1; ago <= day && ago < chances.length; ago++) {
      const { local = 0, imported = 0 } = days[day - ago] ?? {}
      sum += (local + imported) * (chances[ago] ?? 0)
    }
    return sum
  })
}

/** For each day what the window that ends on it says. No window reaches back to the first case of all: nobody here infected it. */
export function reproductionOf(days: readonly DayCount[], interval: Interval): Reproduction[] {
  const chances = intervalChances(interval, Math.ceil(interval.meanDays + 8 * interval.sdDays))
  const infectious = infectiousness(days, chances)
  const first = days.findIndex(({ local, imported }) => local + imported > 0)
  return days.map((_, day) => {
    const from = day - WINDOW_DAYS + 1
    let inWindow = 0
    let exposure = 0
    for (let at = Math.max(from, 0); at <= day; at++) {
      inWindow += days[at]?.local ?? 0
      exposure += infectious[at] ?? 0
    }
    const why = whyNot({ from, first, inWindow })
    if (why) return { found: null, why, inWindow }
    const shape = PRIOR.shape + inWindow
    const scale = 1 / (1 / PRIOR.scale + exposure)
    const at = (chance: number) => gammaQuantile(shape, chance) * scale
    return { found: { mean: shape * scale, median: at(0.5), low: at(0.025), high: at(0.975) }, why: null, inWindow }
  })
}

function whyNot({ from, first, inWindow }: { from: number; first: number; inWindow: number }): Why | null {
  if (first < 0 || from <= first) return 'too-early'
  return inWindow < FEWEST_IN_WINDOW ? 'too-few' : null
}

/** Where a gamma distribution of scale 1 has so much of itself below it. */
export function gammaQuantile(shape: number, chance: number): number {
  let [low, high] = [0, shape + 20 * Math.sqrt(shape) + 20]
  for (let nth = 0; nth < 60; nth++) {
    const middle = (low + high) / 2
    if (gammaP(shape, middle) < chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}
