/** Below the county a number is shown as one of these: 0–9, 10–19, 20–29 … */
const WIDTH = 10
export interface Band {
  from: number
  to: number
}
export const bandOf = (value: number): Band => {
  const from = Math.floor(value / WIDTH) * WIDTH
  return { from, to: from + WIDTH - 1 }
}

/** What each may still be once the total is known too: no less than what the others leave at most, and no more than at least. */
export function possible(bands: readonly Band[], total: number): Band[] {
  const least = bands.reduce((sum, { from }) => sum + from, 0)
  const most = bands.reduce((sum, { to }) => sum + to, 0)
  return bands.map(({ from, to }) => ({
    from: Math.max(from, total - (most - to)),
    to: Math.min(to, total - (least - from)),
  }))
}

/** A small number has to keep at least this many values that it may be. */
const LEFT_OPEN = 3

/** Bands of the parts of a total that is shown beside them; null where together they would give a small one away. */
export function breakDown(values: readonly number[], total: number): Band[] | null {
  const bands = values.map(bandOf)
  const open = possible(bands, total)
  const isSafe = open.every(({ from, to }, nth) => bands[nth]?.from !== 0 || to - from + 1 >= LEFT_OPEN)
  return isSafe && values.reduce((sum, one) => sum + one, 0) === total ? bands : null
}
