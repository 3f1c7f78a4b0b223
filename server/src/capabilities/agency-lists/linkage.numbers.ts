import { checkIdentityNumber } from '../people/rules.ts'

/** One character wrong, or two neighbours that changed places: what a pen or a keyboard does. */
export function isOneSlipApart(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false
  const apart: number[] = []
  for (let at = 0; at < one.length && apart.length < 3; at += 1) if (one[at] !== other[at]) apart.push(at)
  const [first = 0, second] = apart
  if (second === undefined) return true
  return apart.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first]
}

/**
 * The numbers that check and are one slip from a number that does not. In each place one digit at most puts the check right, so there
 * are some thirty of them, of which few have a date in the calendar.
 */
export function correctionsOf(misread: string): string[] {
  if (!/^\d{17}[\dX]$/.test(misread)) return []
  const tried = new Set<string>()
  for (let at = 0; at < 18; at += 1) {
    const before = misread.slice(0, at)
    const after = misread.slice(at + 1)
    for (const character of at === 17 ? '0123456789X' : '0123456789') tried.add(before + character + after)
    const [here = '', next = ''] = misread.slice(at, at + 2)
    if (next !== '' && next !== 'X') tried.add(before + next + here + misread.slice(at + 2))
  }
  tried.delete(misread)
  return [...tried].filter((number) => checkIdentityNumber(number).ok)
}
