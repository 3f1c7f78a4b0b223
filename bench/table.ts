export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** One line of the result: product beside its limit, and the ratio that was asked for. */
export interface Line {
  what: string
  product: string
  limit: string
  ratio: number | null
  asked: string
}

export function asTable(lines: readonly Line[]): string {
  const rows = lines.map(({ what, product, limit, ratio, asked }) =>
    [what, product, limit, ratio === null ? '' : ratio.toFixed(2), asked].join(' | '),
  )
  return [
    '| What | Product | Limit | Ratio | Asked |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')
}
