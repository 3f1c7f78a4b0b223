import type { Seat } from './queries.ts'

export const roles = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'checkpoint-shift',
  'isolation-staff',
  'supplies-keeper',
  'publicity-editor',
  'auditor',
  'administrator',
] as const satisfies Seat['role'][]
