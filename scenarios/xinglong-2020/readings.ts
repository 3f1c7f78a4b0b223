import { instant } from './events.ts'
import { DAY, HOUR, overMs, type Spell } from './observed.ts'
import { type Chance, chance } from './random.ts'

export interface ReadingPlan {
  id: string
  orderId: string
  recordedAt: string
  day: string
  slot: 'morning' | 'evening'
  temperatureC: number
  site: 'axillary' | 'forehead'
  way: 'team' | 'phone' | 'self' | 'paper' | 'site'
}

/** When the two checks of a day open and how long people take over them: most in the first hours, a few too late. */
const checks = [
  { slot: 'morning', opensMs: 6.2 * HOUR, lastsMs: 3.4 * HOUR, lateMs: 1.4 * HOUR },
  { slot: 'evening', opensMs: 16.3 * HOUR, lastsMs: 3.2 * HOUR, lateMs: 1.5 * HOUR },
] as const
const MISSED = 0.006
const LATE = 0.02

/** Two readings a day of everybody who is kept apart, all of them normal; now and then one is late, or nobody came. */
export function planReadings(spells: readonly Spell[], offset: string, untilMs: number): ReadingPlan[] {
  return spells.flatMap((spell) => {
    const draw = chance('readings', spell.id)
    const own = draw.around(36.4, 0.15)
    const firstMs = Date.parse(`${instant(spell.startMs, offset).slice(0, 10)}T00:00:00${offset}`)
    const lastMs = Math.min(overMs(spell), untilMs)
    const days = Array.from({ length: Math.ceil((lastMs - firstMs) / DAY) }, (_, nth) => firstMs + nth * DAY)
    return days.flatMap((midnightMs) =>
      checks.flatMap((check): ReadingPlan[] => {
        const takenMs = timeOf(draw, midnightMs, check)
        const missed = draw.may(MISSED)
        const reading = readingOf(draw, own, spell.kind)
        if (missed || takenMs < spell.startMs || takenMs >= lastMs) return []
        const day = instant(midnightMs, offset).slice(0, 10)
        return [
          {
            id: draw.id(takenMs),
            orderId: spell.id,
            recordedAt: instant(takenMs, offset),
            day,
            slot: check.slot,
            ...reading,
          },
        ]
      }),
    )
  })
}

function timeOf(draw: Chance, midnightMs: number, { opensMs, lastsMs, lateMs }: (typeof checks)[number]): number {
  const early = draw.next() * draw.next() * lastsMs
  const late = draw.may(LATE) ? lastsMs - early + draw.next() * lateMs : 0
  return midnightMs + Math.floor((opensMs + early + late) / 1000) * 1000
}

function readingOf(draw: Chance, own: number, kind: Spell['kind']) {
  const temperatureC = Math.round(Math.min(Math.max(draw.around(own, 0.25), 35.8), 37.2) * 10) / 10
  const turn = draw.next()
  const way =
    kind === 'central' ? 'site' : turn < 0.68 ? 'team' : turn < 0.88 ? 'phone' : turn < 0.95 ? 'self' : 'paper'
  const site = way === 'team' && draw.may(0.4) ? 'forehead' : 'axillary'
  return { temperatureC, site, way } as const
}
