import type { Body } from '@qunfang/client'
import { instant } from '../../device/clock.ts'
import { newId } from '../../device/ids.ts'
import type { Gist } from '../../outbox/entry.ts'

/** A tally while it is being counted. Every tap is kept, so undo can take back the last one, whatever it was. */
export interface Count {
  id: string | null
  startedAt: number | null
  lane: number
  taps: Array<{ of: Counted; by: number }>
}
export type Counted = 'screened' | 'turnedBack' | 'vehicles'

export const emptyCount = (lane = 1): Count => ({ id: null, startedAt: null, lane, taps: [] })

export const totalOf = (count: Count, of: Counted): number =>
  count.taps.reduce((sum, tap) => (tap.of === of ? sum + tap.by : sum), 0)

/** The id exists from the first tap on, so that a person recorded one by one meanwhile can name the tally they are part of. */
export function tapped(count: Count, of: Counted, by: number, now: number): Count {
  const taps = [...count.taps, { of, by }]
  return { ...count, id: count.id ?? newId(now), startedAt: count.startedAt ?? now, taps }
}

export const undone = (count: Count): Count => ({ ...count, taps: count.taps.slice(0, -1) })

/** Counting on for hours makes a figure that fits no hour. */
export const isLong = (count: Count, now: number): boolean =>
  count.startedAt !== null && now - count.startedAt > 3_600_000

export function toTally(
  count: Count,
  where: { id: string; checkpointId: string; shiftId: string | null; at: number },
): Body<'/tallies/batch'>['items'][number] {
  const startedAt = count.startedAt ?? where.at
  return {
    id: where.id,
    checkpointId: where.checkpointId,
    shiftId: where.shiftId,
    lane: count.lane,
    startedAt: instant(startedAt),
    // The server counts spans in whole seconds, and a span has to last.
    recordedAt: instant(Math.max(where.at, startedAt + 1000)),
    screened: totalOf(count, 'screened'),
    turnedBack: totalOf(count, 'turnedBack'),
    vehicles: totalOf(count, 'vehicles'),
  }
}

export const tallyGist = (count: Count): Gist => ({
  outcome: 'tally',
  screened: totalOf(count, 'screened'),
  turnedBack: totalOf(count, 'turnedBack'),
  vehicles: totalOf(count, 'vehicles'),
  fever: false,
})
