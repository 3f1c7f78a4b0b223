/** Where a case stands. Pure: the same for the server, reports and tests. */
export const origins = ['checkpoint', 'reading', 'visit', 'clinic', 'self-report'] as const
export type Origin = (typeof origins)[number]

export const decisions = ['suspected', 'confirmed', 'asymptomatic', 'excluded'] as const
export type Decided = (typeof decisions)[number]
export const statuses = ['fever', ...decisions] as const
export type Status = (typeof statuses)[number]

export interface Decision {
  id: string
  status: Decided
  at: Date
  receivedAt: Date
}

/** By when they were made; what arrived later counts as later only between decisions of one moment. */
export const inOrder = (one: Decision, other: Decision): number =>
  one.at.getTime() - other.at.getTime() ||
  one.receivedAt.getTime() - other.receivedAt.getTime() ||
  (one.id < other.id ? -1 : 1)

/** The last decision that stands; a case nobody has judged yet is a fever. */
export function statusOf(standing: readonly Decision[]): Status {
  return [...standing].sort(inOrder).at(-1)?.status ?? 'fever'
}

/** What a decision may follow. Whoever was confirmed is never excluded: a wrong confirmation is corrected, with its reason. */
const mayFollow: Record<Decided, readonly Status[]> = {
  suspected: ['fever', 'excluded'],
  confirmed: ['fever', 'suspected', 'asymptomatic', 'excluded'],
  asymptomatic: ['fever', 'suspected', 'excluded'],
  excluded: ['fever', 'suspected', 'asymptomatic'],
}
export const canFollow = (status: Status, next: Decided): boolean => mayFollow[next].includes(status)

/** The first decision that does not follow from what stood before it, when these are all that stand. */
export function firstMisstep(standing: readonly Decision[]): { from: Status; decision: Decision } | null {
  let from: Status = 'fever'
  for (const decision of [...standing].sort(inOrder)) {
    if (!canFollow(from, decision.status)) return { from, decision }
    from = decision.status
  }
  return null
}

export const isOpen = (status: Status): boolean => status !== 'excluded'
