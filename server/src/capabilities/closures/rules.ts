import { addDays, dayInChina } from '../places/rules.clock.ts'

/** What a closure is, when it holds, and where a venue stands. Pure. */

export const kinds = ['venue', 'gathering', 'line'] as const
export type Kind = (typeof kinds)[number]
export const classesOf = {
  venue: [
    'ktv',
    'bath',
    'internet-cafe',
    'bar',
    'cinema',
    'library',
    'training',
    'travel-agency',
    'tourism',
    'other-venue',
  ],
  gathering: ['banquet', 'fair', 'lantern-show', 'performance', 'other-gathering'],
  line: ['coach', 'bus', 'taxi'],
} as const satisfies Record<Kind, readonly string[]>
export const classes = [...classesOf.venue, ...classesOf.gathering, ...classesOf.line] as const
export type Class = (typeof classes)[number]
export const kindOf = (one: Class): Kind =>
  kinds.find((kind) => (classesOf[kind] as readonly string[]).includes(one)) ?? 'venue'

/** All of them, or a venue stays closed. */
export const conditions = [
  'ventilation',
  'disinfection',
  'masks',
  'temperature',
  'register',
  'distance',
  'staff',
  'plan',
] as const
export type Condition = (typeof conditions)[number]

export const actions = ['closed-on-the-spot', 'warned', 'handed-over'] as const
export const outcomes = ['upheld', 'rejected', 'withdrawn'] as const
export const waysToGo = ['gone', 'entered-wrongly'] as const

/** No decision reaches further than this, and none goes unreviewed for longer; counted from the day it begins to hold. */
export const CLOSURE_DAYS = 30
export const REVIEW_DAYS = 14

const earlier = (one: string, other: string): string => (one < other ? one : other)
export const lastDayOf = (from: Date): string => addDays(dayInChina(from), CLOSURE_DAYS)
export const lastReviewOf = (from: Date, endsOn: string): string =>
  earlier(addDays(dayInChina(from), REVIEW_DAYS), endsOn)

export interface Decision {
  from: Date
  endsAt: Date
  /** When its document was withdrawn or superseded. */
  documentEndedAt: Date | null
}
export type OverWhy = 'expired' | 'document-ended' | 'lifted'

/**
 * When a closure is over, and why. A decision that reached its end, or lost its document, before a further one had been taken ended
 * it for good: what was decided later does not bring it back. `decisions` in the order in which they hold.
 */
export function overOf(decisions: readonly Decision[], liftedAt: Date | null): { until: Date; why: OverWhy } {
  const [first] = decisions
  if (!first) throw new Error('closures: nothing was decided')
  const ends = decisions.map(({ endsAt, documentEndedAt }) => {
    const byDocument = documentEndedAt !== null && documentEndedAt < endsAt
    return {
      at: byDocument ? documentEndedAt : endsAt,
      why: byDocument ? ('document-ended' as const) : ('expired' as const),
    }
  })
  const final = ends.filter(({ at }, nth) => {
    const next = decisions[nth + 1]
    return !next || at <= next.from
  })
  const over = final.reduce((so, one) =>
    one.at < so.at || (one.at.getTime() === so.at.getTime() && one.why === 'expired') ? one : so,
  )
  const lifted = liftedAt !== null && liftedAt <= over.at
  const at = lifted ? liftedAt : over.at
  return { until: at < first.from ? first.from : at, why: lifted ? 'lifted' : over.why }
}

export const orderStates = ['coming', 'in-force', 'ended', 'lifted'] as const
export type OrderState = (typeof orderStates)[number]
export function orderState(
  { startsAt, until, overWhy }: { startsAt: Date; until: Date; overWhy: OverWhy },
  moment: Date,
): OrderState {
  if (moment >= until) return overWhy === 'lifted' ? 'lifted' : 'ended'
  return moment < startsAt ? 'coming' : 'in-force'
}

export const subjectStates = ['open', 'should-close', 'closed', 'breach', 'applied', 'inspected', 'reopened'] as const
export type SubjectState = (typeof subjectStates)[number]

/** A closure as it holds for one subject. */
export interface Hold {
  startsAt: Date
  until: Date
  /** When the subject was let open again, or was right in an appeal. */
  freedAt: Date | null
}
export interface Course {
  holds: readonly Hold[]
  inspections: ReadonlyArray<{ at: Date; found: 'closed' | 'open' }>
  applications: ReadonlyArray<{ at: Date; checkedAt: Date | null; decidedAt: Date | null; granted: boolean | null }>
}

const lastBy = <T extends { at: Date }>(facts: readonly T[], moment: Date, since: Date | null): T | undefined =>
  facts
    .filter(({ at }) => at <= moment && (since === null || at >= since))
    .reduce<T | undefined>((so, one) => (so && so.at > one.at ? so : one), undefined)

/** Since when a venue or line has had to stay shut without a break in what holds now; null when it need not. */
export function closedSince(holds: readonly Hold[], moment: Date): Date | null {
  const now = holds.filter(
    ({ startsAt, until, freedAt }) => startsAt <= moment && moment < until && (freedAt === null || freedAt > moment),
  )
  return now.reduce<Date | null>((so, { startsAt }) => (so && so < startsAt ? so : startsAt), null)
}

export function subjectState({ holds, inspections, applications }: Course, moment: Date): SubjectState {
  const since = closedSince(holds, moment)
  const application = lastBy(applications, moment, since)
  const isDecided = application?.decidedAt ? application.decidedAt <= moment : false
  if (since === null) return application && isDecided && application.granted ? 'reopened' : 'open'
  const finding = lastBy(inspections, moment, since)
  if (finding?.found === 'open') return 'breach'
  if (application && !isDecided)
    return application.checkedAt && application.checkedAt <= moment ? 'inspected' : 'applied'
  return finding ? 'closed' : 'should-close'
}
