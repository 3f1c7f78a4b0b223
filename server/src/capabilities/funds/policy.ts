import { type Actor, type Role, within } from '../../kernel/operation.ts'

interface Owned {
  division: string
}
const offices: readonly Role[] = ['county-desk', 'township-officer']
const readers: readonly Role[] = [...offices, 'data-verifier', 'auditor']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** The county's money is the county's desk's, a township's its own office's. */
export const mayKeepFunds = (actor: Actor, { division }: Owned): boolean =>
  has(actor, offices) && within(actor, division)

export const mayReadFunds = (actor: Actor): boolean => has(actor, readers)

/** How much may be paid by one person alone is one rule for the whole county. */
export const mayRule = (actor: Actor, { division }: Owned): boolean =>
  actor.role === 'county-desk' && division === String(actor.county) && within(actor, division)
