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
