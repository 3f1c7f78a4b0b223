import type { Actor, Role } from '../../kernel/operation.ts'

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)
const ofWholeCounty = (actor: Actor): boolean => actor.division === String(actor.county)

/** What is kept about people, and how long, is no secret from anybody who keeps it. */
export const mayReadFields = (actor: Actor): boolean => actor.role !== null

/** Counts of the whole county, about nobody. */
export const mayReadForgetting = (actor: Actor): boolean =>
  has(actor, ['county-desk', 'data-verifier', 'auditor', 'administrator'])

export const mayTurnEvents = (actor: Actor): boolean => has(actor, ['county-desk']) && ofWholeCounty(actor)

export const mayStartRun = (actor: Actor): boolean =>
  has(actor, ['county-desk', 'administrator']) && ofWholeCounty(actor)
