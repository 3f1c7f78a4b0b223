import type { Problem } from '../../kernel/problem.ts'
import { mayObserve, observationOf, type Profile } from '../cases/index.ts'
import { isAhead } from '../places/rules.clock.ts'
import { endBeforeStart, homeUnfit, inFuture, notUnderProfile, reviewTooLate, tooLong } from './problems.ts'
import { type Kind, lastDayOf, lastReviewOf, startDayOf, unmetOf } from './rules.ts'
import type { HomeCheck } from './schema.ts'

export type ProfileAt = (at: Date) => Profile | Problem

interface Decision {
  kind: Kind
  profile: Profile
  anchorOn: string
  startsAt: Date
  endsOn: string
  reviewOn: string
  now: Date
}

/** What speaks against a decision: it has to begin, last and be reviewed within its limits and under its edition. */
export function judgeDecision(decision: Decision): Problem | null {
  const { kind, profile, startsAt, endsOn, reviewOn, now } = decision
  if (isAhead(startsAt, now)) return inFuture({ at: startsAt.toISOString(), now: now.toISOString() })
  const startsOn = startDayOf(startsAt)
  if (endsOn < startsOn) return endBeforeStart()
  const observedUntil = observedUntilOf(decision)
  if (observedUntil === null) return notUnderProfile({ profile: profile.code, kind })
  const until = lastDayOf(startsOn, observedUntil)
  if (endsOn > until) return tooLong({ until })
  const by = lastReviewOf(startsOn, endsOn)
  return reviewOn < startsOn || reviewOn > by ? reviewTooLate({ by }) : null
}

/** Null where the edition observes nobody, or nobody in this way at that time. */
export function observedUntilOf({
  kind,
  profile,
  anchorOn,
  startsAt,
}: Pick<Decision, 'kind' | 'profile' | 'anchorOn' | 'startsAt'>) {
  const observation = observationOf(profile, { anchor: anchorOn, mode: kind })
  if (!observation) return null
  const { to, monitoringFrom, monitoringTo } = observation
  const isMonitored = monitoringFrom !== undefined && startDayOf(startsAt) >= monitoringFrom
  if (kind === 'home') return isMonitored || mayObserve(profile, 'home') ? (monitoringTo ?? to) : null
  return mayObserve(profile, 'central') ? to : null
}

export function homeProblem(home: HomeCheck | null, now: Date): Problem | null {
  const unmet = unmetOf(home?.met ?? [])
  if (!home || unmet.length > 0) return homeUnfit({ unmet: unmet.join(', ') })
  const at = new Date(home.checkedAt)
  return isAhead(at, now) ? inFuture({ at: home.checkedAt, now: now.toISOString() }) : null
}
