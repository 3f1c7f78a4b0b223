import { type Actor, asSystem, type Kernel } from '../../kernel/operation.ts'
import { countyOfToken, LAST_USED_EVERY_MS, needsSecondFactor, sessionOver } from './rules.ts'
import { tokenHash } from './secrets.ts'
import { findLiveSession, touchSession } from './sql.sessions.ts'

/** A right that was taken away ends within five seconds, for open streams too: they look again every three. */
const REMEMBER_MS = 1_500
const REMEMBER_MAX = 20_000

interface Remembered {
  actor: Promise<Actor | null>
  at: number
}
const remembered = new Map<string, Remembered>()

/** Called after any operation that ends rights, so that this process forgets at once. */
export const forgetActors = (): void => remembered.clear()

/** Who holds this token, or nobody. Requests that come together ask the database once. */
export function findActor(kernel: Kernel, token: string, now: Date = new Date()): Promise<Actor | null> {
  const county = countyOfToken(token)
  if (county === null) return Promise.resolve(null)
  const hash = tokenHash(token)
  const key = hash.toString('base64')
  const known = remembered.get(key)
  if (known && Math.abs(now.getTime() - known.at) < REMEMBER_MS) return known.actor
  const actor = lookUp(kernel, county, hash, now)
  if (remembered.size >= REMEMBER_MAX) remembered.clear()
  remembered.set(key, { actor, at: now.getTime() })
  // Neither a failure nor a token nobody has is worth remembering.
  const forget = () => remembered.get(key)?.actor === actor && remembered.delete(key)
  actor.then((found) => found ?? forget(), forget)
  return actor
}

/** For streams that stay open: whether the session they were opened with still counts. */
export const sessionAlive = async (kernel: Kernel, token: string, now: Date = new Date()): Promise<boolean> =>
  (await findActor(kernel, token, now)) !== null

function lookUp(kernel: Kernel, county: number, hash: Buffer, now: Date): Promise<Actor | null> {
  return asSystem(kernel, county, now, async (ctx) => {
    const session = await findLiveSession(ctx, hash)
    if (!session || sessionOver(session, now)) return null
    if (needsSecondFactor(session.role) && session.factorAt === null) return null
    if (now.getTime() - session.lastUsedAt.getTime() >= LAST_USED_EVERY_MS) await touchSession(ctx, session.id)
    const { role, division, placeId, accountId, seatId, deviceId } = session
    return { kind: 'person', county, division, role, placeId, accountId, seatId, deviceId, sessionId: session.id }
  })
}
