import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { byOf } from './origin.ts'
import { type Identity, openField, sealIdentity, standingOf, statementDigest, tokensOf } from './sealed.ts'
import { handOn } from './sql.memberships.ts'
import { keepStatements, listStatements, listWithoutStatement, type NewStatement } from './sql.ts'

/** Somebody who is from now on at home in another division. */
export interface HomeMove {
  personId: string
  householdId: string
  /** Null for somebody who had no household. */
  from: string | null
  to: string
  on: string
  /** The move, registration or joining that caused it. */
  movedBy: string
}
type Listener = (ctx: Ctx, moves: readonly HomeMove[]) => Promise<void>

const listeners: Listener[] = []

/**
 * For neighbours whose open work follows a person home: called once, when the neighbour's index.ts is read. The listener runs in the
 * transaction of the move, whose actor reaches both divisions, and appends facts of its own; if it throws, nothing has moved.
 */
export const followMoves = (listener: Listener): void => {
  listeners.push(listener)
}

/** Makes the division of a household the keeper of its new members' records, tells the neighbours, and says so in the feed. */
export async function bringHome(ctx: Ctx, moves: readonly HomeMove[]): Promise<void> {
  if (moves.length === 0) return
  const arrived = await handOn(
    ctx.tx,
    byOf(ctx),
    moves.map(({ personId, to, on, movedBy }) => ({
      id: idFrom('people.arrival', movedBy, personId),
      personId,
      division: to,
      movedBy,
      since: on,
    })),
  )
  const toElsewhere = moves.filter(({ personId }) => arrived.has(personId))
  await sayAgain(ctx, toElsewhere)
  const changed = moves.filter(({ from, to, personId }) => (from !== null && from !== to) || arrived.has(personId))
  announce(
    ctx,
    changed.flatMap(({ personId, from, to }) =>
      [...new Set([from ?? to, to])].map((division) => ({ kind: 'person-home', division, ids: [personId] })),
    ),
  )
  for (const listener of listeners) await listener(ctx, changed)
}

/** Who somebody is was said in the division that is left, where the new one cannot read it; so it is said again there. */
async function sayAgain(ctx: Ctx, moves: readonly HomeMove[]): Promise<void> {
  const { tx, actor, now } = ctx
  if (moves.length === 0) return
  const unheard = await listWithoutStatement(tx, moves)
  const needed = moves.filter(({ personId }) => unheard.has(personId))
  if (needed.length === 0) return
  const standings = standingOf(
    await listStatements(
      tx,
      needed.map(({ personId }) => personId),
    ),
  )
  const statements = needed.flatMap(({ personId, to, movedBy }): NewStatement[] => {
    const standing = standings.get(personId)
    if (!standing) return []
    const field = (name: Parameters<typeof openField>[2]) => openField(actor.county, standing, name)
    const number = field('document')
    const identity: Identity = {
      name: field('name'),
      document: number && standing.documentKind ? { kind: standing.documentKind, number } : null,
      phone: field('phone'),
      address: field('address'),
      plate: null,
    }
    const id = idFrom('people.identity', movedBy, personId)
    return [
      {
        id,
        personId,
        division: to,
        documentKind: identity.document?.kind ?? null,
        sealed: sealIdentity(actor.county, id, identity),
        digest: statementDigest(actor.county, to, identity),
        isNewPerson: false,
        synthetic: standing.synthetic,
        phoneDigest: null,
        plateDigest: null,
        tokens: tokensOf(actor.county, identity),
        recordedAt: now,
      },
    ]
  })
  if (statements.length > 0) {
    await keepStatements(tx, actor.county, { seatId: actor.seatId, receivedAt: now }, statements)
  }
}
