import { expect, test } from 'vitest'
import { likenessOf, mostAlike, piecesOf, shinglesOf } from './rules.likeness.ts'
import { type Said, someWordings, TALKS } from './rumours.wordings.factory.ts'

/** One after the other, as they arrive. */
function group(said: readonly Said[]): number[] {
  const known: Array<{ shingles: Set<string>; group: number }> = []
  let groups = 0
  return said.map(({ words }) => {
    const shingles = shinglesOf(words)
    const own = mostAlike(shingles, known)?.group ?? groups++
    known.push({ shingles, group: own })
    return own
  })
}

/** Of all pairs put together, how many belong so; of all that belong together, how many were put so. */
function measure(said: readonly Said[], groups: readonly number[]) {
  const pairs = (counts: Iterable<number>) => [...counts].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const count = (keys: readonly string[]) => {
    const found = new Map<string, number>()
    for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1)
    return found.values()
  }
  const both = pairs(count(said.map(({ talk }, nth) => `${talk}/${groups[nth]}`)))
  return {
    precision: both / pairs(count(groups.map(String))),
    recall: both / pairs(count(said.map(({ talk }) => String(talk)))),
  }
}

test.each([7, 11, 23])(
  'paraphrases of 24 topics, some of them close: pairs right and pairs found (seed %i)',
  (seed) => {
    const said = someWordings(600, seed)
    const { precision, recall } = measure(said, group(said))
    expect(TALKS).toHaveLength(24)
    expect(precision).toBeGreaterThan(0.99)
    expect(recall).toBeGreaterThan(0.55)
  },
)

test('a measure that can fail: everything in one heap, and everything by itself', () => {
  const said = someWordings(300)
  expect(
    measure(
      said,
      said.map(() => 0),
    ).precision,
  ).toBeLessThan(0.1)
  expect(
    measure(
      said,
      said.map((_, nth) => nth),
    ).recall,
  ).toBe(0)
})

test('of a long text a sketch stands for all; of a short one every pair', () => {
  expect(piecesOf(shinglesOf('明天开始封村')).length).toBe(5)
  expect(
    piecesOf(
      shinglesOf(
        someWordings(200)
          .map(({ words }) => words)
          .join(''),
      ),
    ).length,
  ).toBe(64)
  expect(likenessOf(shinglesOf('听说明天开始封村!'), shinglesOf('明天开始封村'))).toBe(1)
  expect(likenessOf(new Set(), new Set())).toBe(0)
})
