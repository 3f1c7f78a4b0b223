import { addDays, dayInChina, isAhead, midnightInChina } from '../places/rules.clock.ts'

/**
 * Checks of people under observation: which are due, done, late or missed. Worked out wherever somebody looks, the same on the
 * server, the desk and the phone; stored nowhere.
 */
export const slots = ['day', 'morning', 'noon', 'evening'] as const
export type Slot = (typeof slots)[number]

/** Minutes of the day in China. A reading by `due` is in time, one after it late; without any at `missed` the check is missed. */
export interface Window {
  slot: Slot
  opens: number
  due: number
  missed: number
}
export const levels = ['village', 'township', 'county'] as const
export type Level = (typeof levels)[number]

export interface ReadingPlan {
  /** By how many checks a day the edition of the disease asks for. */
  windows: Record<1 | 2 | 3, Window[]>
  /** Minutes after the first check that was missed in a row, until somebody is met again. */
  climb: Record<Level, number>
}

const hour = (hours: number, minutes = 0): number => hours * 60 + minutes
export const publishedPlan: ReadingPlan = {
  windows: {
    1: [{ slot: 'day', opens: hour(6), due: hour(12), missed: hour(18) }],
    2: [
      { slot: 'morning', opens: hour(6), due: hour(10), missed: hour(12) },
      { slot: 'evening', opens: hour(16), due: hour(20), missed: hour(22) },
    ],
    3: [
      { slot: 'morning', opens: hour(6), due: hour(9), missed: hour(11) },
      { slot: 'noon', opens: hour(11), due: hour(14), missed: hour(16) },
      { slot: 'evening', opens: hour(17), due: hour(20), missed: hour(22) },
    ],
  },
  climb: { village: 0, township: 120, county: 360 },
}

/** What is wrong with a plan: null, or the first window that is out of order. */
export function disorderIn({ windows, climb }: ReadingPlan): string | null {
  for (const [perDay, list] of Object.entries(windows)) {
    if (list.length !== Number(perDay)) return `windows.${perDay}`
    const wrong = list.findIndex(
      ({ opens, due, missed }, nth) => !(opens < due && due < missed) || opens < (list[nth - 1]?.missed ?? 0),
    )
    if (wrong >= 0) return `windows.${perDay}.${wrong}`
  }
  return climb.village <= climb.township && climb.township <= climb.county ? null : 'climb'
}

export interface Dated {
  since: string
  body: ReadingPlan
}
/** In force on a day: the latest that had begun. */
export function planOn(plans: readonly Dated[], day: string): ReadingPlan {
  const begun = plans.filter(({ since }) => since <= day).sort((a, b) => (a.since < b.since ? -1 : 1))
  return begun.at(-1)?.body ?? publishedPlan
}

/** No edition asks for more than three checks; of one that did, three would be watched. */
export function windowsOf(plan: ReadingPlan, checksPerDay: number): readonly Window[] {
  if (checksPerDay < 1) return []
  return plan.windows[Math.min(checksPerDay, 3) as 1 | 2 | 3]
}

const MINUTE_MS = 60_000

export interface Check {
  day: string
  slot: Slot
  opensAt: Date
  dueAt: Date
  missedAt: Date
}
export function checksOn(plan: ReadingPlan, checksPerDay: number, day: string): Check[] {
  const midnight = midnightInChina(day).getTime()
  const at = (minutes: number) => new Date(midnight + minutes * MINUTE_MS)
  return windowsOf(plan, checksPerDay).map(({ slot, opens, due, missed }) => ({
    day,
    slot,
    opensAt: at(opens),
    dueAt: at(due),
    missedAt: at(missed),
  }))
}

/** A stretch of observation. A check that could no longer be made in time when it began, or had not yet opened when it ended, is none. */
export interface Span {
  from: Date
  till: Date | null
}
export const isOwed = (check: Check, { from, till }: Span): boolean =>
  check.missedAt > from && (till === null || check.opensAt < till)

export const standings = ['ahead', 'due', 'done', 'late', 'missed'] as const
export type Standing = (typeof standings)[number]
/** `takenAt` of the first reading that counts for the check. */
export function standingOf({ opensAt, dueAt, missedAt }: Check, takenAt: Date | null, now: Date): Standing {
  if (takenAt !== null) return takenAt <= dueAt ? 'done' : 'late'
  if (now >= missedAt) return 'missed'
  return now >= opensAt ? 'due' : 'ahead'
}

const order = ({ day, slot }: { day: string; slot: Slot }): string => `${day} ${slots.indexOf(slot)}`

/**
 * The first check missed since somebody was last met, whose observation still goes on. `checks` in their order; a reading of a day
 * that has not come meets nobody yet.
 */
export function firstMissed(
  checks: readonly Check[],
  span: Span,
  met: ReadonlyArray<{ day: string; slot: Slot }>,
  now: Date,
): Check | null {
  const today = dayInChina(now)
  const last = met.filter(({ day }) => day <= today).reduce((late, one) => (order(one) > late ? order(one) : late), '')
  return checks.find((check) => isOwed(check, span) && check.missedAt <= now && order(check) > last) ?? null
}

/** Up to which office a person has climbed who has not been met since that check was missed. */
export function levelOf({ climb }: ReadingPlan, firstMissedAt: Date, now: Date): Level | null {
  const minutes = (now.getTime() - firstMissedAt.getTime()) / MINUTE_MS
  return levels.findLast((level) => minutes >= climb[level]) ?? null
}

/** The check that a measuring at this time belongs to: the latest that had opened, before the first of a day the last of the day before. */
export function slotAt(plan: ReadingPlan, checksPerDay: number, at: Date): { day: string; slot: Slot } {
  const day = dayInChina(at)
  const windows = windowsOf(plan, Math.max(checksPerDay, 1))
  const minutes = (at.getTime() - midnightInChina(day).getTime()) / MINUTE_MS
  const opened = windows.findLast(({ opens }) => opens <= minutes)
  if (opened) return { day, slot: opened.slot }
  const last = windows.at(-1)
  if (!last) throw new Error('isolation: a day without windows')
  return { day: addDays(day, -1), slot: last.slot }
}

/**
 * Why the time of a reading cannot be right as it stands. The reading is kept and counts for the check that it names; somebody has
 * to look at it.
 */
export const doubts = ['ahead-of-receipt', 'day-apart', 'outside-observation'] as const
export type Doubt = (typeof doubts)[number]

export interface Stated {
  recordedAt: string
  /** The check it was taken for, where the person who took it said so: on paper it is all there is. */
  day: string | null
  slot: Slot | null
  onPaper: boolean
}
export interface Placed {
  at: Date
  day: string
  slot: Slot
  doubt: Doubt | null
}
/** How far a reading may lie outside the check it names, before the day or the clock is in doubt. */
export const APART_MS = 24 * 60 * MINUTE_MS

interface Around {
  plan: ReadingPlan
  checksPerDay: number
  span: Span
  clockOffsetMs: number
  receivedAt: Date
}

/**
 * When a reading was taken and for which check. No clock makes it refused: a time after its own receipt is put to the receipt, and
 * whatever cannot be right is said.
 */
export function placeReading(stated: Stated, { plan, checksPerDay, span, clockOffsetMs, receivedAt }: Around): Placed {
  const corrected = new Date(Date.parse(stated.recordedAt) + (stated.onPaper ? 0 : clockOffsetMs))
  const taken = corrected > receivedAt ? receivedAt : corrected
  const named = namedCheck(stated, plan, checksPerDay)
  const { day, slot } = named ?? slotAt(plan, checksPerDay, taken)
  // A sheet of paper says morning or evening and no time: it was in time, or the sheet would say so.
  const at = named && stated.onPaper ? new Date(Math.min(named.dueAt.getTime(), receivedAt.getTime())) : taken
  const isApart =
    named !== null &&
    (at.getTime() < named.opensAt.getTime() - APART_MS || at.getTime() > named.missedAt.getTime() + APART_MS)
  const doubt = isAhead(corrected, receivedAt)
    ? 'ahead-of-receipt'
    : isApart
      ? 'day-apart'
      : isOutside(day, span)
        ? 'outside-observation'
        : null
  return { at, day, slot, doubt }
}

function namedCheck({ day, slot }: Stated, plan: ReadingPlan, checksPerDay: number): Check | null {
  if (day === null) return null
  const checks = checksOn(plan, Math.max(checksPerDay, 1), day)
  return checks.find((check) => check.slot === slot) ?? checks[0] ?? null
}

const isOutside = (day: string, { from, till }: Span): boolean =>
  day < dayInChina(from) || (till !== null && day > dayInChina(till))

/** What of a reading is no longer normal: a fever by the edition, or any symptom it asks about. */
export const isAbnormal = ({ fever, symptoms }: { fever: boolean; symptoms: readonly string[] }): boolean =>
  fever || symptoms.length > 0
