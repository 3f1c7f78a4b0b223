export const placeKinds = ['township', 'village', 'checkpoint', 'compound', 'site', 'venue'] as const
export type PlaceKind = (typeof placeKinds)[number]
/** Kinds that have a register: such a place is named by its id, and the others by their division or a free name. */
export const registered = ['checkpoint', 'compound', 'site'] as const satisfies readonly PlaceKind[]
export type Registered = (typeof registered)[number]
export const isRegistered = (kind: PlaceKind): kind is Registered => (registered as readonly string[]).includes(kind)

/** By a plan, without notice (不打招呼), or led by a leader of the county or township (领导带队). */
export const manners = ['planned', 'unannounced', 'led'] as const
export const severities = ['minor', 'serious', 'grave'] as const
export type Severity = (typeof severities)[number]
export const steps = ['rectified', 'passed', 'failed', 'withdrawn'] as const
export type StepKind = (typeof steps)[number]
export const findingStates = ['open', 'rectified', 'passed', 'withdrawn'] as const
export type FindingState = (typeof findingStates)[number]
export const climbs = ['place', 'township', 'county'] as const
export type Climb = (typeof climbs)[number]

const HOUR_MS = 3_600_000
/** Somebody looks whether it was put right within two days of being told so. */
export const RECHECK_HOURS = 48
/** How long after its time a finding is the township's before it is the county's; a grave one is the county's at once. */
export const HOURS_UNTIL_COUNTY: Record<Severity, number> = { minor: 72, serious: 24, grave: 0 }

export interface Step {
  id: string
  step: StepKind
  at: Date
  receivedAt: Date
  /** The new time, of a re-check that failed. */
  dueAt: Date | null
  corrects: string | null
  voided: boolean
}
export interface Found {
  severity: Severity
  at: Date
  dueAt: Date
}
export interface Standing {
  state: FindingState
  since: Date
  /** Until when what comes next is due: the rectification, or the re-check of it. */
  dueAt: Date
  overdue: boolean
  /** Who has it on the table; nobody once it is over. */
  climbed: Climb | null
}

const order = (one: Step, other: Step): number =>
  one.at.getTime() - other.at.getTime() ||
  one.receivedAt.getTime() - other.receivedAt.getTime() ||
  (one.id < other.id ? -1 : 1)

/** Steps that were neither put right by a later one nor called a mistake, in the order in which they happened. */
export function standingSteps<S extends Step>(all: readonly S[]): S[] {
  const corrected = new Set(all.map(({ corrects }) => corrects))
  return all.filter(({ id, voided }) => !voided && !corrected.has(id)).toSorted(order)
}

const STATE_AFTER: Record<StepKind, FindingState> = {
  rectified: 'rectified',
  passed: 'passed',
  failed: 'open',
  withdrawn: 'withdrawn',
}
export const isStanding = (state: FindingState): boolean => state === 'open' || state === 'rectified'

/** Where a finding stands at a moment: open until a re-check passes. */
export function standingOf(found: Found, all: readonly Step[], moment: Date): Standing {
  const last = standingSteps(all).findLast(({ at }) => at <= moment)
  const state = last ? STATE_AFTER[last.step] : 'open'
  const dueAt = dueAfter(found, last)
  const overdue = isStanding(state) && dueAt < moment
  return { state, since: last?.at ?? found.at, dueAt, overdue, climbed: climbedTo({ ...found, dueAt }, state, moment) }
}

function dueAfter(found: Found, last: Step | undefined): Date {
  if (last?.step === 'rectified') return new Date(last.at.getTime() + RECHECK_HOURS * HOUR_MS)
  return last?.step === 'failed' && last.dueAt ? last.dueAt : found.dueAt
}

function climbedTo({ severity, dueAt }: Found, state: FindingState, moment: Date): Climb | null {
  if (!isStanding(state)) return null
  if (severity === 'grave') return 'county'
  if (dueAt >= moment) return 'place'
  return moment.getTime() <= dueAt.getTime() + HOURS_UNTIL_COUNTY[severity] * HOUR_MS ? 'township' : 'county'
}

/** What can be said of a finding as it stands: one that is over stays over until the step that ended it is called a mistake. */
export function mayFollow(state: FindingState, step: StepKind): boolean {
  if (step === 'rectified') return state === 'open'
  return isStanding(state)
}
