import { expect, test } from 'vitest'
import { layOutRings, type Spot } from './rings-layout.ts'

const node = (id: string, ring: number) => ({ id, ring })
const edge = (one: string, other: string) => ({ one, other })
const distance = (a: Spot | undefined, b: Spot | undefined) => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : Number.NaN)

test('everybody of a ring stands equally far from the middle, the next ring farther', () => {
  const nodes = [node('m', 0), node('a', 1), node('b', 1), node('c', 1), node('d', 2)]
  const spots = layOutRings(nodes, [edge('m', 'a'), edge('m', 'b'), edge('m', 'c'), edge('b', 'd')])
  const from = (id: string) => distance(spots.get('m'), spots.get(id))
  expect(from('a')).toBeCloseTo(from('b'))
  expect(from('a')).toBeCloseTo(from('c'))
  expect(from('d')).toBeGreaterThan(from('a'))
})

test('groups do not lie on each other, and nobody on anybody', () => {
  const nodes = Array.from({ length: 200 }, (_, nth) => node(`m${nth}`, 0)).concat(
    Array.from({ length: 600 }, (_, nth) => node(`c${nth}`, 1)),
  )
  const spots = layOutRings(
    nodes,
    Array.from({ length: 600 }, (_, nth) => edge(`m${nth % 190}`, `c${nth}`)),
  )
  expect(spots.size).toBe(800)
  const all = [...spots.values()]
  const closest = Math.min(
    ...all.map((one, nth) => Math.min(...all.slice(nth + 1, nth + 400).map((other) => distance(one, other)), 9)),
  )
  expect(closest).toBeGreaterThan(0.5)
})

test('the order in which people are named does not move them', () => {
  const nodes = [node('m', 0), node('b', 1), node('a', 1)]
  const edges = [edge('m', 'a'), edge('m', 'b')]
  const sorted = (spots: Map<string, Spot>) => [...spots].sort(([a], [b]) => (a < b ? -1 : 1))
  expect(sorted(layOutRings(nodes, edges))).toEqual(
    sorted(layOutRings([node('m', 0), node('a', 1), node('b', 1)], [...edges].reverse())),
  )
})
