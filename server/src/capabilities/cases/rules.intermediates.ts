import { type Bounds, crossing, type Delay, FALL, FEWEST, gammaP, peak } from './rules.delays.ts'

/**
 * The incubation when whoever is written down as the source may not be it: between the two may stand others whom nobody found. Then what
 * was observed is an incubation with up to three generations before it. All of them are gamma with one scale, so that their sum is too;
 * how many there were is Poisson, at so many a day of the observed span. After Tindale and others, eLife 2020;9:e57149. Pure.
 */
export interface ThroughOthers {
  /** Unobserved generations a day, as assumed: no dates can tell. */
  rate: number
  mean: number
  low: number | null
  high: number | null
  /** Mean of one generation, estimated along with it. */
  generation: number
}

export const RATES = [0.05, 0.1] as const
const MOST = 3
const LARGEST_SHAPE = 20
/** Two days that are one still leave some room. */
const HALF_A_DAY = 0.5

interface Span {
  least: number
  most: number
  times: number
}
function spansOf(delays: ReadonlyArray<Delay | Bounds>): Span[] {
  const seen = new Map<string, Span>()
  for (const delay of delays) {
    const [least, most] = 'from' in delay ? [delay.end - delay.till, delay.end - delay.from + 1] : delay
    const key = `${least} ${most}`
    const so = seen.get(key)
    if (so) so.times += 1
    else seen.set(key, { least, most: most > least ? most : least + HALF_A_DAY, times: 1 })
  }
  return [...seen.values()]
}

/** Chances of 0 to 3 unobserved generations within a span. */
function chancesOf({ least, most }: Span, rate: number): number[] {
  const expected = (rate * (least + most)) / 2
  const weights = [1]
  for (let nth = 1; nth <= MOST; nth++) weights.push(((weights[nth - 1] ?? 0) * expected) / nth)
  const sum = weights.reduce((a, b) => a + b)
  return weights.map((weight) => weight / sum)
}

/** `scale` is that of the gamma distribution which the same dates give when every source is taken to be the true one. */
export function estimateThroughOthers(
  delays: ReadonlyArray<Delay | Bounds>,
  { rate, scale }: { rate: number; scale: number },
): ThroughOthers | null {
  if (delays.length < FEWEST) return null
  const spans = spansOf(delays).map((span) => ({ ...span, chances: chancesOf(span, rate) }))
  const logLikelihood = (incubation: number, generation: number) => {
    let sum = 0
    for (const { least, most, times, chances } of spans) {
      let chance = 0
      for (const [nth, of] of chances.entries()) {
        const shape = incubation + nth * generation
        chance += of * (gammaP(shape, most / scale) - gammaP(shape, least / scale))
      }
      sum += times * Math.log(Math.max(chance, 1e-300))
    }
    return sum
  }
  const best = (incubation: number) => peak((generation) => logLikelihood(incubation, generation), 0.01, LARGEST_SHAPE)
  const top = peak((incubation) => best(incubation).value, 0.1, LARGEST_SHAPE)
  const falls = (end: number) => crossing((incubation) => best(incubation).value - (top.value - FALL), top.x, end)
  const [low, high] = [falls(0.1), falls(LARGEST_SHAPE)]
  return {
    rate,
    mean: top.x * scale,
    low: low === null ? null : low * scale,
    high: high === null ? null : high * scale,
    generation: best(top.x).x * scale,
  }
}
