import { announce } from '../../kernel/feed.ts'
import type { Ctx } from '../../kernel/operation.ts'
import { idFrom } from '../../kernel/seal.ts'
import { byOf } from './origin.ts'
import type { SealedField } from './rules.ts'
import {
  type Identity,
  openField,
  type Standing,
  sealIdentity,
  standingOf,
  statementDigest,
  tokensOf,
} from './sealed.ts'
import { handOn } from './sql.memberships.ts'
import { keepTokens, type NewToken } from './sql.search.ts'
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
  await sayAgain(ctx, moves)
  const changed = moves.filter(({ from, to, personId }) => (from !== null && from !== to) || arrived.has(personId))
  announce(
    ctx,
    changed.flatMap(({ personId, from, to }) =>
      [...new Set([from ?? to, to])].map((division) => ({ kind: 'person-home', division, ids: [personId] })),
    ),
  )
  for (const listener of listeners) await listener(ctx, changed)
}

/**
 * Who somebody is was said in the division that is left, where the new one cannot read it; so it is said again there. And whoever
 * was a passer-by until now is found by name from now on.
 */
async function sayAgain(ctx: Ctx, moves: readonly HomeMove[]): Promise<void> {
  const { tx, actor, now } = ctx
  const ids = moves.map(({ personId }) => personId)
  const [unheard, said] = await Promise.all([listWithoutStatement(tx, moves), listStatements(tx, ids)])
  const standings = standingOf(said)
  const statements: NewStatement[] = []
  const tokens: NewToken[] = []
  for (const { personId, to: division, movedBy } of moves) {
    const standing = standings.get(personId)
    if (!standing) continue
    const identity = identityOf(actor.county, standing)
    tokens.push({ personId, division, ...tokensOf(actor.county, identity) })
    if (!unheard.has(personId)) continue
    const id = idFrom('people.identity', movedBy, personId)
    statements.push({
      id,
      personId,
      division,
      documentKind: identity.document?.kind ?? null,
      sealed: sealIdentity(actor.county, id, identity),
      digest: statementDigest(actor.county, division, identity),
      isNewPerson: false,
      synthetic: standing.synthetic,
      phoneDigest: null,
      plateDigest: null,
      recordedAt: now,
    })
  }
  await Promise.all([
    statements.length > 0 && keepStatements(tx, actor.county, { seatId: actor.seatId, receivedAt: now }, statements),
    keepTokens(tx, actor.county, now, tokens),
  ])
}

/** The plate belongs to a passage and stays there. */
function identityOf(county: number, standing: Standing): Identity {
  const field = (name: SealedField) => openField(county, standing, name)
  const number = field('document')
  return {
    name: field('name'),
    document: number && standing.documentKind ? { kind: standing.documentKind, number } : null,
    phone: field('phone'),
    address: field('address'),
    plate: null,
  }
}
