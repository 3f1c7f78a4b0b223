import { timeInChina } from '../places/rules.clock.ts'
import type { Capacity, RoomState } from './schema.ts'

const HOUR_MS = 3_600_000
/** A vacated room waits no longer than this for its disinfection. */
export const VACATED_WITHIN_HOURS = 24

export interface Span {
  lodgingId: string
  roomId: string
  since: Date
  until: Date
}
/** Until, and not at, its end: on the minute at which an order ends nobody is held any more. */
export const holdsAt = ({ since, until }: Pick<Span, 'since' | 'until'>, moment: Date): boolean =>
  since <= moment && moment < until

export interface RoomFacts {
  zone: 'clean' | 'half' | 'contaminated'
  /** Whether the latest turn put it out of use. */
  isOut: boolean
  spans: readonly Span[]
  disinfectedAt: readonly Date[]
}
export interface RoomStanding {
  state: RoomState
  held: Span[]
  vacatedAt: Date | null
  isOverdue: boolean
}

/** Where a room stands at a moment: whoever leaves it leaves a room that is not free before it has been disinfected. */
export function standingOf({ zone, isOut, spans, disinfectedAt }: RoomFacts, moment: Date): RoomStanding {
  const held = spans.filter((span) => holdsAt(span, moment))
  const ended = spans.filter(({ since, until }) => since < until && until <= moment).map(({ until }) => until)
  const vacatedAt = ended.reduce<Date | null>((last, at) => (last && last > at ? last : at), null)
  const isDone = vacatedAt === null || disinfectedAt.some((at) => at >= vacatedAt && at <= moment)
  const waits = held.length === 0 && !isDone
  const state = ((): RoomState => {
    if (held.length > 0) return 'occupied'
    if (zone !== 'contaminated') return 'not-for-living'
    if (isOut) return 'out-of-use'
    return waits ? 'to-disinfect' : 'free'
  })()
  const waitedHours = vacatedAt ? (moment.getTime() - vacatedAt.getTime()) / HOUR_MS : 0
  return { state, held, vacatedAt, isOverdue: waits && waitedHours > VACATED_WITHIN_HOURS }
}

export function capacityOf(rooms: ReadonlyArray<Pick<RoomStanding, 'state' | 'held'>>): Capacity {
  const count = (state: RoomState) => rooms.filter((room) => room.state === state).length
  const outOfUse = count('out-of-use')
  return {
    rooms: rooms.length - count('not-for-living') - outOfUse,
    occupied: count('occupied'),
    free: count('free'),
    toDisinfect: count('to-disinfect'),
    outOfUse,
    persons: rooms.reduce((sum, { held }) => sum + held.length, 0),
  }
}

export interface Routine {
  area: string
  everyHours: number | null
  /** When the rule began. */
  since: Date
  lastDoneAt: Date | null
}
export interface Due extends Routine {
  everyHours: number
  dueAt: Date
  isOverdue: boolean
}
/** Due so many hours after it was last done; after the rule began, when it never was. */
export function dueOf(routine: Routine, moment: Date): Due | null {
  const { everyHours, since, lastDoneAt } = routine
  if (everyHours === null) return null
  const dueAt = new Date((lastDoneAt && lastDoneAt > since ? lastDoneAt : since).getTime() + everyHours * HOUR_MS)
  return { ...routine, everyHours, dueAt, isOverdue: moment > dueAt }
}

// --- Meals ------------------------------------------------------------------------------------------------------------------

export const MEALS = ['breakfast', 'lunch', 'dinner'] as const
export type Meal = (typeof MEALS)[number]
const AT: Record<Meal, string> = { breakfast: '07:00', lunch: '12:00', dinner: '18:00' }
export const mealAt = (day: string, meal: Meal): Date => timeInChina(day, AT[meal])

const normal = (needs: readonly string[]): string[] => [...new Set(needs)].sort()

/** One line for each combination of needs, because it is one dish; those without any first. */
export function platesOf(
  lodgers: ReadonlyArray<{ needs: readonly string[] }>,
): Array<{ needs: string[]; count: number }> {
  const found = new Map<string, { needs: string[]; count: number }>()
  for (const one of lodgers) {
    const needs = normal(one.needs)
    const key = needs.join('\u0001')
    const so = found.get(key)
    if (so) so.count += 1
    else found.set(key, { needs, count: 1 })
  }
  return [...found.values()].sort((a, b) => a.needs.length - b.needs.length || b.count - a.count)
}
