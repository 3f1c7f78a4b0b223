import type { Tree } from './queries.ts'

type Case = Tree['cases'][number]

/**
 * A line for each case: a chain stands together, everybody below whom they may have caught it from, in the order of their days. The
 * server refuses rings; whoever stands in one all the same gets a line of their own.
 */
export function linesOf({ cases, links }: Pick<Tree, 'cases' | 'links'>): Map<string, number> {
  const byId = new Map(cases.map((one) => [one.id, one]))
  const below = new Map<string, Case[]>()
  const caught = new Set<string>()
  for (const { source, target } of links) {
    const one = byId.get(target)
    if (!one || !byId.has(source)) continue
    below.set(source, [...(below.get(source) ?? []), one])
    caught.add(target)
  }
  const lines = new Map<string, number>()
  const byDay = (a: Case, b: Case) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1)
  const waiting = cases
    .filter(({ id }) => !caught.has(id))
    .sort(byDay)
    .reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (lines.has(next.id)) continue
    lines.set(next.id, lines.size)
    waiting.push(...(below.get(next.id) ?? []).sort(byDay).reverse())
  }
  for (const { id } of [...cases].sort(byDay)) if (!lines.has(id)) lines.set(id, lines.size)
  return lines
}
