import type { HouseholdPlan } from './households.ts'
import { at, type Chance, chance } from './random.ts'

export type Outcome = 'met' | 'phone' | 'notice' | 'nobody' | 'sealed' | 'refused'
export interface Knock {
  atMs: number
  outcome: Outcome
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** As many doors as one visitor is given. */
const DOORS_A_VISITOR = 30

/** What the first knock finds, by share; at work in the morning, more are at home in the evening. */
const FIRST = [
  { outcome: 'met', weight: 860 },
  { outcome: 'phone', weight: 28 },
  { outcome: 'nobody', weight: 72 },
  { outcome: 'notice', weight: 28 },
  { outcome: 'sealed', weight: 9 },
  { outcome: 'refused', weight: 1 },
] as const
const EVENING = [
  { outcome: 'met', weight: 640 },
  { outcome: 'phone', weight: 130 },
  { outcome: 'notice', weight: 190 },
  { outcome: 'nobody', weight: 30 },
  { outcome: 'sealed', weight: 10 },
] as const
const NEXT_DAY = [
  { outcome: 'met', weight: 520 },
  { outcome: 'phone', weight: 220 },
  { outcome: 'notice', weight: 200 },
  { outcome: 'sealed', weight: 60 },
] as const

/**
 * Who knocked when, and what came of it: each visitor walks about thirty doors in order from the morning on, comes back in the
 * evening to those who were out, and once more the next morning.
 */
export function planKnocks(
  seed: string,
  households: readonly HouseholdPlan[],
  midnightMs: number,
): Map<HouseholdPlan, Knock[]> {
  const knocks = new Map<HouseholdPlan, Knock[]>()
  for (const [division, own] of Map.groupBy(households, ({ division: of }) => of)) {
    for (let from = 0; from < own.length; from += DOORS_A_VISITOR) {
      const draw = chance(seed, 'visitor', division, from)
      let clock = midnightMs + 7.75 * HOUR + draw.whole(0, 90) * MINUTE
      for (const home of own.slice(from, from + DOORS_A_VISITOR)) {
        knocks.set(home, knocksAt(draw, clock, midnightMs))
        clock += draw.whole(6, 16) * MINUTE
        if (clock >= midnightMs + 12 * HOUR && clock < midnightMs + 13 * HOUR) clock += HOUR
      }
    }
  }
  return knocks
}

const isOut = (outcome: Outcome): boolean => outcome === 'nobody' || outcome === 'notice'

function knocksAt(draw: Chance, clock: number, midnightMs: number): Knock[] {
  const knocks: Knock[] = [{ atMs: clock, outcome: draw.weighted(FIRST).outcome }]
  const evening = midnightMs + 17.5 * HOUR + draw.whole(0, 145) * MINUTE
  if (isOut(at(knocks, 0).outcome)) knocks.push({ atMs: evening, outcome: draw.weighted(EVENING).outcome })
  const nextDay = midnightMs + 33 * HOUR + draw.whole(0, 170) * MINUTE
  const last = at(knocks, knocks.length - 1).outcome
  if (knocks.length === 2 && isOut(last) && draw.may(0.7))
    knocks.push({ atMs: nextDay, outcome: draw.weighted(NEXT_DAY).outcome })
  return knocks
}
