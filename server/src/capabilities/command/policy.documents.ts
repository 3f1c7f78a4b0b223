import { type Actor, ROLES, type Role, within } from '../../kernel/operation.ts'

interface Owned {
  division: string
}
const offices: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Each office for its own area; the county's desk helps a township that has nobody at a desk. */
export const mayDirect = (actor: Actor, { division }: Owned): boolean => has(actor, offices) && within(actor, division)

/** Those who write for an office: what they wrote is passed and signed there. */
export const mayDraft = (actor: Actor, { division }: Owned): boolean =>
  has(actor, [...offices, 'publicity-editor']) && within(actor, division)

/** Drafts are read by the offices above and by the audit. */
export const mayReadDraft = (actor: Actor, { division }: Owned): boolean =>
  maySeeDrafts(actor) && within(actor, division)
export const maySeeDrafts = (actor: Actor): boolean => has(actor, [...offices, 'publicity-editor', 'auditor'])

/** What was issued is for everybody who has to act on it. */
export const mayReadIssued = (actor: Actor): boolean => has(actor, ROLES)

const BY_WRITERS: ReadonlySet<string> = new Set(['revised', 'submitted', 'abandoned'])
/** Whoever writes also submits and gives up; everything after that is the office's. */
export const mayTake = (actor: Actor, step: string, owned: Owned): boolean =>
  BY_WRITERS.has(step) ? mayDraft(actor, owned) : mayDirect(actor, owned)
