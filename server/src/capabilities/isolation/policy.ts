import { type Actor, type Role, within } from '../../kernel/operation.ts'

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Somebody's freedom is decided about at the county's desk alone. */
export const mayDecide = (actor: Actor, division: string): boolean =>
  has(actor, ['county-desk']) && within(actor, division)
