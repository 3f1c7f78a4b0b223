/** China keeps one zone without summer time, so a day there is always 24 hours. */
export const CHINA = 'Asia/Shanghai'
const ZONE_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** Its UTC fields are what a calendar and a clock on the wall show there. */
export const wallInChina = (at: Date): Date => new Date(at.getTime() + ZONE_MS)
const inChina = (at: Date): string => wallInChina(at).toISOString()

/** The calendar day in China. */
export const dayInChina = (at: Date): string => inChina(at).slice(0, 10)
/** 18:30, by the clock on the wall. */
export const clockInChina = (at: Date): string => inChina(at).slice(11, 16)
/** 2020-01-24 18:30, for people to read. */
export const minuteInChina = (at: Date): string => inChina(at).slice(0, 16).replace('T', ' ')
/** 2020-01-24T18:00:00+08:00, with the offset written out. */
export const momentInChina = (at: Date): string => `${inChina(at).slice(0, 19)}+08:00`

/** When a clock there shows 18:30 on a day. */
export const timeInChina = (day: string, clock: string): Date => new Date(`${day}T${clock}+08:00`)
/** The first moment of a day there. */
export const midnightInChina = (day: string): Date => timeInChina(day, '00:00')
/** The last day of something is a whole one: its end is the first moment of the next. */
export const endOfDay = (day: string): Date => new Date(midnightInChina(addDays(day, 0)).getTime() + DAY_MS)
export const dayOfEnd = (end: Date): string => dayInChina(new Date(end.getTime() - 1))

/** Clocks of two machines disagree by seconds; further ahead than this is a wrong clock or a wrong date. */
const DISAGREE_MS = 2 * 60_000
export const isAhead = (at: Date, now: Date): boolean => at.getTime() - now.getTime() > DISAGREE_MS

/** Throws for what is no day of the calendar: counting on from 30 February would move somebody's release. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day) throw new RangeError(`${day} is not a day`)
  return new Date(at.getTime() + days * DAY_MS).toISOString().slice(0, 10)
}
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(addDays(to, 0)) - Date.parse(addDays(from, 0))) / DAY_MS
