import { ROLES, type Role } from '../../kernel/operation.ts'

const EVERYBODY = ROLES
const ASSIGNERS: readonly Role[] = ['county-desk', 'township-officer']
const WRITERS: readonly Role[] = [...ASSIGNERS, 'publicity-editor']
const SUPERVISORS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const ANSWERABLE: readonly Role[] = [...SUPERVISORS, 'village-cadre', 'auditor']

export const ROLES_OF_COMMAND: Record<string, readonly Role[]> = {
  'command.series.add': ASSIGNERS,
  'command.series.list': EVERYBODY,
  'command.document.draft': WRITERS,
  'command.document.revise': WRITERS,
  'command.document.step': WRITERS,
  'command.document.issue': ASSIGNERS,
  'command.document.withdraw': ASSIGNERS,
  'command.document.list': EVERYBODY,
  'command.document.read': EVERYBODY,
  'command.document.print': EVERYBODY,
  'command.draft.check': WRITERS,
  'command.draft.preview': WRITERS,
  'command.attachment.add': WRITERS,
  'command.attachment.void': WRITERS,
  'command.attachment.read': EVERYBODY,
  'command.measure.add': ASSIGNERS,
  'command.measure.list': EVERYBODY,
  'command.task.give': ASSIGNERS,
  'command.task.list': EVERYBODY,
  'command.task.read': EVERYBODY,
  'command.task.step': EVERYBODY,
  'command.task.photo': EVERYBODY,
  'command.task.photo.read': EVERYBODY,
  'command.task.reassign': ASSIGNERS,
  'command.chain.read': ANSWERABLE,
  'command.decision.record': ASSIGNERS,
  'command.decision.list': [...SUPERVISORS, 'auditor'],
  'command.ladder.add': ASSIGNERS,
  'command.ladder.list': EVERYBODY,
  'command.level.turn': ASSIGNERS,
  'command.plan.add': ASSIGNERS,
  'command.plan.list': EVERYBODY,
  'command.body.add': ASSIGNERS,
  'command.body.end': ASSIGNERS,
  'command.member.add': ASSIGNERS,
  'command.member.end': ASSIGNERS,
  'command.organisation.read': EVERYBODY,
  'command.organisation.print': EVERYBODY,
  'command.duty.add': ASSIGNERS,
  'command.duty.cancel': ASSIGNERS,
  'command.duty.note': ASSIGNERS,
  'command.rota.read': EVERYBODY,
  'command.rota.export': EVERYBODY,
}
