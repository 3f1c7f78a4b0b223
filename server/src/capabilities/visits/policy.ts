import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

const visiting: readonly Role[] = ['county-desk', 'township-officer', 'village-cadre']
const offices: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const counting: readonly Role[] = [...offices, 'village-cadre', 'auditor']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** A round is called for one's own area: by the desk for the county, by a township for itself or one of its villages. */
export const mayCall = (actor: Actor, area: string): boolean =>
  has(actor, ['county-desk', 'township-officer']) && within(actor, area)

/** Whoever knocks, and the offices that enter what stands on paper. */
export const mayVisit = (actor: Actor, division: string): boolean => has(actor, visiting) && within(actor, division)

export const mayReadCounts = (actor: Actor, area = actor.division): boolean =>
  has(actor, counting) && within(actor, area)

/** Doors and people: for those who knock at them. */
export const maySeeHomes = (actor: Actor, purpose: Purpose | null, area = actor.division): boolean =>
  has(actor, visiting) && mayLookFor(actor, purpose) && within(actor, area)

export const maySeeFollowUps = (actor: Actor, purpose: Purpose | null, area = actor.division): boolean =>
  has(actor, [...offices, 'village-cadre']) && mayLookFor(actor, purpose) && within(actor, area)

/** Whether somebody is ill comes from the medical side through the offices, not from the door. */
export const mayFollowUp = (actor: Actor, { division, medical }: { division: string; medical: boolean }): boolean =>
  has(actor, medical ? offices : [...offices, 'village-cadre']) && within(actor, division)

/** What is asked at the door is the county's to decide, and everybody may read it. */
export const mayDefine = (actor: Actor): boolean => actor.role === 'county-desk' && actor.division.length === 6
export const mayReadQuestions = (actor: Actor): boolean => actor.role !== null
