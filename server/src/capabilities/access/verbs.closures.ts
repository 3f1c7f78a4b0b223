import type { Role } from '../../kernel/operation.ts'

const DESK: readonly Role[] = ['county-desk']
const OFFICES: readonly Role[] = ['county-desk', 'township-officer']
const AT_DOORS: readonly Role[] = [...OFFICES, 'village-cadre']
const READERS: readonly Role[] = [...AT_DOORS, 'data-verifier', 'publicity-editor', 'auditor']

export const ROLES_OF_CLOSURES: Record<string, readonly Role[]> = {
  'closures.appeal.decide': DESK,
  'closures.appeal.lodge': AT_DOORS,
  'closures.application.check': OFFICES,
  'closures.application.decide': DESK,
  'closures.application.lodge': AT_DOORS,
  'closures.inspection.record': AT_DOORS,
  'closures.matrix.read': READERS,
  'closures.notice.print': AT_DOORS,
  'closures.order.extend': DESK,
  'closures.order.lift': DESK,
  'closures.order.list': READERS,
  'closures.order.open': DESK,
  'closures.order.read': READERS,
  'closures.order.review': DESK,
  'closures.subject.add': OFFICES,
  'closures.subject.end': OFFICES,
  'closures.subject.list': READERS,
  'closures.subject.read': READERS,
}
