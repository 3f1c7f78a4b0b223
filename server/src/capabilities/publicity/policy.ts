import { type Actor, ROLES, type Role, within } from '../../kernel/operation.ts'

interface Owned {
  division: string
}
const OFFICES: readonly Role[] = ['county-desk', 'township-officer']
const WRITERS: readonly Role[] = [...OFFICES, 'publicity-editor']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** Those who write for an office. */
export const mayWrite = (actor: Actor, { division }: Owned): boolean => has(actor, WRITERS) && within(actor, division)
/** An office answers for what is said in its name. */
export const mayApprove = (actor: Actor, { division }: Owned): boolean => has(actor, OFFICES) && within(actor, division)
export const maySeeDrafts = (actor: Actor): boolean => has(actor, [...WRITERS, 'auditor'])
export const mayReadDraft = (actor: Actor, { division }: Owned): boolean =>
  maySeeDrafts(actor) && within(actor, division)
/** What went out is for everybody. */
export const mayReadPublished = (actor: Actor): boolean => has(actor, ROLES)

const BY_OFFICES: ReadonlySet<string> = new Set(['approved', 'returned', 'withdrawn'])
export const mayTake = (actor: Actor, act: string, owned: Owned): boolean =>
  BY_OFFICES.has(act) ? mayApprove(actor, owned) : mayWrite(actor, owned)

/** Channels are the county's own; the administrator may set up where data leave the installation. */
export const mayRunChannels = (actor: Actor, { division }: Owned): boolean =>
  has(actor, ['county-desk', 'administrator']) && within(actor, division)
export const maySeeChannels = (actor: Actor): boolean => has(actor, [...WRITERS, 'administrator', 'auditor'])

export const mayPlan = (actor: Actor, { division }: Owned): boolean => has(actor, WRITERS) && within(actor, division)
export const mayPlay = (actor: Actor, { division }: Owned): boolean =>
  has(actor, [...OFFICES, 'village-cadre']) && within(actor, division)
export const maySeePlays = (actor: Actor, division: string = actor.division): boolean =>
  has(actor, [...WRITERS, 'village-cadre', 'auditor']) && within(actor, division)
/** The system shows a day's figures by itself; the county's desk may do so before it. */
export const mayShowFigures = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.role === 'county-desk' && actor.division === String(actor.county))
