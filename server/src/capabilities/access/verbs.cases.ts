import { ROLES, type Role } from '../../kernel/operation.ts'

const EVERYBODY = ROLES
const SUPERVISORS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']

/** The part of the table for `cases`; see verbs.ts. */
export const ROLES_OF_CASES: Record<string, readonly Role[]> = {
  'cases.card.print': SUPERVISORS,
  'cases.card.read': SUPERVISORS,
  'cases.case.list': SUPERVISORS,
  'cases.case.read': SUPERVISORS,
  'cases.changeover.list': EVERYBODY,
  'cases.changeover.order': ['county-desk'],
  'cases.changeover.preview': ['county-desk'],
  'cases.curve.read': [...SUPERVISORS, 'auditor'],
  'cases.decision.record': SUPERVISORS,
  'cases.delay.read': [...SUPERVISORS, 'auditor'],
  'cases.edition.change': ['county-desk'],
  'cases.edition.compare': EVERYBODY,
  'cases.edition.draft': ['county-desk'],
  'cases.edition.drop': ['county-desk'],
  'cases.edition.list': EVERYBODY,
  'cases.edition.show': EVERYBODY,
  'cases.edition.start': ['county-desk'],
  'cases.evidence.record': SUPERVISORS,
  'cases.fever.report': [...SUPERVISORS, 'village-cadre', 'isolation-staff'],
  'cases.investigation.record': SUPERVISORS,
  'cases.onset.record': SUPERVISORS,
  'cases.profiles': EVERYBODY,
  'cases.report.record': SUPERVISORS,
  'cases.reproduction.read': [...SUPERVISORS, 'auditor'],
  'cases.result.record': SUPERVISORS,
  'cases.sample.record': SUPERVISORS,
  'cases.source.record': SUPERVISORS,
  'cases.tree.read': SUPERVISORS,
}
