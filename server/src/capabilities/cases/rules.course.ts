/** Where a case stands. Pure: the same for the server, reports and tests. */
export const origins = ['checkpoint', 'reading', 'visit', 'clinic', 'self-report'] as const
export type Origin = (typeof origins)[number]

export const decided = ['suspected', 'confirmed', 'asymptomatic', 'excluded'] as const
export type Decided = (typeof decided)[number]
export const statuses = ['fever', ...decided] as const
export type Status = (typeof statuses)[number]

export interface Decision {
  id: string
  status: Decided
  at: Date
  receivedAt: Date
}

/** By when they were made; what arrived later counts as later only between decisions of one moment. */
const inOrder = (one: Decision, other: Decision): number =>
  one.at.getTime() - other.at.getTime() ||
  one.receivedAt.getTime() - other.receivedAt.getTime() ||
  (one.id < other.id ? -1 : 1)

export const ordered = <D extends Decision>(standing: readonly D[]): D[] => [...standing].sort(inOrder)

/** The last decision that stands; a case nobody has judged yet is a fever. */
export const statusOf = (standing: readonly Decision[]): Status => ordered(standing).at(-1)?.status ?? 'fever'

/**
 * What a decision may follow. Whoever carried the pathogen by a laboratory's word is never excluded: a wrong word is corrected, with
 * its reason. Somebody excluded may fall ill again.
 */
const mayFollow: Record<Decided, readonly Status[]> = {
  suspected: ['fever', 'excluded'],
  confirmed: ['fever', 'suspected', 'asymptomatic', 'excluded'],
  asymptomatic: ['fever', 'suspected', 'excluded'],
  excluded: ['fever', 'suspected'],
}
export const canFollow = (status: Status, next: Decided): boolean => mayFollow[next].includes(status)

/** The first decision that does not follow from what stood before it, when these are all that stand. */
export function firstMisstep(standing: readonly Decision[]): { from: Status; to: Decided } | null {
  let from: Status = 'fever'
  for (const { status: to } of ordered(standing)) {
    if (!canFollow(from, to)) return { from, to }
    from = to
  }
  return null
}
