/**
 * Outlines as whole grid steps. The source rounds every vertex to 1/1024 of a degree, so counting steps loses nothing
 * and packs small: zigzag differences, seven bits a byte.
 */
export type Vertex = readonly [lon: number, lat: number]
export type Ring = readonly Vertex[]

/** Parts without holes: the source draws none. Rings are open here (the first vertex is not repeated). */
export type Outline = readonly Ring[]

export interface MultiPolygon {
  type: 'MultiPolygon'
  coordinates: [number, number][][][]
}

const stepsPerDegree = 1024

export const toSteps = ([lon, lat]: Vertex): Vertex => [
  Math.round(lon * stepsPerDegree),
  Math.round(lat * stepsPerDegree),
]

const same = (a: Vertex, b: Vertex) => a[0] === b[0] && a[1] === b[1]

const inLine = (a: Vertex, b: Vertex, c: Vertex) => (b[0] - a[0]) * (c[1] - b[1]) === (b[1] - a[1]) * (c[0] - b[0])

/** Twice the signed area: positive when the ring runs counter-clockwise. */
export const windingArea = (ring: Ring): number =>
  ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)

/**
 * Drops repeated vertices, vertices on a straight line and there-and-back spikes, and turns the ring counter-clockwise
 * as RFC 7946 wants an outer ring. What encloses nothing comes back empty.
 */
export function repairRing(ring: Ring): Ring {
  let current = ring
  for (;;) {
    const kept: Vertex[] = []
    for (const vertex of current) {
      while (kept.length > 0 && needless(kept.at(-2), kept.at(-1), vertex)) kept.pop()
      kept.push(vertex)
    }
    const whole = trimSeam(kept)
    if (whole.length < 3) return []
    if (whole.length === current.length) {
      const area = windingArea(whole)
      return area === 0 ? [] : area > 0 ? whole : whole.toReversed()
    }
    current = whole
  }
}

const needless = (before: Vertex | undefined, last: Vertex | undefined, next: Vertex) =>
  last !== undefined && (same(last, next) || (before !== undefined && inLine(before, last, next)))

/** The walk above sees the ring as a line; its two ends meet too. */
function trimSeam(kept: readonly Vertex[]): readonly Vertex[] {
  let from = 0
  let to = kept.length
  const at = (index: number) => kept[index] ?? ([0, 0] as const)
  while (to - from >= 3) {
    if (same(at(from), at(to - 1)) || inLine(at(to - 2), at(to - 1), at(from))) to -= 1
    else if (inLine(at(to - 1), at(from), at(from + 1))) from += 1
    else break
  }
  return kept.slice(from, to)
}

export function packOutline(outline: Outline): Buffer {
  const bytes: number[] = []
  const put = (value: number) => {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
    bytes.push(rest)
  }
  const putSigned = (value: number) => put(value < 0 ? -2 * value - 1 : 2 * value)
  put(outline.length)
  for (const ring of outline) {
    put(ring.length)
    let [lastX, lastY] = [0, 0]
    for (const [x, y] of ring) {
      putSigned(x - lastX)
      putSigned(y - lastY)
      ;[lastX, lastY] = [x, y]
    }
  }
  return Buffer.from(bytes)
}

export function unpackOutline(packed: Buffer): Outline {
  let at = 0
  const take = () => {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = packed[at++]
      if (byte === undefined) throw new Error('The outline file is cut short')
      value += (byte % 128) * factor
      if (byte < 128) return value
    }
  }
  const takeSigned = () => {
    const value = take()
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2
  }
  return Array.from({ length: take() }, () => {
    let [x, y] = [0, 0]
    return Array.from({ length: take() }, (): Vertex => {
      x += takeSigned()
      y += takeSigned()
      return [x, y]
    })
  })
}

const inDegrees = ([x, y]: Vertex): [number, number] => [x / stepsPerDegree, y / stepsPerDegree]

/** Closed rings in degrees. */
export const asMultiPolygon = (outline: Outline): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: outline.map((ring) => [[...ring, ...ring.slice(0, 1)].map(inDegrees)]),
})

export const isInside = (outline: Outline, [lon, lat]: Vertex): boolean =>
  outline.some((ring) => crossings(ring, lon * stepsPerDegree, lat * stepsPerDegree) % 2 === 1)

/** How often a ray to the east crosses the ring. */
const crossings = (ring: Ring, x: number, y: number) =>
  ring.filter(([ax, ay], at) => {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay]
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)
  }).length

export function boundsOf(outline: Outline): [west: number, south: number, east: number, north: number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of outline.flat()) {
    bounds[0] = Math.min(bounds[0], x / stepsPerDegree)
    bounds[1] = Math.min(bounds[1], y / stepsPerDegree)
    bounds[2] = Math.max(bounds[2], x / stepsPerDegree)
    bounds[3] = Math.max(bounds[3], y / stepsPerDegree)
  }
  return bounds
}
