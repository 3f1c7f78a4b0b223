const DAY_MINUTES = 1440

/** `06:30`, and `24:00` for the end of the day. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** `6:30`, `0630` and `06：30` are all half past six; null for what is no time of a day. */
export function minutesIn(typed: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})\s*[:：]?\s*(\d{2})\s*$/.exec(typed) ?? []
  if (hours === undefined || minutes === undefined || Number(minutes) > 59) return null
  const all = Number(hours) * 60 + Number(minutes)
  return all <= DAY_MINUTES ? all : null
}
