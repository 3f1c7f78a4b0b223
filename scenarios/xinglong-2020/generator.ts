import { createHash } from 'node:crypto'
import { planCorrections } from './corrections.ts'
import type { Scenario } from './events.ts'
import { planFevers } from './fevers.ts'
import { type FiguresFile, ScenarioError } from './figures.ts'
import { planPassages, planRushes } from './passages.ts'
import { type Division, planCheckpoints } from './plan.ts'
import { chance } from './random.ts'
import { planShifts } from './shifts.ts'
import { planTraffic } from './traffic.ts'

export interface Wish {
  county: string
  divisions: readonly Division[]
  /** Part of the people of the figures file; the checkpoints stay as many as they are. */
  scale?: number
}

/** Everything the checkpoints of a county record, from a figures file and a list of divisions alone: no clock, no real chance. */
export function generate(given: FiguresFile, wish: Wish): Scenario {
  const scale = wish.scale ?? 1
  if (!(scale > 0 && scale <= 100)) throw new ScenarioError(`比例 ${scale} 不可用 / A scale of ${scale} cannot be used`)
  const file = { ...given, seed: seedOf(given, scale) }
  const { county } = wish
  const checkpoints = planCheckpoints(file, county, wish.divisions)
  const cells = planTraffic(file, checkpoints, scale)
  const book = planShifts(file, county, checkpoints)
  const { passages, tallies } = planPassages(file, county, cells, planRushes(file, cells), book)
  byTime(passages)
  const outcomes = planFevers(file, county, checkpoints, passages)
  const corrections = planCorrections(file, county, passages)
  byTime(passages)
  byTime(tallies)
  const draw = chance(file.seed, county, 'delivery')
  const late = new Set<string>()
  const twice = new Set<string>()
  for (const { id } of passages) {
    if (draw.may(0.02)) late.add(id)
    if (draw.may(0.01)) twice.add(id)
  }
  const { offset, endsAt } = file.calendar
  return {
    seed: file.seed,
    county,
    offset,
    endsAt,
    checkpoints,
    shifts: book.shifts,
    passages,
    tallies,
    corrections,
    outcomes,
    late,
    twice,
  }
}

/** Counts up when the same file begins to give other records. */
const EDITION = 2

/** Other figures, another scale or another edition make other ids, so no record is ever taken for one of another scenario. */
function seedOf({ seed, county, calendar, checkpoints, figures }: FiguresFile, scale: number): string {
  const own = figures.filter(({ owner }) => owner === 'checkpoints')
  const made = JSON.stringify([EDITION, county.code, calendar, checkpoints, own, scale])
  return `${seed}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`
}

function byTime(facts: Array<{ id: string; recordedAt: string }>): void {
  facts.sort((one, other) => order(one.recordedAt, other.recordedAt) || order(one.id, other.id))
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
