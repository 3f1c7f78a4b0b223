import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

const offices: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const reporting: readonly Role[] = [...offices, 'village-cadre', 'isolation-staff']

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Whoever meets people in an area reports a fever there; what becomes of it is for the offices. */
export const mayReport = (actor: Actor, division: string): boolean => has(actor, reporting) && within(actor, division)

export const mayReadCases = (actor: Actor, purpose: Purpose | null, area: string): boolean =>
  has(actor, offices) && mayLookFor(actor, purpose) && within(actor, area)

/** The course of a case comes from the medical side through the offices of its area. */
export const mayKeepCourse = (actor: Actor, division: string): boolean => has(actor, offices) && within(actor, division)

/** Curves and estimates are counts, which the auditor reads too. */
export const mayCountCases = (actor: Actor, area: string): boolean =>
  has(actor, [...offices, 'auditor']) && within(actor, area)
export const mayReadTree = (actor: Actor, area: string): boolean => has(actor, offices) && within(actor, area)
