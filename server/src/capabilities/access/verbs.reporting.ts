import { ROLES, type Role } from '../../kernel/operation.ts'

const READERS: readonly Role[] = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'publicity-editor',
  'auditor',
]

/** What each role may call at all in figures and reports, for `verbs.ts`. */
export const ROLES_OF_REPORTING: Record<string, readonly Role[]> = {
  'reporting.figure.list': ROLES,
  'reporting.figure.read': READERS,
  'reporting.figure.table': READERS,
  'reporting.figure.trend': READERS,
}
