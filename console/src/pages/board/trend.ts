interface Point {
  asOf: string
  value: number | null
}
interface Drawn {
  /** What each place along the axis stands for; null is a gap, never a zero. */
  points: Point[]
  /** The end of the axis: the next round number. */
  top: number
}

/** A round number at or above: 1, 2 or 5 and noughts. */
export function roundUp(value: number): number {
  if (value <= 1) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power
}

/** A running total is drawn as what came in each 24 hours, a stock as it stood. */
export function drawn(kind: 'cumulative' | 'stock' | 'increment', items: readonly Point[]): Drawn {
  const points =
    kind === 'cumulative'
      ? items.slice(1).map(({ asOf, value }, nth) => ({ asOf, value: less(value, items[nth]?.value ?? null) }))
      : [...items]
  return { points, top: roundUp(Math.max(0, ...points.map(({ value }) => value ?? 0))) }
}

export const less = (value: number | null | undefined, before: number | null | undefined): number | null =>
  value === null || value === undefined || before === null || before === undefined ? null : value - before

/** Steps through a field of one unit a point and a hundred high; a gap lifts the pen. */
export function stepsOf(points: readonly Point[], top: number): string {
  let isDown = false
  return points
    .map(({ value }, nth) => {
      if (value === null) {
        isDown = false
        return ''
      }
      const y = 100 - (100 * value) / top
      const line = `${isDown ? 'L' : 'M'}${nth} ${y}H${nth + 1}`
      isDown = true
      return line
    })
    .join('')
}
