import { ROLES, type Role } from '../../kernel/operation.ts'
import { worksAtDesk } from './rules.ts'

const EVERYBODY = ROLES
const OFFICES: readonly Role[] = ['administrator', 'county-desk', 'township-officer']
const LEADS: readonly Role[] = ['administrator', 'county-desk']
const SUPERVISORS: readonly Role[] = ['county-desk', 'data-verifier', 'township-officer']
const REGISTRARS: readonly Role[] = [...SUPERVISORS, 'village-cadre', 'checkpoint-shift', 'isolation-staff']
const ROSTERERS: readonly Role[] = [...SUPERVISORS, 'village-cadre']
const AT_BARRIERS: readonly Role[] = ['county-desk', 'township-officer', 'village-cadre', 'checkpoint-shift']
const CORRECTORS: readonly Role[] = [...AT_BARRIERS, 'data-verifier']
const BOARD: readonly Role[] = [...CORRECTORS, 'auditor']
const READERS: readonly Role[] = ['auditor', 'administrator', 'county-desk']
const TRACERS: readonly Role[] = [...SUPERVISORS, 'village-cadre']
const TRACED: readonly Role[] = [...TRACERS, 'auditor']
const ASSIGNERS: readonly Role[] = ['county-desk', 'township-officer']
const ANSWERABLE: readonly Role[] = [...SUPERVISORS, 'village-cadre', 'auditor']
const VISITORS: readonly Role[] = [...ASSIGNERS, 'village-cadre']
const DESKS: readonly Role[] = ROLES.filter(worksAtDesk)

/**
 * What each role may call at all, so that a screen offers nothing that would be refused. It narrows no right and gives none:
 * `allow` of the operation decides. A test holds the table complete.
 */
export const ROLES_OF: Record<string, readonly Role[]> = {
  'access.me.show': EVERYBODY,
  'access.seat.switch': EVERYBODY,
  'access.session.sign-out': EVERYBODY,
  'access.session.sign-out-everywhere': EVERYBODY,
  'access.session.list': EVERYBODY,
  'access.session.end': EVERYBODY,
  'access.session.step-up': EVERYBODY,
  'access.session.begin-passkey-step-up': DESKS,
  'access.session.step-up-by-passkey': DESKS,
  'access.password.change': EVERYBODY,
  'access.authenticator.begin': EVERYBODY,
  'access.authenticator.confirm': EVERYBODY,
  'access.recovery-code.renew': EVERYBODY,
  'access.passkey.begin': DESKS,
  'access.passkey.add': DESKS,
  'access.passkey.remove': DESKS,
  'access.language.change': EVERYBODY,
  'access.account.list': OFFICES,
  'access.account.show': OFFICES,
  'access.account.make': OFFICES,
  'access.account.close': OFFICES,
  'access.account.reopen': OFFICES,
  'access.account.welcome': OFFICES,
  'access.account.sign-out': OFFICES,
  'access.seat.list': [...OFFICES, 'auditor'],
  'access.seat.make': OFFICES,
  'access.seat.occupy': OFFICES,
  'access.occupancy.end': OFFICES,
  'access.seat.close': OFFICES,
  'access.device.list': OFFICES,
  'access.device.invite': OFFICES,
  'access.device.revoke': OFFICES,
  'access.audit.list': READERS,
  'access.audit.who-looked': READERS,

  'cases.profiles': EVERYBODY,
  'checkpoints.board.read': BOARD,
  'checkpoints.board-day.read': BOARD,
  'checkpoints.day.read': BOARD,
  'checkpoints.hand-over.close': SUPERVISORS,
  'checkpoints.hand-over.list': BOARD,
  'checkpoints.passage.correct': CORRECTORS,
  'checkpoints.passage.list': BOARD,
  'checkpoints.passage.record': AT_BARRIERS,
  'checkpoints.shift.close': AT_BARRIERS,
  'checkpoints.shift.list': BOARD,
  'checkpoints.shift.open': AT_BARRIERS,
  'checkpoints.tally.record': AT_BARRIERS,
  'exposures.category.define': ['county-desk'],
  'exposures.category.list': TRACED,
  'exposures.category.start': ['county-desk'],
  'exposures.cluster.list': SUPERVISORS,
  'exposures.contact.record': TRACERS,
  'exposures.gathering.list': TRACED,
  'exposures.gathering.record': TRACERS,
  'exposures.illness.record': TRACERS,
  'exposures.line-list.explain': SUPERVISORS,
  'exposures.line-list.read': SUPERVISORS,
  'exposures.person.read': SUPERVISORS,
  'exposures.place.define': ['county-desk'],
  'exposures.place.list': TRACED,
  'exposures.rings.read': SUPERVISORS,
  'exposures.stay.record': TRACERS,
  'exposures.travel.record': TRACERS,
  'people.accesses': ['county-desk', 'auditor'],
  'people.card.read': ROSTERERS,
  'people.different.say': SUPERVISORS,
  'people.find': REGISTRARS,
  'people.get': REGISTRARS,
  'people.household.close': ROSTERERS,
  'people.household.get': ROSTERERS,
  'people.household.list': ROSTERERS,
  'people.household.move': ROSTERERS,
  'people.household.register': ROSTERERS,
  'people.likeness.list': SUPERVISORS,
  'people.member.add': ROSTERERS,
  'people.member.end': ROSTERERS,
  'people.member.move': ROSTERERS,
  'people.merge.make': SUPERVISORS,
  'people.merge.undo': SUPERVISORS,
  'people.pair.compare': SUPERVISORS,
  'people.register': REGISTRARS,
  'people.search': ROSTERERS,
  'people.unmask': REGISTRARS,
  'places.checkpoint.close': OFFICES,
  'places.checkpoint.get': EVERYBODY,
  'places.checkpoint.list': EVERYBODY,
  'places.checkpoint.open': OFFICES,
  'places.checkpoint.reopen': OFFICES,
  'places.compound.list': EVERYBODY,
  'places.compound.record': OFFICES,
  'places.compound.record-fact': [...OFFICES, 'village-cadre'],
  'places.county.import': LEADS,
  'places.county.list': EVERYBODY,
  'places.division.list': EVERYBODY,
  'places.outline.get': EVERYBODY,
  'places.position.record': [...OFFICES, 'village-cadre', 'checkpoint-shift'],
  'responsibility.block.list': ANSWERABLE,
  'responsibility.chain.read': ANSWERABLE,
  'responsibility.coverage.read': ANSWERABLE,
  'responsibility.duty.begin': ASSIGNERS,
  'responsibility.duty.end': ASSIGNERS,
  'responsibility.plan.apply': ASSIGNERS,
  'responsibility.plan.propose': ASSIGNERS,
  'responsibility.post.close': ASSIGNERS,
  'responsibility.post.count': ANSWERABLE,
  'responsibility.post.get': ANSWERABLE,
  'responsibility.post.hand-over': ANSWERABLE,
  'responsibility.post.households': ANSWERABLE,
  'responsibility.post.list': ANSWERABLE,
  'responsibility.post.occupancies': ANSWERABLE,
  'responsibility.post.open': ASSIGNERS,
  'responsibility.post.seat': [...ASSIGNERS, 'village-cadre'],
  'responsibility.roll.call': [...ASSIGNERS, 'village-cadre'],
  'responsibility.rule.list': EVERYBODY,
  'responsibility.rule.record': ['county-desk'],
  'responsibility.team.dissolve': ASSIGNERS,
  'responsibility.team.form': ASSIGNERS,
  'responsibility.team.join': ASSIGNERS,
  'responsibility.team.leave': ASSIGNERS,
  'responsibility.team.list': ANSWERABLE,
  'responsibility.uncovered.list': ANSWERABLE,
  'reporting.figure.list': EVERYBODY,
  'reporting.figure.read': [...SUPERVISORS, 'village-cadre', 'publicity-editor', 'auditor'],
  'visits.progress.read': ANSWERABLE,
  'visits.round.end': ASSIGNERS,
  'visits.round.list': ANSWERABLE,
  'visits.round.open': ASSIGNERS,
  'visits.visit.record': VISITORS,
  'jobs.failed.list': LEADS,
  'sync.feed.read': EVERYBODY,
  'sync.quarantine.list': ['county-desk'],
}

export const verbsOf = (role: Role): string[] =>
  Object.keys(ROLES_OF)
    .filter((name) => ROLES_OF[name]?.includes(role))
    .sort()
