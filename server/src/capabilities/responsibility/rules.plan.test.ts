import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutRuns, type Plan, type PlanHousehold, type PlanPost, planAnew, planFill } from './rules.plan.ts'

const doors = (sizes: readonly number[]): PlanHousehold[] =>
  sizes.flatMap((size, unit) => Array.from({ length: size }, (_, nth) => ({ id: `${unit}-${nth}`, unit: `u${unit}` })))
const posts = (count: number): PlanPost[] =>
  Array.from({ length: count }, (_, nth) => ({ id: `p${String(nth).padStart(3, '0')}`, holds: [] }))
const assigned = ({ lines, left }: Plan) => [
  ...lines.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.households)),
  ...left,
]
const sizesOf = fc.array(fc.integer({ min: 1, max: 70 }), { minLength: 1, maxLength: 40 })
const village = fc.record({
  sizes: sizesOf,
  count: fc.integer({ min: 1, max: 40 }),
  most: fc.integer({ min: 5, max: 60 }),
})

test('every household is in the plan once, or said to be left over', () => {
  fc.assert(
    fc.property(village, ({ sizes, count, most }) => {
      const households = doors(sizes)
      const plan = planAnew(households, posts(count), most)
      expect(assigned(plan).sort()).toEqual(households.map(({ id }) => id).sort())
      expect(plan.left.length).toBe(Math.max(0, households.length - count * most))
    }),
  )
})

test('no post answers for more than it may, and each for neighbouring doors', () => {
  fc.assert(
    fc.property(village, ({ sizes, count, most }) => {
      const households = doors(sizes)
      const at = new Map(households.map(({ id }, index) => [id, index]))
      for (const { pieces, load } of planAnew(households, posts(count), most).lines) {
        const places = pieces.flatMap((piece) => piece.households.map((id) => at.get(id) ?? -1))
        expect(load).toBe(places.length)
        expect(load).toBeLessThanOrEqual(most)
        if (load > 0) expect(Math.max(...places) - Math.min(...places)).toBe(load - 1)
      }
    }),
  )
})

/** The fewest posts that whole units need, found by trying and not by the rule under test. */
function fewestWhole(sizes: readonly number[], most: number): number {
  if (sizes.some((size) => size > most)) return Number.POSITIVE_INFINITY
  const best = [0]
  sizes.forEach((_, end) => {
    let sum = 0
    let least = Number.POSITIVE_INFINITY
    for (let begin = end; begin >= 0; begin -= 1) {
      sum += sizes[begin] ?? 0
      if (sum > most) break
      least = Math.min(least, (best[begin] ?? 0) + 1)
    }
    best.push(least)
  })
  return best.at(-1) ?? 0
}

test('no unit is cut as long as whole ones fit', () => {
  fc.assert(
    fc.property(village, ({ sizes, count, most }) => {
      fc.pre(fewestWhole(sizes, most) <= count)
      const { lines } = planAnew(doors(sizes), posts(count), most)
      expect(lines.flatMap(({ pieces }) => pieces.filter(({ whole }) => !whole))).toEqual([])
    }),
  )
})

test('a unit is cut into no more pieces than its size and its two neighbours call for', () => {
  fc.assert(
    fc.property(village, ({ sizes, count, most }) => {
      fc.pre(sizes.reduce((sum, size) => sum + size, 0) <= count * most)
      const { lines } = planAnew(doors(sizes), posts(count), most)
      sizes.forEach((size, unit) => {
        const pieces = lines.filter((line) => line.pieces.some((piece) => piece.unit === `u${unit}`)).length
        expect(pieces).toBeLessThanOrEqual(Math.ceil(size / most) + 2)
      })
    }),
  )
})

test('where every door stands alone the posts differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 30 }), (count, people) => {
      const runs = cutRuns(
        Array.from({ length: count }, () => 1),
        people,
        400,
      )
      expect(Math.max(...runs) - Math.min(...runs)).toBeLessThanOrEqual(1)
      expect(runs.length).toBe(people)
    }),
  )
})

test('a community of 2,772 households and 92 volunteers: thirty each, stairwells whole', () => {
  const plan = planAnew(doors(Array.from({ length: 231 }, () => 12)), posts(92), 45)
  const loads = plan.lines.map(({ load }) => load)
  expect(loads.reduce((sum, load) => sum + load, 0)).toBe(2772)
  expect(Math.min(...loads)).toBe(24)
  expect(Math.max(...loads)).toBe(36)
  expect(plan.lines.every(({ pieces }) => pieces.every(({ whole }) => whole))).toBe(true)
})

test('whoever answers for doors already stays near them', () => {
  const households = doors([10, 10, 10])
  const given: PlanPost[] = [
    { id: 'a', holds: ['2-0', '2-1'] },
    { id: 'b', holds: ['0-3'] },
    { id: 'c', holds: ['1-0'] },
  ]
  const { lines } = planAnew(households, given, 12)
  expect(lines.map(({ postId, pieces }) => [postId, pieces[0]?.unit])).toEqual([
    ['b', 'u0'],
    ['c', 'u1'],
    ['a', 'u2'],
  ])
})

test('filling up moves nobody, covers each open door once and overloads no post', () => {
  const wish = fc.record({
    sizes: sizesOf,
    count: fc.integer({ min: 1, max: 20 }),
    most: fc.integer({ min: 5, max: 60 }),
    seed: fc.array(fc.nat({ max: 30 })),
  })
  fc.assert(
    fc.property(wish, ({ sizes, count, most, seed }) => {
      const households = doors(sizes)
      const held = new Map<string, string[]>(posts(count).map(({ id }) => [id, []]))
      households.forEach(({ id }, index) => {
        const post = `p${String(seed[index % Math.max(seed.length, 1)] ?? 99).padStart(3, '0')}`
        const own = held.get(post)
        if (own && own.length < most) own.push(id)
      })
      const taken = new Set([...held.values()].flat())
      const open = new Set(households.map(({ id }) => id).filter((id) => !taken.has(id)))
      const given = [...held].map(([id, holds]) => ({ id, holds }))
      const plan = planFill(households, given, { open, usual: Math.ceil(most / 2), most })
      expect(assigned(plan).sort()).toEqual([...open].sort())
      for (const { postId, load, pieces } of plan.lines) {
        const added = pieces.reduce((sum, piece) => sum + piece.households.length, 0)
        expect(load).toBe((held.get(postId)?.length ?? 0) + added)
        expect(load).toBeLessThanOrEqual(most)
      }
      const room = given.reduce((sum, { holds }) => sum + most - holds.length, 0)
      expect(plan.left.length).toBe(Math.max(0, open.size - room))
    }),
  )
})

test('an open stairwell goes to the neighbour with room, not to somebody at the other end', () => {
  const households = doors([10, 10, 10])
  const idsOf = (unit: number) => households.filter((one) => one.unit === `u${unit}`).map(({ id }) => id)
  const given = [
    { id: 'far', holds: idsOf(0).slice(0, 2) },
    { id: 'near', holds: idsOf(1) },
  ]
  const open = new Set([...idsOf(2)])
  const { lines } = planFill(households, given, { open, usual: 30, most: 45 })
  expect(lines).toEqual([{ postId: 'near', load: 20, pieces: [{ unit: 'u2', whole: true, households: idsOf(2) }] }])
})

test('nobody to assign to, and nothing to assign', () => {
  expect(planAnew(doors([3]), [], 45)).toEqual({ lines: [], left: ['0-0', '0-1', '0-2'] })
  expect(planAnew([], posts(2), 45).lines.map(({ load }) => load)).toEqual([0, 0])
  expect(planFill(doors([2]), [], { open: new Set(['0-0']), usual: 30, most: 45 }).left).toEqual(['0-0'])
})
