export interface RingNode {
  id: string
  ring: number
}
export interface RingEdge {
  one: string
  other: string
}
export interface Spot {
  x: number
  y: number
}

/** Room between two people on a ring, and between two rings. */
const SPACING = 1.1
const RING = 1.6

/**
 * Rings drawn as rings: whoever belongs together around its own middle, and the groups side by side. The same people always stand
 * in the same places, so that a picture can be compared with yesterday's.
 */
export function layOutRings(
  nodes: readonly RingNode[],
  edges: readonly RingEdge[],
  widthToHeight = 2,
): Map<string, Spot> {
  const groups = groupsOf(nodes, edges).map((members) => drawGroup(members, edges))
  groups.sort((one, other) => other.radius - one.radius)
  return sideBySide(groups, widthToHeight)
}

function groupsOf(nodes: readonly RingNode[], edges: readonly RingEdge[]): RingNode[][] {
  const near = neighboursOf(edges)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const seen = new Set<string>()
  return nodes.flatMap((start) => {
    if (seen.has(start.id)) return []
    const members: RingNode[] = []
    const waiting = [start.id]
    seen.add(start.id)
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const node = byId.get(id)
      if (node) members.push(node)
      for (const other of near.get(id) ?? []) {
        if (seen.has(other) || !byId.has(other)) continue
        seen.add(other)
        waiting.push(other)
      }
    }
    return [members]
  })
}

function neighboursOf(edges: readonly RingEdge[]): Map<string, string[]> {
  const near = new Map<string, string[]>()
  for (const { one, other } of edges)
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const so = near.get(mine)
      if (so) so.push(theirs)
      else near.set(mine, [theirs])
    }
  return near
}

interface Drawn {
  spots: Map<string, Spot>
  radius: number
}

/** Each ring in the order of whom it hangs on, so that few lines cross. */
function drawGroup(members: readonly RingNode[], edges: readonly RingEdge[]): Drawn {
  const near = neighboursOf(edges)
  const spots = new Map<string, Spot>()
  const angleOf = new Map<string, number>()
  let radius = 0
  for (let ring = 0; ring <= 3; ring += 1) {
    const own = members.filter((member) => member.ring === ring)
    if (own.length === 0) continue
    const isMiddle = spots.size === 0 && own.length === 1
    radius = isMiddle ? 0 : Math.max(radius + RING, (own.length * SPACING) / (2 * Math.PI))
    const hangsOn = (id: string) => {
      const angles = (near.get(id) ?? []).flatMap((other) => angleOf.get(other) ?? [])
      return angles.length > 0 ? angles.reduce((sum, angle) => sum + angle, 0) / angles.length : 0
    }
    const ordered = [...own].sort((a, b) => hangsOn(a.id) - hangsOn(b.id) || (a.id < b.id ? -1 : 1))
    ordered.forEach(({ id }, nth) => {
      const angle = (nth / ordered.length) * 2 * Math.PI - Math.PI / 2
      angleOf.set(id, angle)
      spots.set(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
    })
  }
  return { spots, radius: radius + RING / 2 }
}

/** In rows, together of about the shape of the screen. */
function sideBySide(groups: readonly Drawn[], widthToHeight: number): Map<string, Spot> {
  const area = groups.reduce((sum, { radius }) => sum + (2 * radius) ** 2, 0)
  const width = Math.sqrt(area * widthToHeight)
  const placed = new Map<string, Spot>()
  let [x, y, height] = [0, 0, 0]
  for (const { spots, radius } of groups) {
    if (x > 0 && x + 2 * radius > width) {
      y += height
      x = 0
      height = 0
    }
    for (const [id, spot] of spots) placed.set(id, { x: x + radius + spot.x, y: y + radius + spot.y })
    x += 2 * radius
    height = Math.max(height, 2 * radius)
  }
  return placed
}
