import { type Actor, asSystem, type Kernel } from '../../kernel/operation.ts'
import { secureAccountFirst } from './problems.ts'
import { countyOfToken, LAST_USED_EVERY_MS, needsSecondFactor, sessionOver, toSecure, WHILE_SECURING } from './rules.ts'
import { tokenHash } from './secrets.ts'
import { findLiveSessions, type LiveSession, touchSessions } from './sql.sessions.ts'

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
  const actor = lookUp(kernel, county, [hash], now).then(([found]) => found?.[1] ?? null)
  if (remembered.size >= REMEMBER_MAX) remembered.clear()
  remembered.set(key, { actor, at: now.getTime() })
  // Neither a failure nor a token nobody has is worth remembering; whoever is held back is let go on at once.
  const forget = () => remembered.get(key)?.actor === actor && remembered.delete(key)
  actor.then((found) => (found && !found.heldBack) || forget(), forget)
  return actor
}

/** For streams that stay open: whether the session they were opened with still counts. */
export const sessionAlive = async (kernel: Kernel, token: string, now: Date = new Date()): Promise<boolean> =>
  (await findActor(kernel, token, now)) !== null

/** The same for many tokens, one query for each county, and past what is remembered. */
export async function findActors(
  kernel: Kernel,
  tokens: readonly string[],
  now: Date = new Date(),
): Promise<Map<string, Actor>> {
  const found = new Map<string, Actor>()
  for (const [county, own] of Map.groupBy(new Set(tokens), countyOfToken)) {
    if (county === null) continue
    const tokenOf = new Map(own.map((token) => [tokenHash(token).toString('base64'), token]))
    const hashes = [...tokenOf.keys()].map((key) => Buffer.from(key, 'base64'))
    for (const [key, actor] of await lookUp(kernel, county, hashes, now)) {
      const token = tokenOf.get(key)
      if (token) found.set(token, actor)
    }
  }
  return found
}

/** By the hash of the token, as text. */
function lookUp(kernel: Kernel, county: number, hashes: readonly Buffer[], now: Date): Promise<Array<[string, Actor]>> {
  return asSystem(kernel, county, now, async (ctx) => {
    const live = (await findLiveSessions(ctx, hashes)).filter((one) => counts(one, now))
    const stale = live.filter(({ lastUsedAt }) => now.getTime() - lastUsedAt.getTime() >= LAST_USED_EVERY_MS)
    if (stale.length > 0)
      await touchSessions(
        ctx,
        stale.map(({ id }) => id),
      )
    return live.map((one) => [one.tokenHash.toString('base64'), actorOf(county, one)])
  })
}

const counts = (session: LiveSession, now: Date): boolean =>
  !sessionOver(session, now) && !(needsSecondFactor(session.role) && session.factorAt === null)

const heldBack: Actor['heldBack'] = (operation) => (WHILE_SECURING.includes(operation) ? null : secureAccountFirst())

/** The only place where a session becomes somebody. */
export function actorOf(county: number, session: LiveSession): Actor {
  const { role, division, placeId, accountId, seatId, deviceId, id: sessionId } = session
  const actor: Actor = { kind: 'person', county, division, role, placeId, accountId, seatId, deviceId, sessionId }
  return toSecure(session).length > 0 ? { ...actor, heldBack } : actor
}
