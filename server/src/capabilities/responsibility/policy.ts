import { type Actor, type Role, within } from '../../kernel/operation.ts'
import type { Rank } from './rules.ts'

const reading: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer', 'village-cadre', 'auditor']
const managing: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

export const mayRead = (actor: Actor, division = actor.division): boolean =>
  has(actor, reading) && within(actor, division)

/** How doors stand in a round, and what is followed up behind them: for those who go there, not for whoever audits them. */
export const mayReadOpenWork = (actor: Actor): boolean => actor.role !== 'auditor'

/** The desk sets up the county's posts, a township its own and those of its villages. */
export const mayManage = (actor: Actor, division: string): boolean => has(actor, managing) && within(actor, division)

/** A village finds its own volunteers; who leads it is decided above. */
export const maySeat = (actor: Actor, post: { division: string; rank: Rank }): boolean =>
  mayManage(actor, post.division) ||
  (actor.role === 'village-cadre' &&
    within(actor, post.division) &&
    (post.rank === 'household' || post.rank === 'beside'))

export const mayCall = (actor: Actor, division: string): boolean =>
  has(actor, [...managing, 'village-cadre']) && within(actor, division)

export const mayReadRules = (actor: Actor): boolean => actor.role !== null

/** Rules are the county's. */
export const mayRecordRules = (actor: Actor): boolean =>
  actor.role === 'county-desk' && actor.division === String(actor.county)
