import { ROLES, type Role } from '../../kernel/operation.ts'

const OFFICES: readonly Role[] = ['county-desk', 'township-officer']
const WRITERS: readonly Role[] = [...OFFICES, 'publicity-editor']
const CHANNELS: readonly Role[] = ['county-desk', 'administrator']
const SEE_CHANNELS: readonly Role[] = [...WRITERS, 'administrator', 'auditor']
const PLAYERS: readonly Role[] = [...OFFICES, 'village-cadre']
const HEARERS: readonly Role[] = [...WRITERS, 'village-cadre', 'auditor']

/** The part of the table for `publicity`; see verbs.ts. */
export const ROLES_OF_PUBLICITY: Record<string, readonly Role[]> = {
  'publicity.airing.end': WRITERS,
  'publicity.airing.list': HEARERS,
  'publicity.airing.plan': WRITERS,
  'publicity.channel.add': CHANNELS,
  'publicity.channel.list': SEE_CHANNELS,
  'publicity.channel.turn': CHANNELS,
  'publicity.coverage.read': HEARERS,
  'publicity.dispatch.confirm': WRITERS,
  'publicity.dispatch.list': SEE_CHANNELS,
  'publicity.dispatch.read': ROLES,
  'publicity.dispatch.retry': WRITERS,
  'publicity.figures.read': SEE_CHANNELS,
  'publicity.figures.show': ['county-desk'],
  'publicity.legal-notice.read': ROLES,
  'publicity.loudspeaker.add': PLAYERS,
  'publicity.loudspeaker.list': HEARERS,
  'publicity.loudspeaker.turn': PLAYERS,
  'publicity.piece.dispatch': WRITERS,
  'publicity.piece.draft': WRITERS,
  'publicity.piece.list': ROLES,
  'publicity.piece.preview': WRITERS,
  'publicity.piece.publish': WRITERS,
  'publicity.piece.read': ROLES,
  'publicity.piece.revise': WRITERS,
  'publicity.piece.step': WRITERS,
  'publicity.piece.withdraw': OFFICES,
  'publicity.play.list': HEARERS,
  'publicity.play.photo': PLAYERS,
  'publicity.play.photo.read': HEARERS,
  'publicity.play.record': PLAYERS,
}
