/** 2号 in a type area of 156 mm. */
const TITLE_CELLS = 20
const MARK = { largest: 54, smallest: 24, widthPt: 430 }
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Of the mark in red: as large as the width of the type area allows. */
export const markSizeOf = (mark: string): number =>
  Math.max(MARK.smallest, Math.min(MARK.largest, Math.floor(MARK.widthPt / [...mark].length)))

const NOT_FIRST = /^[的了和与及、，》）]/
const NOT_LAST = /[《（]$|关于$/

/** A title of several lines breaks where words end, and its lines are shaped like a trapezium, the longer one above or below. */
export function breakTitle(title: string): string[] {
  const parts = [...words.segment(title)].map(({ segment }) => segment)
  const length = [...title].length
  for (let lines = Math.ceil(length / TITLE_CELLS); lines <= parts.length; lines++) {
    const best = bestOf(parts, lines, length / lines)
    if (best) return best
  }
  return [title]
}

function bestOf(parts: readonly string[], lines: number, mean: number): string[] | null {
  let best: { lines: string[]; cost: number } | null = null
  for (const found of splits(parts, lines)) {
    const cost = costOf(found, mean)
    if (Number.isFinite(cost) && (!best || cost < best.cost)) best = { lines: found, cost }
  }
  return best?.lines ?? null
}

function* splits(parts: readonly string[], lines: number): Generator<string[]> {
  if (lines === 1) yield [parts.join('')]
  for (let at = 1; lines > 1 && at <= parts.length - lines + 1; at++) {
    const first = parts.slice(0, at).join('')
    if ([...first].length > TITLE_CELLS) return
    for (const rest of splits(parts.slice(at), lines - 1)) yield [first, ...rest]
  }
}

function costOf(lines: readonly string[], mean: number): number {
  const lengths = lines.map((line) => [...line].length)
  if (lengths.some((one) => one > TITLE_CELLS)) return Number.POSITIVE_INFINITY
  let cost = lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  lines.forEach((line, nth) => {
    if (nth > 0 && NOT_FIRST.test(line)) cost += 80
    if (nth < lines.length - 1 && NOT_LAST.test(line)) cost += 80
    if (nth > 0 && line.startsWith('关于')) cost -= 30
    // Lines of one length make a rectangle, a short one between two long ones an hourglass.
    if (nth > 0 && lengths[nth] === lengths[nth - 1]) cost += 30
  })
  const middle = lengths[1] ?? 0
  if (lengths.length === 3 && middle < Math.min(lengths[0] ?? 0, lengths[2] ?? 0)) cost += 40
  return cost
}
