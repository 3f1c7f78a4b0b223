/** Where a task stands is read off what was done with it, its clocks and whether its document still stands; `tasks_at` in the database says the same. */
export const TASK_KINDS = ['document', 'end', 'measure'] as const
export type TaskKind = (typeof TASK_KINDS)[number]
export const TASK_STEPS = ['delivered', 'received', 'read', 'doing', 'done', 'returned', 'reassigned'] as const
export type TaskStep = (typeof TASK_STEPS)[number]
export const TASK_STATES = [
  'silent',
  'late',
  'returned',
  'not-received',
  'received',
  'read',
  'doing',
  'done',
  'ended',
  'reassigned',
] as const
export type TaskState = (typeof TASK_STATES)[number]
/** Nobody waits for these any more. */
export const OVER: readonly TaskState[] = ['ended', 'reassigned']
/** `read` is the end of a task that only wants to be read; of a measure it is on the way. */
export const isOpen = (kind: TaskKind, state: TaskState): boolean =>
  !OVER.includes(state) && state !== (kind === 'measure' ? 'done' : 'read')

export interface Sign {
  step: TaskStep
  at: Date
  /** The later date that a return set. */
  dueAt: Date | null
}
export interface Given {
  kind: TaskKind
  receiptBy: Date
  dueAt: Date
  /** When its document was withdrawn or superseded. */
  endedAt: Date | null
}
export interface Standing {
  state: TaskState
  dueAt: Date
  deliveredAt: Date | null
  heardAt: Date | null
  readAt: Date | null
  doneAt: Date | null
}

const timesOf = (signs: readonly Sign[], ...steps: TaskStep[]): number[] =>
  signs.filter(({ step }) => steps.includes(step)).map(({ at }) => at.getTime())
const first = (times: readonly number[]): Date | null => (times.length === 0 ? null : new Date(Math.min(...times)))
const last = (times: readonly number[]): Date | null => (times.length === 0 ? null : new Date(Math.max(...times)))
/** A return takes back what was said until then. */
const holds = (at: Date | null, returned: Date | null): boolean => at !== null && (returned === null || at > returned)

export function standingOf(given: Given, all: readonly Sign[], moment: Date): Standing {
  const signs = all.filter(({ at }) => at <= moment)
  const times = (...steps: TaskStep[]) => timesOf(signs, ...steps)
  const returned = last(times('returned'))
  const done = times('done')
  const doneAt = [first(done), last(done)].find((at) => holds(at, returned)) ?? null
  const dues = signs.flatMap(({ dueAt }) => dueAt?.getTime() ?? [])
  const dueAt = new Date(Math.max(given.dueAt.getTime(), ...dues))
  const heardAt = first(times('received', 'read', 'doing', 'done', 'returned'))
  const facts = { dueAt, deliveredAt: first(times('delivered')), heardAt, readAt: first(times('read')), doneAt }
  return { ...facts, state: stateOf() }

  function stateOf(): TaskState {
    if (signs.some(({ step }) => step === 'reassigned')) return 'reassigned'
    if (given.kind !== 'measure' && last(times('read'))) return 'read'
    if (doneAt) return 'done'
    if (given.kind !== 'end' && given.endedAt && given.endedAt <= moment) return 'ended'
    if (!heardAt) return moment >= given.receiptBy ? 'silent' : 'not-received'
    if (moment >= dueAt) return 'late'
    const way = (['doing', 'read', 'received'] as const).find((step) => holds(last(times(step)), returned))
    return way ?? 'returned'
  }
}

/** What a device says of the time, put between the moment the task was given and the moment it reached us: no clock refuses a step. */
export function occurredAt(recordedAt: string, clockOffsetMs: number, given: Date, now: Date): Date {
  const said = Date.parse(recordedAt) + clockOffsetMs
  return new Date(Math.max(given.getTime(), Math.min(said, now.getTime())))
}

/** How something that waits climbs: minutes after the moment by which it should have been confirmed, or done. */
export const LEVELS = ['village', 'township', 'county'] as const
export type Level = (typeof LEVELS)[number]
export const REMIND_AFTER: Record<'receipt' | 'due', Record<Level, number>> = {
  receipt: { village: 0, township: 120, county: 360 },
  due: { village: 0, township: 240, county: 720 },
}
const LENGTH: Record<Level, number> = { village: 12, township: 9, county: 6 }
/** The office that a level means for a place, or null where the level lies below it. */
export const officeOf = (division: string, level: Level): string | null =>
  division.length < LENGTH[level] ? null : division.slice(0, LENGTH[level])

/** Offices that have to be told at a moment, of a task that stands like this. */
export function remindersDue(
  { division, kind, receiptBy }: { division: string; kind: TaskKind; receiptBy: Date },
  { state, dueAt }: Pick<Standing, 'state' | 'dueAt'>,
  moment: Date,
): Array<{ about: 'receipt' | 'due'; level: Level; division: string }> {
  const waits = state === 'silent' ? ([['receipt', receiptBy]] as const) : []
  const overdue = isOpen(kind, state) && moment >= dueAt ? ([['due', dueAt]] as const) : []
  return [...waits, ...overdue].flatMap(([about, since]) =>
    LEVELS.flatMap((level) => {
      const office = officeOf(division, level)
      const isTime = moment.getTime() - since.getTime() >= REMIND_AFTER[about][level] * 60_000
      return office && isTime ? [{ about, level, division: office }] : []
    }),
  )
}
