import type { Problem } from '../../kernel/problem.ts'
import { bedsTaken, notBeside, roomNotDisinfected, roomNotForLiving, roomTaken } from './problems.ts'
import { holdsAt, type Span, standingOf } from './rules.ts'
import type { Beside } from './schema.ts'
import type { Room } from './sql.ts'

export interface RoomNow {
  room: Room
  spans: Span[]
  disinfectedAt: Date[]
}
interface Wish {
  lodgingId: string
  at: Date
  /** When the order ends. */
  until: Date
  beside: Beside
}

/** What stands against somebody living in a room from a moment on. The database says the same again, whoever writes. */
export function roomProblem({ room, spans, disinfectedAt }: RoomNow, wish: Wish): Problem | null {
  const { label, beds, zone, isOut } = room
  if (zone !== 'contaminated' || isOut) return roomNotForLiving({ label })
  const others = spans.filter(({ lodgingId }) => lodgingId !== wish.lodgingId)
  const meets = others.filter(({ since, until }) => since < wish.until && wish.at < until)
  if (wish.beside === null) {
    if (meets.length > 0) return roomTaken({ label })
    const { state } = standingOf({ zone, isOut, spans, disinfectedAt }, wish.at)
    return state === 'to-disinfect' ? roomNotDisinfected({ label }) : null
  }
  const { lodgingId, ground } = wish.beside
  const host = others.some((span) => span.lodgingId === lodgingId && holdsAt(span, wish.at))
  if (!host) return notBeside()
  // A small child sleeps where its mother does.
  return ground !== 'child' && meets.length >= beds ? bedsTaken({ label, beds }) : null
}
