import { wallInChina } from '../../capabilities/places/index.ts'

const BOUNDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const
const DAY_MS = 86_400_000
const FIELD = /^(\*|\d+(-\d+)?)(\/\d+)?(,\d+(-\d+)?(\/\d+)?)*$/

/** Cron reads a day and a weekday given together as "either", which nobody expects: such a line is refused. */
export function isCronLine(line: string): boolean {
  const fields = line.split(' ')
  return fields.length === 5 && fields.every((field) => FIELD.test(field)) && (fields[2] === '*' || fields[4] === '*')
}

/** The latest moment of the past day that the line names: a night's job missed while the server was down runs on its return. */
export function lastMoment(line: string, now: Date): Date | null {
  const fields = line.split(' ')
  const minute = Math.floor(now.getTime() / 60_000) * 60_000
  for (let at = minute; at > now.getTime() - DAY_MS; at -= 60_000) {
    const local = wallInChina(new Date(at))
    const values = [
      local.getUTCMinutes(),
      local.getUTCHours(),
      local.getUTCDate(),
      local.getUTCMonth() + 1,
      local.getUTCDay(),
    ]
    if (BOUNDS.every((bounds, index) => admits(fields[index] ?? '*', values[index] ?? -1, bounds))) return new Date(at)
  }
  return null
}

function admits(field: string, value: number, [least, most]: readonly [number, number]): boolean {
  return field.split(',').some((part) => {
    const [span = '', step = '1'] = part.split('/')
    const [from = least, to = from] = span === '*' ? [least, most] : span.split('-').map(Number)
    return value >= from && value <= to && (value - from) % Number(step) === 0
  })
}
