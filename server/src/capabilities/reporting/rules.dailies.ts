import { midnightInChina } from '../places/rules.clock.ts'

const MINUTE = 60_000
/** A report may be sent this long before it is due. */
export const OPENS_BEFORE = 4 * 60 * MINUTE

export const DAILY_STATES = ['not-due', 'due', 'late', 'zero', 'submitted', 'returned', 'accepted'] as const
export type DailyState = (typeof DAILY_STATES)[number]

/** The moment by which the report of a day is there: a minute of the day in the county. */
export const dueAt = (day: string, dueMinute: number): Date =>
  new Date(midnightInChina(day).getTime() + dueMinute * MINUTE)

interface Sent {
  zero: boolean
  step: 'returned' | 'accepted' | null
}

/** Nothing sent is missing, whatever the hour, and never a zero; what was returned is missing again until it is sent anew. */
export function dailyState(due: Date, now: Date, sent: Sent | null): DailyState {
  if (sent?.step === 'accepted') return 'accepted'
  if (sent?.step === 'returned') return 'returned'
  if (sent) return sent.zero ? 'zero' : 'submitted'
  if (now.getTime() < due.getTime() - OPENS_BEFORE) return 'not-due'
  return now <= due ? 'due' : 'late'
}
