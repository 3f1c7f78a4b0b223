import { addDays, daysBetween } from '../places/rules.clock.ts'
import type { ProfileBody } from './rules.ts'

/**
 * Which days somebody is under observation. Day 0 is the anchor (the last exposure, or the rash where the profile counts from
 * it); days 1 to N are observed in full, so release belongs to the end of day N and is open from the day after. Days are
 * calendar days in China, written YYYY-MM-DD.
 */
export type ObservationMode = 'central' | 'home'
type Ruled = { body: Pick<ProfileBody, 'observation' | 'testDays'> }

export interface Observation {
  /** Day 0. */
  anchor: string
  from: string
  to: string
  monitoringFrom?: string
  monitoringTo?: string
  testDays: string[]
  /** The first day on which a release may be written. */
  releaseFrom: string
}

/** The latest counts: a new exposure restarts the days, and an earlier one that becomes known later changes nothing. */
export const anchorOf = (exposures: readonly string[]): string | null =>
  exposures.reduce<string | null>((latest, day) => (latest === null || day > latest ? addDays(day, 0) : latest), null)

/** Null under a profile that observes nobody. */
export function observationOf(
  { body }: Ruled,
  { anchor, mode }: { anchor: string; mode: ObservationMode },
): Observation | null {
  const { days, monitoringDays } = body.observation
  if (days === 0) return null
  const to = addDays(anchor, days)
  const last = addDays(to, monitoringDays)
  const monitoring = monitoringDays > 0 ? { monitoringFrom: addDays(to, 1), monitoringTo: last } : {}
  return {
    anchor,
    from: addDays(anchor, 1),
    to,
    ...monitoring,
    testDays: testDaysOf(body, mode).map((day) => addDays(anchor, day)),
    releaseFrom: addDays(last, 1),
  }
}

/** Days after the anchor. The plans count the tests of the days at home from their own first day. */
function testDaysOf({ observation, testDays = {} }: Ruled['body'], mode: ObservationMode): number[] {
  const { central = [], home = [] } = testDays
  if (observation.monitoringDays === 0) return mode === 'central' ? central : home
  return [...central, ...home.map((day) => observation.days + day)]
}

/** Day 0 is the anchor, day 1 the first observed; negative before. */
export const dayNumber = ({ anchor }: Pick<Observation, 'anchor'>, day: string): number => daysBetween(anchor, day)

export type ObservationPhase = 'before' | 'observation' | 'monitoring' | 'over'

export function phaseOn(observation: Observation, day: string): ObservationPhase {
  if (day < observation.from) return 'before'
  if (day <= observation.to) return 'observation'
  return day < observation.releaseFrom ? 'monitoring' : 'over'
}

/** A profile that names no place leaves it open. */
export const mayObserve = ({ body }: Ruled, mode: ObservationMode): boolean =>
  body.observation.modes.length === 0 || body.observation.modes.includes(mode)

/** Whose immunity is not known is observed like somebody without any. */
export function isObserved({ body }: Ruled, { susceptible }: { susceptible: boolean | null }): boolean {
  const { days, contacts } = body.observation
  if (days === 0 || contacts === 'none') return false
  return contacts === 'all' || susceptible !== false
}
