import { type Actor, type Role, within } from '../../kernel/operation.ts'
import type { StepKind } from './rules.ts'

const offices: readonly Role[] = ['county-desk', 'township-officer']
const readers: readonly Role[] = [...offices, 'data-verifier', 'village-cadre', 'auditor']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** The county and the townships inspect what lies in their own area. */
export const mayInspect = (actor: Actor, division: string): boolean => has(actor, offices) && within(actor, division)

interface OfFinding {
  division: string
  byDivision: string
}
/** Whoever has the place puts it right; whether it is right is said by an office as high as the one that found it. */
export function mayStep(actor: Actor, step: StepKind, { division, byDivision }: OfFinding): boolean {
  if (!within(actor, division)) return false
  if (step === 'rectified') return has(actor, [...offices, 'village-cadre'])
  return has(actor, offices) && byDivision.startsWith(actor.division)
}

export const mayRectify = (actor: Actor, division: string): boolean =>
  has(actor, [...offices, 'village-cadre']) && within(actor, division)

export const mayReadInspections = (actor: Actor, area = actor.division): boolean =>
  has(actor, readers) && within(actor, area)

/** A plan is not told to those who will be visited. */
export const mayReadPlans = (actor: Actor): boolean => has(actor, [...offices, 'data-verifier', 'auditor'])
export const mayDefine = (actor: Actor): boolean => actor.role === 'county-desk' && actor.division.length === 6
