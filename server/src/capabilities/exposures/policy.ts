import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayLookFor } from '../people/index.ts'

const offices: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const recording: readonly Role[] = [...offices, 'village-cadre']
const counting: readonly Role[] = [...recording, 'auditor']

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** What a household says at the door is written down by its village; offices enter lists and investigations. */
export const mayRecord = (actor: Actor, division: string): boolean => has(actor, recording) && within(actor, division)

/** A gathering, a place and a category hold for the whole county. */
export const mayRecordGathering = (actor: Actor): boolean => has(actor, recording)
export const mayDefine = (actor: Actor): boolean => has(actor, ['county-desk']) && actor.division.length === 6

export const mayReadCounts = (actor: Actor, area: string): boolean => has(actor, counting) && within(actor, area)
export const mayReadDefinitions = (actor: Actor): boolean => has(actor, counting)

/** Line lists, rings and clusters show persons: for tracing, and to the offices that trace. */
export const mayTrace = (actor: Actor, purpose: Purpose | null, area: string): boolean =>
  has(actor, offices) && mayLookFor(actor, purpose) && within(actor, area)
