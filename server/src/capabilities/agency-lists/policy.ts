import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)
const seesCounty = (actor: Actor): boolean => actor.division.length === 6

const offices: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const working: readonly Role[] = [...offices, 'village-cadre']

/** A list is about anybody in the county, so it is taken in, and ended, by the office that sees all of it. */
export const mayReceive = (actor: Actor): boolean => has(actor, ['county-desk']) && seesCounty(actor)

/** What lists there are and how far they have come: no names. */
export const mayReadLists = (actor: Actor): boolean => has(actor, [...working, 'auditor'])

export const mayReadEntries = (actor: Actor, purpose: Purpose | null): boolean =>
  has(actor, working) && mayLookFor(actor, purpose) && purpose === 'agency-list-check'

/** Whoever answers for the place of an entry, or for a place around it. */
export const mayVerify = (actor: Actor, division: string): boolean => has(actor, working) && within(actor, division)

/** Only the offices compare numbers; a cadre needs a name, a phone and an address to find somebody. */
export const seesNumbers = (actor: Actor): boolean => has(actor, offices)

/** The answers go back to the sender from the office that took the list in. */
export const mayReturn = (actor: Actor, purpose: Purpose | null): boolean =>
  mayReceive(actor) && mayReadEntries(actor, purpose)

export const mayDestroy = mayReceive
