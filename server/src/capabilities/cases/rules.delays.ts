/**
 * How long a delay takes, from dates only: maximum likelihood of a distribution when the beginning is known to lie in some days and the
 * end on one day, with the interval in which the mean lies by its profile likelihood. Pure.
 */
export const families = ['gamma', 'lognormal', 'weibull', 'normal'] as const
export type Family = (typeof families)[number]

/** Days as numbers. It began at any moment of the days `from`–`till`, each as likely as the other, and ended at any moment of the day `end`. */
export interface Delay {
  from: number
  till: number
  end: number
}
/** All that is known is that it took between so many days and so many. */
export type Bounds = readonly [least: number, most: number]
export interface Estimate {
  family: Family
  n: number
  mean: number
  /** 95 %; null where the likelihood never falls off that far. */
  low: number | null
  high: number | null
  sd: number
  median: number
  p95: number
  aic: number
}

/** Fewer say too little to be shown as a distribution. */
export const FEWEST = 5

/** Regularised lower incomplete gamma: its series below the mean, its continued fraction above. */
export function gammaP(shape: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape))
  if (x < shape + 1) {
    let term = 1 / shape
    let sum = term
    for (let n = 1; n < 1000 && term > sum * 1e-13; n++) {
      term *= x / (shape + n)
      sum += term
    }
    return Math.min(1, sum * front)
  }
  const TINY = 1e-300
  let b = x + 1 - shape
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let n = 1; n < 1000; n++) {
    const a = -n * (n - shape)
    b += 2
    d = 1 / nonzero(a * d + b, TINY)
    c = nonzero(b + a / c, TINY)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < 1e-13) break
  }
  return 1 - front * h
}
const nonzero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value)

/** Stirling's series, shifted up to where it is exact to twelve digits. */
export function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 8) {
    shift -= Math.log(at)
    at += 1
  }
  const r = 1 / (at * at)
  const series = (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r / 1188)))) / at
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series
}

export const normalP = (z: number): number => {
  const half = gammaP(0.5, (z * z) / 2) / 2
  return z < 0 ? 0.5 - half : 0.5 + half
}

/** Each family by its mean and a second number that shapes it, both free on the whole line. */
interface Shaped {
  cdf(x: number): number
  sd: number
}
function shaped(family: Family, mean: number, second: number): Shaped {
  const s = Math.exp(second)
  switch (family) {
    case 'gamma':
      return { cdf: (x) => gammaP(s, (x * s) / mean), sd: mean / Math.sqrt(s) }
    case 'lognormal': {
      const mu = Math.log(mean) - (s * s) / 2
      return { cdf: (x) => (x > 0 ? normalP((Math.log(x) - mu) / s) : 0), sd: mean * Math.sqrt(Math.expm1(s * s)) }
    }
    case 'weibull': {
      const scale = mean / Math.exp(logGamma(1 + 1 / s))
      const square = scale * scale * Math.exp(logGamma(1 + 2 / s))
      return {
        cdf: (x) => (x > 0 ? -Math.expm1(-((x / scale) ** s)) : 0),
        sd: Math.sqrt(Math.max(0, square - mean * mean)),
      }
    }
    case 'normal':
      return { cdf: (x) => normalP((x - mean) / s), sd: s }
    default:
      return family satisfies never
  }
}
const SECOND = { gamma: 1, lognormal: -1, weibull: 0.7, normal: 1 } as const
const BOUND = 5

/** Spans of the delay by where in its days it may have begun, and how often each set of spans was seen. */
interface Seen {
  spans: Array<[number, number]>
  times: number
}
function seenIn(delays: ReadonlyArray<Delay | Bounds>): Seen[] {
  const byShape = new Map<string, Seen>()
  for (const delay of delays) {
    const key = 'from' in delay ? `${delay.end - delay.from} ${delay.till - delay.from}` : `${delay[0]}–${delay[1]}`
    const so = byShape.get(key)
    if (so) so.times += 1
    else byShape.set(key, { spans: spansOf(delay), times: 1 })
  }
  return [...byShape.values()]
}
/** A span of no length still has a chance that can be compared. */
const INSTANT = 0.01
function spansOf(delay: Delay | Bounds): Array<[number, number]> {
  if (!('from' in delay)) return [[delay[0], Math.max(delay[1], delay[0] + INSTANT)]]
  const { from, till, end } = delay
  const days = till - from + 1
  const nodes = Math.max(5, Math.min(40, 2 * days))
  return Array.from({ length: nodes }, (_, nth) => {
    const began = from + ((nth + 0.5) / nodes) * days
    return [end - began, end + 1 - began]
  })
}

function logLikelihood(seen: readonly Seen[], { cdf }: Shaped): number {
  let sum = 0
  for (const { spans, times } of seen) {
    let chance = 0
    for (const [low, high] of spans) chance += cdf(high) - cdf(low)
    sum += times * Math.log(Math.max(chance / spans.length, 1e-300))
  }
  return sum
}

/** The largest value of a function with one peak, by golden sections. */
export function peak(of: (x: number) => number, low: number, high: number): { x: number; value: number } {
  const RATIO = (Math.sqrt(5) - 1) / 2
  let [a, b] = [low, high]
  let [c, d] = [b - RATIO * (b - a), a + RATIO * (b - a)]
  let [atC, atD] = [of(c), of(d)]
  while (b - a > 1e-3) {
    if (atC > atD) {
      ;[b, d, atD] = [d, c, atC]
      c = b - RATIO * (b - a)
      atC = of(c)
    } else {
      ;[a, c, atC] = [c, d, atD]
      d = a + RATIO * (b - a)
      atD = of(d)
    }
  }
  const x = (a + b) / 2
  return { x, value: of(x) }
}

/** Half of the 95 % point of chi-squared with one degree of freedom. */
export const FALL = 1.920729

const middleOf = (delay: Delay | Bounds): number =>
  'from' in delay ? delay.end - (delay.from + delay.till) / 2 : (delay[0] + delay[1]) / 2
const endsEarly = (delay: Delay | Bounds): boolean => ('from' in delay ? delay.end < delay.from : delay[1] < 0)

export function estimate(family: Family, delays: ReadonlyArray<Delay | Bounds>): Estimate | null {
  if (delays.length < FEWEST) return null
  // Nothing that cannot be negative ends before it began.
  if (family !== 'normal' && delays.some(endsEarly)) return null
  const seen = seenIn(delays)
  const middles = delays.map(middleOf)
  const start = middles.reduce((sum, one) => sum + one, 0) / middles.length
  const spread = Math.max(1, ...middles.map((one) => Math.abs(one - start)))
  const toMean = (x: number) => (family === 'normal' ? start + x * spread : Math.max(0.3, start) * Math.exp(x))
  const centre = SECOND[family]
  const profile = (x: number) => {
    const best = peak(
      (second) => logLikelihood(seen, shaped(family, toMean(x), second)),
      centre - BOUND,
      centre + BOUND,
    )
    return { second: best.x, value: best.value }
  }
  const WIDE = family === 'normal' ? 3 : 2.5
  const top = peak((x) => profile(x).value, -WIDE, WIDE)
  const { second } = profile(top.x)
  const best = shaped(family, toMean(top.x), second)
  const falls = (side: -1 | 1) => crossing((x) => profile(x).value - (top.value - FALL), top.x, side * WIDE)
  const [low, high] = [falls(-1), falls(1)]
  return {
    family,
    n: delays.length,
    mean: toMean(top.x),
    low: low === null ? null : toMean(low),
    high: high === null ? null : toMean(high),
    sd: best.sd,
    median: quantile(best, 0.5, toMean(top.x)),
    p95: quantile(best, 0.95, toMean(top.x)),
    aic: 4 - 2 * top.value,
  }
}

/** Where a function that is positive inside becomes negative towards the outside; null when it does not. */
export function crossing(of: (x: number) => number, inside: number, outside: number): number | null {
  if (of(outside) > 0) return null
  let [a, b] = [inside, outside]
  while (Math.abs(b - a) > 1e-3) {
    const middle = (a + b) / 2
    if (of(middle) > 0) a = middle
    else b = middle
  }
  return (a + b) / 2
}

function quantile({ cdf, sd }: Shaped, p: number, mean: number): number {
  let [low, high] = [mean - 10 * sd, mean + 20 * sd]
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2
    if (cdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Every family that fits at all, the likeliest first. */
export function estimates(delays: ReadonlyArray<Delay | Bounds>, tried: readonly Family[]): Estimate[] {
  return tried.flatMap((family) => estimate(family, delays) ?? []).sort((one, other) => one.aic - other.aic)
}
