/**
 * What stands on a sheet to be typed: the last 48 bits of the order's id in letters and digits that nobody takes for another, and one
 * more that a slip of the finger changes.
 */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 5n
const LENGTH = 10
/** A prime, so that one wrong letter or two in the wrong order are found. */
const CHECKED_BY = 29

const tailOf = (orderId: string): string => orderId.replaceAll('-', '').slice(-12).toLowerCase()

const checkOf = (letters: string): string => {
  const sum = [...letters].reduce((so, letter) => (so * LETTERS.length + LETTERS.indexOf(letter)) % CHECKED_BY, 0)
  return LETTERS[sum] ?? ''
}

/** `0F3K9-ZQ2M7-4` */
export function sheetCodeOf(orderId: string): string {
  const bits = BigInt(`0x${tailOf(orderId)}`)
  const letters = Array.from({ length: LENGTH }, (_, nth) => LETTERS[Number((bits >> (BITS * BigInt(nth))) & 31n)])
    .toReversed()
    .join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}-${checkOf(letters)}`
}

/** The end of the order's id; null for what cannot stand on a sheet. O is read as 0, I and L as 1. */
export function tailIn(typed: string): string | null {
  const read = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const letters = read.slice(0, LENGTH)
  if (read.length !== LENGTH + 1 || [...read].some((letter) => !LETTERS.includes(letter))) return null
  if (checkOf(letters) !== read[LENGTH]) return null
  const bits = [...letters].reduce((so, letter) => (so << BITS) | BigInt(LETTERS.indexOf(letter)), 0n)
  const tail = bits.toString(16).padStart(12, '0')
  return tail.length === 12 ? tail : null
}
