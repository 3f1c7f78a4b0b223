import { type Actor, type Role, within } from '../../kernel/operation.ts'

const loading: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** The desk loads a county, a township what is its own; row by row the operations that load decide again. */
export const mayLoad = (actor: Actor, division = actor.division): boolean =>
  has(actor, loading) && within(actor, division)
