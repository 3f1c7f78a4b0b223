import { createHash } from 'node:crypto'

/**
 * Chance that is the same on every machine and every day. A stream is named, so adding a draw in one part of the scenario
 * does not shift the numbers of another.
 */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number
  may(probability: number): boolean
  pick<T>(from: readonly T[]): T
  weighted<T extends { weight: number }>(from: readonly T[]): T
  /** Around `mean`, bell-shaped enough for temperatures and delays. */
  around(mean: number, spread: number): number
  /** UUIDv7: in the order of the moment it belongs to, and the same at every run. */
  id(atMs: number): string
}

export function chance(...name: Array<string | number>): Chance {
  const seed = createHash('sha256').update(name.join('/')).digest()
  let a = seed.readUInt32LE(0)
  let b = seed.readUInt32LE(4)
  let c = seed.readUInt32LE(8)
  let counter = 1
  // sfc32
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  for (let round = 0; round < 12; round += 1) bits()
  const next = (): number => bits() / 4294967296
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    may: (probability) => next() < probability,
    pick: (from) => at(from, Math.floor(next() * from.length)),
    weighted: (from) => at(from, drawIndex(cumulative(from.map(({ weight }) => weight)), next())),
    around: (mean, spread) => mean + (next() + next() + next() - 1.5) * spread * 2,
    id: (atMs) => uuid(atMs, bits(), bits(), bits()),
  }
}

function uuid(atMs: number, x: number, y: number, z: number): string {
  const time = atMs.toString(16).padStart(12, '0')
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const variant = (8 + (y >>> 30)).toString(16)
  const tail = hex((y >>> 12) & 0xffff, 4) + hex(z, 8)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(x & 0xfff, 3)}-${variant}${hex(y & 0xfff, 3)}-${tail}`
}

/** An id that depends on nothing but its name, for things that have no moment of their own. */
export function namedId(...name: Array<string | number>): string {
  const hex = createHash('sha256').update(name.join('/')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function cumulative(weights: readonly number[]): number[] {
  let sum = 0
  return weights.map((weight) => {
    sum += weight
    return sum
  })
}

/** The place in `sums` where `drawn` (0 ≤ drawn < 1) falls. */
export function drawIndex(sums: readonly number[], drawn: number): number {
  const target = drawn * (sums.at(-1) ?? 0)
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(sums, middle) > target) high = middle
    else low = middle + 1
  }
  return low
}

/** Splits a total by weights so that the parts add up to it exactly (largest remainders). */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((so, weight) => so + weight, 0)
  if (sum <= 0) {
    if (total > 0) throw new Error(`Nowhere to put ${total}: every weight is zero`)
    return weights.map(() => 0)
  }
  const exact = weights.map((weight) => (total * weight) / sum)
  const parts = exact.map(Math.floor)
  const left = total - parts.reduce((so, part) => so + part, 0)
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }))
  order.sort((one, other) => other.rest - one.rest || one.index - other.index)
  for (const { index } of order.slice(0, left)) parts[index] = at(parts, index) + 1
  return parts
}

/** An index that is known to be inside. */
export function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no item ${index} in a list of ${list.length}`)
  return list[index] as T
}
