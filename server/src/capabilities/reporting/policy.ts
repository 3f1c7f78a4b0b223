import { type Actor, type Role, within } from '../../kernel/operation.ts'

const reading: readonly Role[] = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'publicity-editor',
  'auditor',
]

export const mayReadCatalogue = (actor: Actor): boolean => actor.role !== null

export const mayReadFigure = (actor: Actor, area: string): boolean =>
  actor.role !== null && reading.includes(actor.role) && within(actor, area)

/** Who answers for records or looks after them; of others the figure alone. */
export const mayReadCorrected = (actor: Actor): boolean =>
  actor.role !== null && actor.role !== 'publicity-editor' && reading.includes(actor.role)

const writing: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']

export const mayListReports = (actor: Actor): boolean =>
  actor.role !== null && [...writing, 'auditor'].includes(actor.role)
export const mayReadReport = (actor: Actor, { division }: { division: string }): boolean =>
  mayListReports(actor) && within(actor, division)
export const mayWriteReport = (actor: Actor, { division }: { division: string }): boolean =>
  actor.role !== null && writing.includes(actor.role) && within(actor, division)
/** A seal binds an office: the county's desk, or the township's for its own. */
export const maySealReport = (actor: Actor, { division }: { division: string }): boolean =>
  (actor.role === 'county-desk' || actor.role === 'township-officer') && within(actor, division)

/** Upwards speaks the county, and through its desk. */
export const mayDeliverReport = (actor: Actor, { division }: { division: string }): boolean =>
  actor.role === 'county-desk' && within(actor, division)

export const mayAskDailies = (actor: Actor): boolean => actor.role === 'county-desk'
/** A village reports for itself; its township and the county may enter what came by telephone. */
export const maySendDaily = (actor: Actor, { division }: { division: string }): boolean =>
  actor.role !== null &&
  ['village-cadre', 'township-officer', 'county-desk'].includes(actor.role) &&
  within(actor, division)
export const mayJudgeDaily = (actor: Actor): boolean =>
  actor.role !== null && ['township-officer', 'county-desk', 'data-verifier'].includes(actor.role)
