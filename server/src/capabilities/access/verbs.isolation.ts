import { ROLES, type Role } from '../../kernel/operation.ts'

const EVERYBODY = ROLES
const ASSIGNERS: readonly Role[] = ['county-desk', 'township-officer']
const TENDERS: readonly Role[] = [...ASSIGNERS, 'village-cadre', 'isolation-staff']
const OBSERVERS: readonly Role[] = [...TENDERS, 'data-verifier']

/** The part of the table for `isolation`; see verbs.ts. */
export const ROLES_OF_ISOLATION: Record<string, readonly Role[]> = {
  'isolation.appeal.decide': ['county-desk'],
  'isolation.appeal.lodge': TENDERS,
  'isolation.certificate.print': TENDERS,
  'isolation.order.count': [...OBSERVERS, 'auditor'],
  'isolation.order.end': ['county-desk'],
  'isolation.order.extend': ['county-desk'],
  'isolation.order.list': TENDERS,
  'isolation.order.open': ['county-desk'],
  'isolation.order.read': TENDERS,
  'isolation.order.review': ['county-desk'],
  'isolation.order.shorten': ['county-desk'],
  'isolation.order.transfer': ['county-desk'],
  'isolation.proposal.decline': ['county-desk'],
  'isolation.proposal.list': ASSIGNERS,
  'isolation.proposal.make': ASSIGNERS,
  'isolation.reading-link.make': TENDERS,
  'isolation.reading-plan.list': EVERYBODY,
  'isolation.reading-plan.state': ['county-desk'],
  'isolation.reading.list-climbing': OBSERVERS,
  'isolation.reading.list-doubtful': OBSERVERS,
  'isolation.reading.list-work': OBSERVERS,
  'isolation.reading.read-board': [...OBSERVERS, 'auditor'],
  'isolation.reading.read-order': OBSERVERS,
  'isolation.reading.record': OBSERVERS,
  'isolation.sheet.find': OBSERVERS,
  'isolation.sheet.print': OBSERVERS,
  'isolation.sheet.print-village': OBSERVERS,
  'isolation.slip.print': TENDERS,
  'isolation.slip.print-together': TENDERS,
}
