import type { Decided } from './rules.course.ts'

/** What has to be done by when, from the edition's hours and what was done. Nothing of it is stored. */
export const clockKinds = ['report', 'laboratory', 'investigation'] as const
export type ClockKind = (typeof clockKinds)[number]
export interface Clock {
  kind: ClockKind
  /** The decision or the sample it began with. */
  of: string
  startedAt: Date
  dueAt: Date
  /** When it was done, or when it no longer had to be. */
  doneAt: Date | null
  overdue: boolean
}
export interface ReportHours {
  suspected?: number
  confirmed?: number
  asymptomatic?: number
  laboratory?: number
  investigation?: number
}
export interface Course {
  decisions: ReadonlyArray<{ id: string; status: Decided; at: Date }>
  reports: ReadonlyArray<{ at: Date }>
  investigations: ReadonlyArray<{ at: Date }>
  samples: ReadonlyArray<{ id: string; from: Date; resultAt: Date | null }>
}

const HOUR_MS = 3_600_000

function clock(kind: ClockKind, of: string, startedAt: Date, hours: number, doneAt: Date | null, now: Date): Clock {
  const dueAt = new Date(startedAt.getTime() + hours * HOUR_MS)
  return { kind, of, startedAt, dueAt, doneAt, overdue: (doneAt ?? now) > dueAt }
}

const firstFrom = (from: Date, moments: ReadonlyArray<{ at: Date }>): Date | null => {
  const after = moments.flatMap(({ at }) => (at >= from ? [at.getTime()] : []))
  return after.length > 0 ? new Date(Math.min(...after)) : null
}
const earliest = (...moments: Array<Date | null>): Date | null => {
  const known = moments.flatMap((one) => one?.getTime() ?? [])
  return known.length > 0 ? new Date(Math.min(...known)) : null
}

/**
 * Each decision that names a case is reported; the first one begins the investigation; each sample waits for its result. When the
 * case is excluded, investigating and testing it end, but what should have been reported still should.
 */
export function clocksOf(hours: ReportHours, course: Course, now: Date): Clock[] {
  const excluded = course.decisions.filter(({ status }) => status === 'excluded')
  const naming = course.decisions
    .flatMap(({ id, status, at }) => (status === 'excluded' ? [] : [{ id, status, at }]))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
  const clocks = naming.flatMap(({ id, status, at }) => {
    const due = hours[status]
    return due === undefined ? [] : [clock('report', id, at, due, firstFrom(at, course.reports), now)]
  })
  const [first] = naming
  if (first && hours.investigation !== undefined) {
    const done = earliest(firstFrom(first.at, course.investigations), firstFrom(first.at, excluded))
    clocks.push(clock('investigation', first.id, first.at, hours.investigation, done, now))
  }
  const laboratory = hours.laboratory
  if (laboratory !== undefined) {
    for (const { id, from, resultAt } of course.samples) {
      clocks.push(clock('laboratory', id, from, laboratory, earliest(resultAt, firstFrom(from, excluded)), now))
    }
  }
  return clocks
}

/** Done late is late for ever; what is overdue now is what still waits. */
export const waitsTooLong = ({ doneAt, overdue }: Clock): boolean => doneAt === null && overdue
