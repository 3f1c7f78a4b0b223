import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { type SealedField, sealedFields } from './rules.ts'

/** What each seat may look at persons for. The public register people.purpose says the same; a test compares the two. */
export const purposeRoles: Record<Purpose, readonly Role[]> = {
  'checkpoint-screening': ['county-desk', 'data-verifier', 'township-officer', 'checkpoint-shift'],
  'fever-hand-over': ['county-desk', 'data-verifier', 'township-officer', 'checkpoint-shift'],
  'contact-tracing': ['county-desk', 'data-verifier', 'township-officer'],
  'home-visit': ['county-desk', 'township-officer', 'village-cadre'],
  'isolation-care': ['county-desk', 'township-officer', 'village-cadre', 'isolation-staff'],
  'agency-list-check': ['county-desk', 'data-verifier', 'township-officer', 'village-cadre'],
  supervision: ['county-desk', 'auditor'],
  'resident-request': ['county-desk', 'data-verifier', 'township-officer', 'auditor'],
}

export const mayLookFor = (actor: Actor, purpose: Purpose | null): boolean =>
  purpose !== null && actor.role !== null && purposeRoles[purpose].includes(actor.role)

const registering: readonly Role[] = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'checkpoint-shift',
  'isolation-staff',
]
export const mayRegister = (actor: Actor, division: string): boolean =>
  actor.role !== null && registering.includes(actor.role) && within(actor, division)

/** Whoever registers people also looks for them first; an auditor reads who looked, not who people are. */
export const mayFind = (actor: Actor, purpose: Purpose | null): boolean =>
  actor.role !== null && registering.includes(actor.role) && mayLookFor(actor, purpose)

/** The least each seat needs in order to reach a person; only the desks and townships compare document numbers. */
const showable: Partial<Record<Role, readonly SealedField[]>> = {
  'county-desk': sealedFields,
  'data-verifier': sealedFields,
  'township-officer': sealedFields,
  'village-cadre': ['name', 'phone', 'address'],
  'isolation-staff': ['name', 'phone', 'address'],
  'checkpoint-shift': ['name', 'phone', 'plate'],
}
export const mayUnmask = (actor: Actor, purpose: Purpose | null, fields: readonly SealedField[]): boolean => {
  const shown = actor.role ? (showable[actor.role] ?? []) : []
  return mayLookFor(actor, purpose) && fields.every((field) => shown.includes(field))
}

/** Only a seat that sees the whole county can answer completely; half a list would be a wrong answer to the person who asks. */
export const mayReadAccesses = (actor: Actor, purpose: Purpose | null): boolean =>
  actor.division.length === 6 &&
  (actor.role === 'county-desk' || actor.role === 'auditor') &&
  (purpose === 'resident-request' || purpose === 'supervision')

/** Who writes down which people live behind which door, each within their own area. */
const rostering: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer', 'village-cadre']
export const mayKeepHouseholds = (actor: Actor, division: string): boolean =>
  actor.role !== null && rostering.includes(actor.role) && within(actor, division)

/** A move is one act, so it is for somebody who answers for both ends of it. */
export const mayMove = (actor: Actor, from: string, to: string): boolean =>
  mayKeepHouseholds(actor, from) && mayKeepHouseholds(actor, to)

/** Lists of doors and people are for those who knock at them, and for the offices that send them. */
export const mayReadHouseholds = (actor: Actor, purpose: Purpose | null): boolean =>
  actor.role !== null && rostering.includes(actor.role) && mayLookFor(actor, purpose)

/** A name finds many, so it is for those who have households to look after; a barrier finds by the whole number on the card. */
export const maySearch = mayReadHouseholds

/** Whether two records are one person is decided by an office that keeps both. */
const judging: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
export const mayJudge = (actor: Actor, divisions: readonly string[]): boolean =>
  actor.role !== null && judging.includes(actor.role) && divisions.every((division) => within(actor, division))

export const mayCompare = (actor: Actor, purpose: Purpose | null): boolean =>
  mayJudge(actor, []) && mayLookFor(actor, purpose)

/** Whoever reads the trail also reads how much is read. */
export const mayWatchReadings = (actor: Actor): boolean =>
  actor.role !== null && (['auditor', 'administrator', 'county-desk'] as readonly Role[]).includes(actor.role)
