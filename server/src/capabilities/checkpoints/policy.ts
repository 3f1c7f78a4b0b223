import { type Actor, type Role, within } from '../../kernel/operation.ts'

interface Place {
  id: string
  division: string
}

const supervising: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const reading: readonly Role[] = [...supervising, 'auditor']

const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

const standsAt = (actor: Actor, place: Place): boolean =>
  within(actor, place.division) &&
  ((actor.role === 'checkpoint-shift' && actor.placeId === place.id) ||
    // A village's own turn-back point is manned by its cadres.
    (actor.role === 'village-cadre' && actor.division === place.division))

/** A shift records at its own checkpoint; offices enter paper cards for any in their area. */
export const mayScreenAt = (actor: Actor, place: Place): boolean =>
  standsAt(actor, place) || (has(actor, ['county-desk', 'township-officer']) && within(actor, place.division))

export const mayCorrectAt = (actor: Actor, place: Place): boolean =>
  standsAt(actor, place) || (has(actor, supervising) && within(actor, place.division))

export const mayReadAt = (actor: Actor, place: Place): boolean =>
  standsAt(actor, place) || (has(actor, reading) && within(actor, place.division))

export const mayReadBoard = (actor: Actor): boolean => has(actor, [...reading, 'checkpoint-shift', 'village-cadre'])

/** Where a fever ended comes from the medical side through the offices, not from the barrier. */
export const mayRecordOutcome = (actor: Actor, division: string): boolean =>
  has(actor, supervising) && within(actor, division)
