import { answer, Refused, type Sent, type Session } from './api.ts'
import type { Scenario } from './events.ts'
import { chance, namedId } from './random.ts'

type Point = readonly [lon: number, lat: number]
export interface Position {
  id: string
  checkpointId: string
  at: Point
}

/** The county's largest piece; none for a county whose outline nobody has drawn. */
async function largestRing(desk: Session): Promise<readonly Point[]> {
  try {
    const { geometry } = await answer('outline', () => desk.GET('/places/outline'))
    const rings = geometry.coordinates.flatMap(([outer]) => (outer ? [outer as unknown as Point[]] : []))
    return rings.reduce((largest, ring) => (area(ring) > area(largest) ? ring : largest), [])
  } catch (error) {
    if (error instanceof Refused && error.code !== 'unreachable') return []
    throw error
  }
}

/**
 * Where the stations stand on the map. Invented, like the traffic: border stations follow each other along the outline, exits lie
 * between it and the middle. The villages' own points stay without a place, as most of a county's places are at first.
 */
export async function planPositions(desk: Session, { checkpoints }: Scenario, seed: string): Promise<Position[]> {
  const ring = await largestRing(desk)
  const stations = checkpoints.filter(({ kind }) => kind !== 'village-turn-back')
  if (ring.length < 4) return []
  return stations.map(({ id, key, kind }, nth) => {
    const draw = chance(seed, 'position', key)
    const edge = alongRing(ring, (nth + 0.2 + draw.next() * 0.6) / stations.length)
    const inwards = kind === 'county-border' ? 0.03 : 0.2 + draw.next() * 0.35
    return { id: namedId(seed, 'position', id), checkpointId: id, at: towards(edge, middleOf(ring), inwards) }
  })
}

export async function sendPositions(positions: readonly Position[], desk: Session): Promise<Sent> {
  const sent = { fresh: 0, again: 0 }
  for (const { id, checkpointId, at } of positions) {
    const [lon, lat] = at
    const body = { id, place: { kind: 'checkpoint' as const, id: checkpointId }, lon, lat }
    const { arrival } = await answer('position', () => desk.POST('/places/positions', { body }))
    sent[arrival === 'new' ? 'fresh' : 'again'] += 1
  }
  return sent
}

const towards = ([x, y]: Point, [toX, toY]: Point, part: number): Point => [
  round(x + (toX - x) * part),
  round(y + (toY - y) * part),
]
/** About 10 m: an invented place does not pretend to more. */
const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000

const sides = (ring: readonly Point[]): Array<[Point, Point]> =>
  ring.slice(1).map((to, before) => [ring[before] as Point, to])

function area(ring: readonly Point[]): number {
  return Math.abs(sides(ring).reduce((sum, [[x, y], [toX, toY]]) => sum + x * toY - toX * y, 0)) / 2
}

function middleOf(ring: readonly Point[]): Point {
  const sum = ring.reduce<[number, number]>(([x, y], [lon, lat]) => [x + lon, y + lat], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}

/** The point where this part (0 to 1) of the way round has been walked. */
function alongRing(ring: readonly Point[], part: number): Point {
  const walked = sides(ring).map(([[x, y], [toX, toY]]) => Math.hypot(toX - x, toY - y))
  let left = walked.reduce((sum, side) => sum + side, 0) * part
  for (const [nth, [from, to]] of sides(ring).entries()) {
    const side = walked[nth] ?? 0
    if (left <= side) return towards(from, to, side === 0 ? 0 : left / side)
    left -= side
  }
  return ring[0] as Point
}
