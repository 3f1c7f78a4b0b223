import type { Actor, Ctx } from '../../kernel/operation.ts'
import { actorOf } from './actors.ts'
import { type Authorship, authorship, type Carrier } from './rules.authors.ts'
import { countyOfToken, sessionOver, toSecure } from './rules.ts'
import { tokenHash } from './secrets.ts'
import { findDeviceByToken, findLiveSession, findSessionsThen } from './sql.sessions.ts'
import { asAccess } from './sql.ts'

export interface Author {
  actor: Actor
  /** What becomes of something that this person wrote then. */
  authorship(writtenAt: Date): Authorship
}

export interface Carrying {
  /** Signed in at the phone that brings it, if anybody is. */
  carrier: Actor | null
  /** By token; one that nobody has is missing. */
  authors: Map<string, Author>
}

interface Brought {
  deviceToken?: string | undefined
  personToken?: string | undefined
  tokens: readonly string[]
}

/** Who brings records, and who wrote them: a record says so itself, by the token of the session it was written under. */
export function carryingOf(ctx: Ctx, { deviceToken, personToken, tokens }: Brought): Promise<Carrying> {
  const ours = (token: string | undefined): token is string =>
    token !== undefined && countyOfToken(token) === ctx.actor.county
  return asAccess(ctx, async () => {
    const device = ours(deviceToken) ? await findDeviceByToken(ctx, tokenHash(deviceToken)) : null
    const signedIn = ours(personToken) ? await findLiveSession(ctx, tokenHash(personToken)) : null
    const counts = signedIn && !sessionOver(signedIn, ctx.now) && toSecure(signedIn).length === 0
    const person = counts ? signedIn : null
    const carrier: Carrier = { deviceId: device?.id ?? null, accountId: person?.accountId ?? null }
    const hashes = new Map(tokens.filter(ours).map((token) => [tokenHash(token).toString('base64'), token]))
    const rows = await findSessionsThen(
      ctx,
      [...hashes.keys()].map((hash) => Buffer.from(hash, 'base64')),
    )
    const authors = new Map<string, Author>()
    for (const row of rows) {
      const token = hashes.get(row.tokenHash.toString('base64'))
      if (token)
        authors.set(token, {
          actor: actorOf(ctx.actor.county, row),
          authorship: (writtenAt) => authorship(row, carrier, writtenAt, ctx.now),
        })
    }
    return { carrier: person ? actorOf(ctx.actor.county, person) : null, authors }
  })
}
