import { type Began, needsSecondFactor, type SessionTimes, sessionOver, toSecure } from './rules.ts'

/** Pure: whose name a record may still go in that was written without a network and carried here later. */

/** A phone that is silent for longer than any shift at a village is looked at by a person first. */
export const CARRIED_WITHIN_MS = 45 * 86_400_000

export interface SessionThen extends SessionTimes, Began {
  accountId: string
  deviceId: string | null
  beganAt: Date
  accountClosedAt: Date | null
  seatClosedAt: Date | null
  deviceRevokedAt: Date | null
  /** When the account sat on the seat of this session. */
  sat: ReadonlyArray<{ from: Date; until: Date | null }>
  /** It holds some seat today, so its person can sign in again. */
  seatedNow: boolean
}

/** Who brings it: a phone that was enrolled and not withdrawn, and who is signed in there. */
export interface Carrier {
  deviceId: string | null
  accountId: string | null
}

/**
 * `stands`: as if sent over that session now. `stood`: its rights have ended since, and it goes under those of the time of
 * writing. `sign-in-again`: nobody here answers for it, and its author can. `aside`: kept for a person to decide.
 */
export type Authorship = 'stands' | 'stood' | 'sign-in-again' | 'aside'

const closedBefore = (closed: Date | null, moment: Date): boolean => closed !== null && closed <= moment

const satAt = ({ sat }: SessionThen, at: Date): boolean =>
  sat.some(({ from, until }) => from <= at && (until === null || until > at))

const stands = (session: SessionThen, now: Date): boolean =>
  !sessionOver(session, now) &&
  session.accountClosedAt === null &&
  session.seatClosedAt === null &&
  session.deviceRevokedAt === null &&
  satAt(session, now)

/** A session that only grew old does not count: a phone without a network cannot renew it. */
const stoodAt = (session: SessionThen, at: Date): boolean =>
  satAt(session, at) &&
  at >= session.beganAt &&
  session.deviceRevokedAt === null &&
  !closedBefore(session.accountClosedAt, at) &&
  !closedBefore(session.seatClosedAt, at) &&
  !closedBefore(session.endedAt, at)

export function authorship(session: SessionThen, carrier: Carrier, writtenAt: Date, now: Date): Authorship {
  if ((needsSecondFactor(session.role) && session.factorAt === null) || toSecure(session).length > 0) return 'aside'
  if (stands(session, now)) return 'stands'
  // A token that has ended proves little by itself: the phone it was given to, or its person, has to be there.
  const vouched =
    (session.deviceId !== null && carrier.deviceId === session.deviceId) || carrier.accountId === session.accountId
  const then = stoodAt(session, writtenAt) && now.getTime() - writtenAt.getTime() <= CARRIED_WITHIN_MS
  if (then && vouched) return 'stood'
  return then && session.seatedNow && session.accountClosedAt === null ? 'sign-in-again' : 'aside'
}
