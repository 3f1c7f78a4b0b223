import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

interface Site {
  id: string
  division: string
}
const offices: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** A site exists by a decision of the county. */
export const mayOpen = (actor: Actor, division: string): boolean =>
  actor.role === 'county-desk' && within(actor, division)

const standsAt = (actor: Actor, site: Site): boolean => actor.role === 'isolation-staff' && actor.placeId === site.id

/** Its own staff, and the offices above it. */
export const mayWorkAt = (actor: Actor, site: Site): boolean =>
  within(actor, site.division) && (standsAt(actor, site) || has(actor, offices))

export const maySeePeople = (actor: Actor, site: Site, purpose: Purpose | null): boolean =>
  mayWorkAt(actor, site) && mayLookFor(actor, purpose)

export const mayListSites = (actor: Actor): boolean => has(actor, [...offices, 'isolation-staff'])
