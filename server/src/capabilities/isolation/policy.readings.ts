import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

const tending: readonly Role[] = ['county-desk', 'township-officer', 'village-cadre', 'isolation-staff']
const offices: readonly Role[] = [...tending, 'data-verifier']
const counting: readonly Role[] = [...offices, 'auditor']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** The team that looks after somebody, and the offices above it that type paper in. */
export const mayRead = (actor: Actor, division: string): boolean => has(actor, tending) && within(actor, division)
export const mayCorrect = (actor: Actor, division: string): boolean => has(actor, offices) && within(actor, division)

export const mayCountReadings = (actor: Actor, area = actor.division): boolean =>
  has(actor, counting) && within(actor, area)

/** Who is under observation, and how they are. */
export const maySeeWatched = (actor: Actor, purpose: Purpose | null, area = actor.division): boolean =>
  has(actor, offices) && mayLookFor(actor, purpose) && within(actor, area)

/** When checks are due is the county's to say, and everybody may read it. */
export const mayStatePlan = (actor: Actor): boolean => actor.role === 'county-desk' && actor.division.length === 6
export const mayReadPlan = (actor: Actor): boolean => actor.role !== null
