import type { Actor } from '../../kernel/operation.ts'

/** The whole county lives by a plan, so only somebody seated for the whole county writes one. */
export const mayWriteEditions = (actor: Actor): boolean =>
  actor.role === 'county-desk' && actor.division === String(actor.county)

export const mayReadEditions = (actor: Actor): boolean => actor.role !== null
