import { gammaP, logGamma } from '../cases/rules.delays.ts'
import { intervalChances } from '../cases/rules.reproduction.ts'

/** Numbers between 0 and 1 from a seed, the same on every machine: Doty-Humphrey's small fast counter, in whole numbers. Pure. */
export type Draw = () => number

const WARM_UP = 12
export function drawsOf(seed: number, run: number): Draw {
  let [a, b, c, count] = [seed | 0, run | 0, 0x9e3779b9 | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let nth = 0; nth < WARM_UP; nth++) next()
  return () => next() / 4_294_967_296
}

/** How much lies at or below each whole number. Rounded, so that no engine's last digit decides. */
export type Table = readonly number[]
const DIGITS = 1e10
export function tableOf(chances: readonly number[]): Table {
  const whole = chances.reduce((a, b) => a + b, 0)
  let sum = 0
  const table = chances.map((chance) => {
    sum += chance
    return Math.round((sum / whole) * DIGITS) / DIGITS
  })
  table[table.length - 1] = 1
  return table
}

export function pick(table: Table, draw: Draw): number {
  const at = draw()
  let found = 0
  while (at >= (table[found] ?? 1)) found += 1
  return found
}

const REST = 1e-9
/** Chances until next to nothing is left. */
function until(of: (count: number) => number): number[] {
  const chances: number[] = []
  for (let sum = 0; sum < 1 - REST && chances.length < 5_000; ) {
    const chance = of(chances.length)
    chances.push(chance)
    sum += chance
  }
  return chances
}

export const poissonTable = (mean: number): Table =>
  tableOf(mean === 0 ? [1] : until((count) => Math.exp(count * Math.log(mean) - mean - logGamma(count + 1))))

/** Negative binomial: how many one case infects, where a few infect many. */
export function offspringTable(mean: number, dispersion: number): Table {
  if (mean === 0) return [1]
  const [less, more] = [dispersion / (dispersion + mean), mean / (dispersion + mean)]
  const logOf = (count: number) =>
    logGamma(dispersion + count) -
    logGamma(dispersion) -
    logGamma(count + 1) +
    dispersion * Math.log(less) +
    count * Math.log(more)
  return tableOf(until((count) => Math.exp(logOf(count))))
}

interface Spread {
  meanDays: number
  sdDays: number
}
/** A gamma delay in whole days, from none. */
export function delayTable({ meanDays, sdDays }: Spread): Table {
  const shape = (meanDays / sdDays) ** 2
  const scale = sdDays ** 2 / meanDays
  const below = (days: number) => (days <= 0 ? 0 : gammaP(shape, days / scale))
  return tableOf(until((day) => below(day + 0.5) - below(day - 0.5)))
}

/** From one infection to the next: a day at least. */
export const intervalTable = (spread: Spread): Table =>
  tableOf(intervalChances(spread, Math.ceil(spread.meanDays + 10 * spread.sdDays)))
