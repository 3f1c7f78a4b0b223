/** A household in the order in which a visitor passes the doors. `unit` is its stairwell or group; null stands alone. */
export interface PlanHousehold {
  id: string
  unit: string | null
}
export interface PlanPost {
  id: string
  /** Ids of households it answers for now. */
  holds: readonly string[]
}
export interface PlanPiece {
  unit: string | null
  /** The whole of the unit: whoever moves in later is covered as well. */
  whole: boolean
  households: string[]
}
export interface PlanLine {
  postId: string
  pieces: PlanPiece[]
  /** Households it would answer for, those it keeps included. */
  load: number
}
export interface Plan {
  lines: PlanLine[]
  /** Households for which no post has room. */
  left: string[]
}

/** Divides everything anew: each post a run of neighbouring doors, no unit cut that need not be, nobody above `most`. */
export function planAnew(households: readonly PlanHousehold[], posts: readonly PlanPost[], most: number): Plan {
  const room = Math.min(households.length, posts.length * most)
  const dealt = households.slice(0, room)
  const runs = cutRuns(unitSizes(dealt), posts.length, most)
  const sizes = sizeByUnit(households)
  let from = 0
  const lines = byPlace(households, posts).map(({ id }, index): PlanLine => {
    const own = dealt.slice(from, from + (runs[index] ?? 0))
    from += own.length
    return { postId: id, pieces: piecesOf(own, sizes), load: own.length }
  })
  return { lines, left: households.slice(room).map(({ id }) => id) }
}

/** A post stays near the doors it has: those who hold something come in the order of what they hold, the others fill the gaps. */
function byPlace(households: readonly PlanHousehold[], posts: readonly PlanPost[]): PlanPost[] {
  const at = new Map(households.map(({ id }, index) => [id, index]))
  const middle = (post: PlanPost): number => {
    const places = post.holds.flatMap((id) => at.get(id) ?? [])
    return places.length === 0
      ? Number.POSITIVE_INFINITY
      : places.reduce((sum, place) => sum + place, 0) / places.length
  }
  return posts
    .map((post) => ({ post, place: middle(post) }))
    .sort((a, b) => (a.place === b.place ? order(a.post.id, b.post.id) : a.place - b.place))
    .map(({ post }) => post)
}
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function unitSizes(households: readonly PlanHousehold[]): number[] {
  const sizes: number[] = []
  households.forEach(({ unit }, index) => {
    const last = sizes.length - 1
    if (unit !== null && index > 0 && households[index - 1]?.unit === unit) sizes[last] = (sizes[last] ?? 0) + 1
    else sizes.push(1)
  })
  return sizes
}

function sizeByUnit(households: readonly PlanHousehold[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { unit } of households) if (unit !== null) sizes.set(unit, (sizes.get(unit) ?? 0) + 1)
  return sizes
}

function piecesOf(own: readonly PlanHousehold[], sizes: ReadonlyMap<string, number>): PlanPiece[] {
  const pieces = new Map<string | null, string[]>()
  for (const { id, unit } of own) pieces.set(unit, [...(pieces.get(unit) ?? []), id])
  return [...pieces].map(([unit, households]) => ({
    unit,
    whole: unit !== null && sizes.get(unit) === households.length,
    households,
  }))
}

/** Lengths of at most `posts` runs along the doors, none above `most`, as even as whole units allow. */
export function cutRuns(units: readonly number[], posts: number, most: number): number[] {
  const total = units.reduce((sum, size) => sum + size, 0)
  if (posts === 0 || total === 0) return []
  const places = cumulated(units)
  const whole = fitsWhole(units, posts, most)
  const marks = whole ? places : Array.from({ length: total + 1 }, (_, place) => place)
  const ends = new Set(places)
  // One cut inside a unit weighs more than any unevenness, so that units are cut only where it cannot be helped.
  const cutWeight = 2 * most * most * posts
  const weigh = (place: number): number => (ends.has(place) ? 0 : cutWeight)
  return shortest(marks, { runs: posts, most, usual: total / posts, weigh })
}

function cumulated(units: readonly number[]): number[] {
  const places = [0]
  for (const size of units) places.push((places.at(-1) ?? 0) + size)
  return places
}

function fitsWhole(units: readonly number[], posts: number, most: number): boolean {
  let runs = 0
  let room = 0
  for (const size of units) {
    if (size > most) return false
    if (size > room) {
      runs += 1
      room = most
    }
    room -= size
  }
  return runs <= posts
}

interface Wish {
  runs: number
  most: number
  usual: number
  weigh(place: number): number
}

/** Below this many steps the best plan is looked for everywhere, above it only near an even one. */
const STEPS_MAX = 200_000_000

/**
 * The cheapest way from the first mark to the last in so many runs, a run's cost being its distance from the usual length,
 * squared.
 */
function shortest(marks: readonly number[], wish: Wish): number[] {
  const isLarge = marks.length * wish.runs * Math.min(wish.most, marks.length) > STEPS_MAX
  const near = isLarge ? walk(marks, wish, 3 * wish.most) : null
  return near ?? walk(marks, wish, Number.POSITIVE_INFINITY) ?? []
}

function walk(marks: readonly number[], wish: Wish, slack: number): number[] | null {
  let cost = new Float64Array(marks.length).fill(Number.POSITIVE_INFINITY)
  cost[0] = 0
  const cameFrom: Int32Array[] = []
  for (let run = 1; run <= wish.runs; run += 1) {
    const step = stepOn(marks, cost, wish, (place) => Math.abs(place - run * wish.usual) <= slack)
    cost = step.cost
    cameFrom.push(step.from)
  }
  return Number.isFinite(cost[marks.length - 1]) ? retrace(marks, cameFrom) : null
}

function stepOn(
  marks: readonly number[],
  cost: Float64Array,
  { most, usual, weigh }: Wish,
  isNear: (place: number) => boolean,
) {
  const next = new Float64Array(marks.length).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(marks.length)
  marks.forEach((place, mark) => {
    const sofar = cost[mark] ?? Number.POSITIVE_INFINITY
    if (sofar === Number.POSITIVE_INFINITY) return
    for (let end = mark; end < marks.length; end += 1) {
      const reached = marks[end] ?? 0
      if (reached - place > most) break
      if (!isNear(reached)) continue
      const total = sofar + (reached - place - usual) ** 2 + weigh(reached)
      if (total < (next[end] ?? 0)) {
        next[end] = total
        from[end] = mark
      }
    }
  })
  return { cost: next, from }
}

function retrace(marks: readonly number[], cameFrom: readonly Int32Array[]): number[] {
  const lengths: number[] = []
  let mark = marks.length - 1
  for (let run = cameFrom.length - 1; run >= 0; run -= 1) {
    const before = cameFrom[run]?.[mark] ?? 0
    lengths.unshift((marks[mark] ?? 0) - (marks[before] ?? 0))
    mark = before
  }
  return lengths
}

// --- Filling up what is there -----------------------------------------------------------------------------------------------

interface Standing {
  id: string
  load: number
  places: number[]
  own: PlanHousehold[]
}

/** Leaves what is assigned where it is and gives each uncovered door to the nearest post with room, a unit at a time. */
export function planFill(
  households: readonly PlanHousehold[],
  posts: readonly PlanPost[],
  { open, usual, most }: { open: ReadonlySet<string>; usual: number; most: number },
): Plan {
  const at = new Map(households.map(({ id }, index) => [id, index]))
  const standings = posts.map(
    ({ id, holds }): Standing => ({
      id,
      load: holds.length,
      places: holds.flatMap((household) => at.get(household) ?? []),
      own: [],
    }),
  )
  const left: string[] = []
  for (const piece of openPieces(households, open)) {
    for (let rest = piece; rest.length > 0; ) {
      const chosen = nearest(standings, rest, { at, usual, most })
      if (!chosen) {
        left.push(...rest.map(({ id }) => id))
        break
      }
      const taken = rest.slice(0, most - chosen.load)
      rest = rest.slice(taken.length)
      chosen.own.push(...taken)
      chosen.load += taken.length
      chosen.places.push(...taken.map(({ id }) => at.get(id) ?? 0))
    }
  }
  const sizes = sizeByUnit(households)
  const lines = standings
    .filter(({ own }) => own.length > 0)
    .map(({ id, own, load }) => ({ postId: id, pieces: piecesOf(own, sizes), load }))
  return { lines, left }
}

function openPieces(households: readonly PlanHousehold[], open: ReadonlySet<string>): PlanHousehold[][] {
  const pieces = new Map<string, PlanHousehold[]>()
  for (const one of households) {
    if (!open.has(one.id)) continue
    const key = one.unit ?? one.id
    pieces.set(key, [...(pieces.get(key) ?? []), one])
  }
  return [...pieces.values()]
}

/** A post below its usual load that takes the whole piece comes before one that would be filled up or would cut it. */
function nearest(
  standings: readonly Standing[],
  piece: readonly PlanHousehold[],
  { at, usual, most }: { at: ReadonlyMap<string, number>; usual: number; most: number },
): Standing | undefined {
  const place = at.get(piece[0]?.id ?? '') ?? 0
  const farAway = at.size
  const rank = ({ load, places }: Standing): [number, number, number] => {
    const after = load + piece.length
    const distance = places.reduce((least, one) => Math.min(least, Math.abs(one - place)), farAway)
    return [after <= usual ? 0 : after <= most ? 1 : 2, distance, load]
  }
  const withRoom = standings.filter(({ load }) => load < most).map((one) => ({ one, rank: rank(one) }))
  withRoom.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
  return withRoom[0]?.one
}
