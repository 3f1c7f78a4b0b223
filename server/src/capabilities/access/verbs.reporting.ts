import { ROLES, type Role } from '../../kernel/operation.ts'

const READERS: readonly Role[] = [
  'county-desk',
  'data-verifier',
  'township-officer',
  'village-cadre',
  'publicity-editor',
  'auditor',
]
const WRITERS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']

/** What each role may call at all in figures and reports, for `verbs.ts`. */
export const ROLES_OF_REPORTING: Record<string, readonly Role[]> = {
  'reporting.figure.list': ROLES,
  'reporting.figure.read': READERS,
  'reporting.figure.table': READERS,
  'reporting.figure.trend': READERS,
  'reporting.figure.history': READERS,
  'reporting.daily-form.add': ['county-desk'],
  'reporting.daily.board': READERS,
  'reporting.daily.record': ['village-cadre', 'township-officer', 'county-desk'],
  'reporting.daily.step': WRITERS,
  'reporting.report.deliver': ['county-desk'],
  'reporting.report.draft': WRITERS,
  'reporting.report.list': [...WRITERS, 'auditor'],
  'reporting.report.print': [...WRITERS, 'auditor'],
  'reporting.report.read': [...WRITERS, 'auditor'],
  'reporting.report.revise': WRITERS,
  'reporting.report.seal': ['county-desk', 'township-officer'],
  'reporting.report.step': WRITERS,
}
