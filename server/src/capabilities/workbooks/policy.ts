import { type Actor, type Purpose, type Role, within } from '../../kernel/operation.ts'
import { mayUnmask } from '../people/index.ts'
import type { ExportField } from './rules.exports.ts'

const loading: readonly Role[] = ['county-desk', 'township-officer']
const has = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

/** The desk loads a county, a township what is its own; row by row the operations that load decide again. */
export const mayLoad = (actor: Actor, division = actor.division): boolean =>
  has(actor, loading) && within(actor, division)

/** Who may see these fields of a person for this purpose may ask for a file of them, in the own area. */
export const mayAskExport = (
  actor: Actor,
  { division, fields, purpose }: { division: string; fields: readonly ExportField[]; purpose: Purpose },
): boolean => mayLoad(actor, division) && mayUnmask(actor, purpose, fields)

/** The right to ask, and not the one who asked. */
export const mayDecideExport = (actor: Actor, one: { division: string; accountId: string }): boolean =>
  mayLoad(actor, one.division) && actor.accountId !== null && actor.accountId !== one.accountId

export const isAsker = (actor: Actor, one: { division: string; accountId: string }): boolean =>
  mayLoad(actor, one.division) && actor.accountId === one.accountId
