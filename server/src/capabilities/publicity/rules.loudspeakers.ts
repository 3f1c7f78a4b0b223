export interface Slot {
  /** Time of the day in the county: 07:00. */
  at: string
  minutes: number
}
export const minuteOf = (at: string): number => Number(at.slice(0, 2)) * 60 + Number(at.slice(3))

/** The slots that a text does not fit into, read at the pace of a loudspeaker. */
export const tooShort = (slots: readonly Slot[], seconds: number): Slot[] =>
  slots.filter(({ minutes }) => minutes * 60 < seconds)

const meet = (one: Slot, other: Slot): boolean =>
  minuteOf(one.at) < minuteOf(other.at) + other.minutes && minuteOf(other.at) < minuteOf(one.at) + one.minutes

export interface Airing {
  fromOn: string
  toOn: string
  times: readonly Slot[]
}
const shareDays = (one: Airing, other: Airing): boolean => one.fromOn <= other.toOn && other.fromOn <= one.toOn
/** The first slot of `one` at which something else is played already. */
export const clashOf = (one: Airing, others: readonly Airing[]): Slot | null =>
  one.times.find((slot) =>
    others.some((other) => shareDays(one, other) && other.times.some((taken) => meet(slot, taken))),
  ) ?? null
export const clashesWithin = (slots: readonly Slot[]): boolean =>
  slots.some((slot, nth) => slots.slice(nth + 1).some((other) => meet(slot, other)))

export const QUIET = ['no-loudspeaker', 'broken', 'nothing-planned', 'not-reported', 'not-played'] as const
export type Quiet = (typeof QUIET)[number]
export interface Village {
  loudspeakers: number
  working: number
  planned: number
  played: number
  missed: number
}
/** Why nothing was heard in a village; null where something was. */
export function quietBecause({ loudspeakers, working, planned, played, missed }: Village): Quiet | null {
  if (played > 0) return null
  if (loudspeakers === 0) return 'no-loudspeaker'
  if (working === 0) return 'broken'
  if (planned === 0) return 'nothing-planned'
  return missed > 0 ? 'not-played' : 'not-reported'
}
