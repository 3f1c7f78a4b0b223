import { dayInChina } from '../places/rules.clock.ts'

/** Beyond this a figure could not be told exactly in JSON. */
const QUANTITY_MAX = 1_000_000_000_000n

/** `14.6` of a pack that holds 1,000,000 is 14,600,000: exactly, or null. */
export function quantityOf(amount: string, holds: number): number | null {
  const [whole = '0', part = ''] = amount.split('.')
  const scale = 10n ** BigInt(part.length)
  const product = BigInt(whole + part) * BigInt(holds)
  if (product % scale !== 0n || product / scale > QUANTITY_MAX) return null
  return Number(product / scale)
}

/** Good through its last day. */
export const isExpired = (expiresOn: string | null, at: Date): boolean =>
  expiresOn !== null && dayInChina(at) > expiresOn

/** One store's stock of one lot, from a moment on: what was there before it, and what came and went since. */
export interface Shelf {
  before: number
  countedAt: Date | null
  entries: Array<{ at: number; quantity: number }>
}
export const emptyShelf = (): Shelf => ({ before: 0, countedAt: null, entries: [] })

export const stockAt = ({ before, entries }: Shelf, at: Date): number =>
  entries.reduce((sum, entry) => (entry.at <= at.getTime() ? sum + entry.quantity : sum), before)

/** The least that is there at a moment and at any time since. Entries of one moment count together. */
export function leastSince(shelf: Shelf, at: Date): number {
  const later = shelf.entries.filter((entry) => entry.at > at.getTime()).sort((a, b) => a.at - b.at)
  let running = stockAt(shelf, at)
  let least = running
  later.forEach((entry, nth) => {
    running += entry.quantity
    if (later[nth + 1]?.at !== entry.at) least = Math.min(least, running)
  })
  return least
}

/** A count settles what happened up to it. */
export const isSettled = ({ countedAt }: Shelf, at: Date): boolean => countedAt !== null && at <= countedAt

export function enter(shelf: Shelf, at: Date, quantity: number): void {
  if (quantity !== 0) shelf.entries.push({ at: at.getTime(), quantity })
}
