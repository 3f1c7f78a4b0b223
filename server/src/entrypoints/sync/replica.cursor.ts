/** Where a phone stands with its copy. Opaque to it; what somebody else made of one is none. */
export interface Place {
  epoch: string
  /** Village and seat: a phone that changes either begins anew. */
  scope: string
  begunAt: number
  /** Changes after this number of the feed have not been told yet. */
  position: number
  count: number
  /** Within the first copy, the last household that was given; null when it is complete. */
  after: string | null
}

export const cursorText = ({ epoch, scope, begunAt, position, count, after }: Place): string =>
  Buffer.from(JSON.stringify([epoch, scope, begunAt, position, count, after])).toString('base64url')

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

export function placeFrom(cursor: string | undefined, here: { epoch: string; scope: string }): Place | null {
  if (!cursor) return null
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(said)) return null
    const [epoch, scope, begunAt, position, count, after] = said as unknown[]
    const isSound = isCount(begunAt) && isCount(position) && isCount(count)
    if (!isSound || epoch !== here.epoch || scope !== here.scope) return null
    if (after !== null && (typeof after !== 'string' || !/^([0-9a-f-]{36})?$/.test(after))) return null
    return { ...here, begunAt, position, count, after }
  } catch {
    return null
  }
}
