/** What a level can start and stop. */
export const MEASURE_KINDS = [
  'closures',
  'gatherings',
  'transport',
  'checkpoints',
  'visits',
  'isolation',
  'schools',
  'reporting',
  'publicity',
  'supplies',
] as const

export interface Started {
  id: string
  kind: string
  words: string
}
export interface Turn {
  turn: 'opened' | 'changed' | 'closed'
  rung: string | null
  starts: readonly Started[]
  stops: readonly string[]
  reportEveryHours: number | null
  at: Date
}
export interface Level {
  rung: string | null
  since: Date | null
  reportEveryHours: number | null
  measures: Array<Started & { since: Date }>
}

/** Where a ladder stands after its turns, the oldest first: what was started and not stopped is in force, and closing ends all of it. */
export function levelAfter(turns: readonly Turn[]): Level {
  let level: Level = { rung: null, since: null, reportEveryHours: null, measures: [] }
  for (const { turn, rung, starts, stops, reportEveryHours, at } of turns) {
    const kept = turn === 'closed' ? [] : level.measures.filter(({ id }) => !stops.includes(id))
    level = {
      rung,
      since: turn === 'closed' ? null : at,
      reportEveryHours: turn === 'closed' ? null : (reportEveryHours ?? level.reportEveryHours),
      measures: [...kept, ...(turn === 'closed' ? [] : starts.map((one) => ({ ...one, since: at })))],
    }
  }
  return level
}

export interface PlanTask {
  what: string
  role: string
  withinHours: number
}
/** The clocks of a plan begin when the level that names it is opened. */
export const dueOf = ({ withinHours }: PlanTask, activatedAt: Date): Date =>
  new Date(activatedAt.getTime() + withinHours * 3_600_000)
