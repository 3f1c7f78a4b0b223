import { type Actor, ROLES, type Role, within } from '../../kernel/operation.ts'

interface Addressed {
  division: string
  role?: string | null
}
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)
const offices: readonly Role[] = ['county-desk', 'township-officer']
const placed: readonly Role[] = [...offices, 'village-cadre']
const watching: readonly Role[] = [...placed, 'data-verifier', 'auditor']

/** Each office hands on within its own area: a township passes a county's measure down to its villages. */
export const mayGive = (actor: Actor): boolean => has(actor, offices)
/** Who acts for a place, and whoever a task is meant for by the kind of their seat. */
export const mayAct = (actor: Actor, { division, role }: Addressed): boolean =>
  within(actor, division) && (has(actor, placed) || (role != null && actor.role === role))
/** An office above the place: nobody judges their own evidence but the county, which has nobody above it. */
export const mayJudge = (actor: Actor, { division }: Addressed): boolean =>
  has(actor, offices) &&
  within(actor, division) &&
  (actor.division.length < division.length || actor.division.length === 6)
export const mayOversee = (actor: Actor): boolean => has(actor, watching)
/** Those who oversee see all of their area; the others what is meant for their kind of seat. */
export const mayList = (actor: Actor): boolean => has(actor, ROLES)
export const mayRead = (actor: Actor, task: Addressed): boolean =>
  within(actor, task.division) && (mayOversee(actor) || (task.role != null && actor.role === task.role))
export const mayReadDecisions = (actor: Actor): boolean => has(actor, [...offices, 'data-verifier', 'auditor'])
