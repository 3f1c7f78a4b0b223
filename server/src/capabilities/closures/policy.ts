import { type Actor, type Role, within } from '../../kernel/operation.ts'

interface Placed {
  division: string
}
const offices: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Each office for its own area. */
export const mayRegister = (actor: Actor, { division }: Placed): boolean =>
  has(actor, offices) && within(actor, division)

/** What is kept shut, and what may open again, the county decides. */
export const mayDecide = (actor: Actor, { division }: Placed): boolean =>
  has(actor, ['county-desk']) && within(actor, division)

/** Whoever can go to the door. */
export const mayInspect = (actor: Actor, { division }: Placed): boolean =>
  has(actor, [...offices, 'village-cadre']) && within(actor, division)

export const readers: readonly Role[] = [...offices, 'village-cadre', 'data-verifier', 'publicity-editor', 'auditor']
export const mayRead = (actor: Actor): boolean => has(actor, readers)
export const mayReadIn = (actor: Actor, area = actor.division): boolean => mayRead(actor) && within(actor, area)
