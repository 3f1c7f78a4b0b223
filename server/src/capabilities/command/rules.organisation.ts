export const BODY_KINDS = ['leading-group', 'office', 'special-group', 'task-force', 'site-command'] as const
export const MEMBER_ROLES = ['head', 'deputy', 'member', 'liaison'] as const

const IN_CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
/** `2020-02-06 08:00` */
export const minuteInChina = (moment: string): string => IN_CHINA.format(new Date(moment))

export interface Span {
  startsAt: Date
  endsAt: Date
}
/** Where nobody is on duty between two moments; duties may overlap. */
export function gapsIn(duties: readonly Span[], from: Date, till: Date): Span[] {
  const gaps: Span[] = []
  let covered = from
  for (const { startsAt, endsAt } of [...duties].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (endsAt <= covered) continue
    if (startsAt >= till) break
    if (startsAt > covered) gaps.push({ startsAt: covered, endsAt: startsAt })
    covered = endsAt
  }
  if (covered < till) gaps.push({ startsAt: covered, endsAt: till })
  return gaps
}
