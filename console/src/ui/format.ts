/** A county keeps one clock: every time on screen is the county's, whatever the reader's machine says. */
const COUNTY_ZONE = 'Asia/Shanghai'
const COUNTY_OFFSET = '+08:00'

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: COUNTY_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function pieces(instant: string | Date) {
  const found: Record<string, string> = {}
  for (const { type, value } of parts.formatToParts(new Date(instant))) found[type] = value
  return found as { year: string; month: string; day: string; hour: string; minute: string; second: string }
}

/** `2020-02-06 08:00` */
export function dateTime(instant: string | Date): string {
  const p = pieces(instant)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

/** `08:00` */
export function timeOfDay(instant: string | Date): string {
  const p = pieces(instant)
  return `${p.hour}:${p.minute}`
}

/** `2020-02-06 08:00:31` */
export function exactTime(instant: string | Date): string {
  return `${dateTime(instant)}:${pieces(instant).second}`
}

/** The county's calendar day, `2020-02-06`. */
export function dayOf(instant: string | Date): string {
  const p = pieces(instant)
  return `${p.year}-${p.month}-${p.day}`
}

export const startOfDay = (day: string): string => `${day}T00:00:00${COUNTY_OFFSET}`

/** What `<input type="datetime-local">` holds, read as the county's time. */
export const fromLocalInput = (local: string): string => `${local.slice(0, 16)}:00${COUNTY_OFFSET}`
export const toLocalInput = (instant: string | Date): string => dateTime(instant).replace(' ', 'T')

export function moveDay(day: string, by: number): string {
  const noon = new Date(`${day}T12:00:00Z`)
  noon.setUTCDate(noon.getUTCDate() + by)
  return noon.toISOString().slice(0, 10)
}

export function moveHours(instant: string, by: number): string {
  return new Date(Date.parse(instant) + by * 3_600_000).toISOString()
}

const grouped = new Intl.NumberFormat('en-US')
export const number = (value: number): string => grouped.format(value)

export const temperature = (celsius: number | null): string => (celsius === null ? '—' : `${celsius.toFixed(1)} ℃`)

export const hoursSince = (instant: string, until: string): number =>
  Math.floor((Date.parse(until) - Date.parse(instant)) / 3_600_000)
