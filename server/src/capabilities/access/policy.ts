import { type Actor, type Role, within } from '../../kernel/operation.ts'
import { worksAtDesk } from './rules.ts'

/** The people at work in townships, villages, barriers and stores: their own office may seat them. */
const FIELD: readonly Role[] = ['village-cadre', 'checkpoint-shift', 'isolation-staff', 'supplies-keeper']
const BY_THE_DESK: readonly Role[] = [...FIELD, 'township-officer', 'data-verifier', 'publicity-editor']
const OFFICES: readonly Role[] = ['administrator', 'county-desk', 'township-officer']

const isOne = (actor: Actor, roles: readonly Role[]): boolean => actor.role !== null && roles.includes(actor.role)

export const isSignedIn = (actor: Actor): boolean => actor.kind === 'person'

export const isNobody = (actor: Actor): boolean => actor.kind === 'anonymous'

/** Passkeys live in the machines of an office; phones in the field are enrolled devices instead. */
export const mayHavePasskey = (actor: Actor): boolean => actor.role !== null && worksAtDesk(actor.role)

interface Post {
  role: Role
  division: string
}

/** Nobody seats anybody on a seat like their own or above it; only an administrator makes desks, auditors and administrators. */
export function maySeat(actor: Actor, post: Post): boolean {
  if (!within(actor, post.division)) return false
  switch (actor.role) {
    case 'administrator':
      return true
    case 'county-desk':
      return BY_THE_DESK.includes(post.role)
    case 'township-officer':
      return FIELD.includes(post.role)
    default:
      return false
  }
}

/** To reset a colleague's sign-in is to be able to act as them: only whoever could have seated them everywhere they sit. */
export const mayLookAfter = (actor: Actor, account: { division: string; seats: readonly Post[] }): boolean =>
  isOne(actor, OFFICES) && within(actor, account.division) && account.seats.every((seat) => maySeat(actor, seat))

export const mayMakeAccount = (actor: Actor, division: string): boolean =>
  isOne(actor, OFFICES) && within(actor, division)

export const mayListAccounts = (actor: Actor, division: string | undefined): boolean =>
  isOne(actor, OFFICES) && (division === undefined || within(actor, division))

export const mayListSeats = (actor: Actor, division: string | undefined): boolean =>
  isOne(actor, [...OFFICES, 'auditor']) && (division === undefined || within(actor, division))

export const mayKeepDevices = (actor: Actor, division: string | undefined): boolean =>
  isOne(actor, OFFICES) && (division === undefined || within(actor, division))

export const mayReadAudit = (actor: Actor): boolean => isOne(actor, ['auditor', 'administrator', 'county-desk'])
