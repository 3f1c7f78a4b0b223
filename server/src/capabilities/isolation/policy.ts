import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'
import type { Kind } from './rules.ts'

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Somebody's freedom is decided about at the county's desk alone. */
export const mayDecide = (actor: Actor, division: string): boolean =>
  has(actor, ['county-desk']) && within(actor, division)

export const mayPropose = (actor: Actor, division: string): boolean =>
  has(actor, ['county-desk', 'township-officer']) && within(actor, division)

interface Kept {
  division: string
  kind: Kind
}
/** A village looks after those at home, the staff of a site after those in one. */
const looksAfter = (actor: Actor, { division, kind }: Kept): boolean =>
  within(actor, division) && (kind === 'home' ? has(actor, ['village-cadre']) : has(actor, ['isolation-staff']))

const oversees = (actor: Actor, division: string): boolean =>
  has(actor, ['county-desk', 'township-officer']) && within(actor, division)

/** Whoever an appeal is handed to writes it down. */
export const mayReceiveAppeal = (actor: Actor, order: Kept): boolean =>
  oversees(actor, order.division) || looksAfter(actor, order)

export const maySeeOrder = (actor: Actor, purpose: Purpose | null, order: Kept): boolean =>
  mayLookFor(actor, purpose) && mayReceiveAppeal(actor, order)

/** The kinds of order a seat has anything to do with. */
export const kindsOf = ({ role }: Actor): readonly Kind[] => {
  if (role === 'village-cadre') return ['home']
  return role === 'isolation-staff' ? ['central'] : ['home', 'central']
}

export const maySeeOrders = (actor: Actor, purpose: Purpose | null, area = actor.division): boolean =>
  has(actor, ['county-desk', 'township-officer', 'village-cadre', 'isolation-staff']) &&
  mayLookFor(actor, purpose) &&
  within(actor, area)

export const mayCountOrders = (actor: Actor, area = actor.division): boolean =>
  has(actor, ['county-desk', 'data-verifier', 'township-officer', 'village-cadre', 'isolation-staff', 'auditor']) &&
  within(actor, area)

export const maySeeProposals = (actor: Actor, purpose: Purpose | null, area = actor.division): boolean =>
  oversees(actor, area) && mayLookFor(actor, purpose)
