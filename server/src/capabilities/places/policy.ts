import { type Actor, within } from '../../kernel/operation.ts'
import type { CheckpointKind } from './schema.ts'

export const mayRead = (actor: Actor): boolean => actor.kind !== 'anonymous'

/** The division tree is the county's, so a seat that answers for one township cannot bring it in. */
export const mayImport = (actor: Actor): boolean =>
  actor.kind === 'system' || (leads(actor) && actor.division === String(actor.county))

const leads = (actor: Actor) => actor.role === 'county-desk' || actor.role === 'administrator'

/** A township sets up points at its villages and compounds; the county's edge and the expressway are the county's. */
export function mayRunCheckpoint(actor: Actor, checkpoint: { kind: CheckpointKind; division: string }): boolean {
  if (!within(actor, checkpoint.division)) return false
  if (actor.kind === 'system' || leads(actor)) return true
  if (actor.role !== 'township-officer') return false
  switch (checkpoint.kind) {
    case 'village-turn-back':
    case 'compound-gate':
      return true
    case 'county-border':
    case 'expressway-exit':
      return false
    default:
      return checkpoint.kind satisfies never
  }
}

export const mayRecordCompound = (actor: Actor, division: string): boolean =>
  within(actor, division) && (actor.kind === 'system' || leads(actor) || actor.role === 'township-officer')

/** Who lives there knows first whether the gate is guarded. */
export const mayRecordCompoundFact = (actor: Actor, division: string): boolean =>
  mayRecordCompound(actor, division) || (within(actor, division) && actor.role === 'village-cadre')

export function mayPutOnMap(actor: Actor, place: { id: string; division: string }): boolean {
  if (!within(actor, place.division)) return false
  if (actor.kind === 'system' || leads(actor)) return true
  if (actor.role === 'checkpoint-shift') return actor.placeId === place.id
  return actor.role === 'township-officer' || actor.role === 'village-cadre'
}
