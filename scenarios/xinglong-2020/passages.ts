import {
  type Decision,
  instant,
  type PassagePlan,
  type Reason,
  type Symptom,
  type TallyPlan,
  type Traveller,
} from './events.ts'
import type { FiguresFile } from './figures.ts'
import { gather } from './people.ts'
import { type Chance, chance } from './random.ts'
import type { ShiftBook } from './shifts.ts'
import type { Cell } from './traffic.ts'

const vehicleSizes = [
  { people: 1, weight: 42 },
  { people: 2, weight: 30 },
  { people: 3, weight: 16 },
  { people: 4, weight: 9 },
  { people: 5, weight: 3 },
]
const REFUSALS_PER_PARTY = 0.0012
const mildSymptoms: Symptom[] = ['cough', 'runny-nose', 'sore-throat', 'headache', 'weakness']

interface Crew {
  file: FiguresFile
  county: string
  book: ShiftBook
  crowd: ReturnType<typeof gather>
  /** Those who have come by before, per checkpoint: commuters, drivers, villagers. */
  regulars: Map<string, Traveller[]>
  plates: Map<Traveller, string>
}

export function planPassages(
  file: FiguresFile,
  county: string,
  cells: readonly Cell[],
  tallied: ReadonlyMap<Cell, number>,
  book: ShiftBook,
) {
  const crew: Crew = { file, county, book, crowd: gather(file.seed, county), regulars: new Map(), plates: new Map() }
  const passages: PassagePlan[] = []
  const tallies: TallyPlan[] = []
  for (const cell of cells) {
    const draw = chance(file.seed, county, 'cell', cell.checkpoint.key, cell.fromMs)
    const inRush = tallied.get(cell) ?? 0
    if (inRush > 0) tallies.push(...countRush(crew, cell, inRush, draw, passages))
    let left = cell.people - inRush
    while (left > 0) {
      const party = Math.min(left, partySize(cell, draw))
      passages.push(...letThrough(crew, cell, party, draw))
      left -= party
      if (draw.may(REFUSALS_PER_PARTY)) passages.push(refuse(crew, cell, draw))
    }
  }
  return { passages, tallies }
}

/**
 * Rushes are counted by hand: the busiest hours of the stations, until the share without a record of their own is used up.
 */
export function planRushes(file: FiguresFile, cells: readonly Cell[]): Map<Cell, number> {
  const rushes = new Map<Cell, number>()
  const segments = new Set(cells.map(({ segment }) => segment))
  for (const segment of segments) {
    const inside = cells.filter((cell) => cell.segment === segment)
    let budget = Math.floor(
      inside.reduce((sum, { people }) => sum + people, 0) * (1 - file.checkpoints.individualShare),
    )
    const busiest = inside
      .filter(
        ({ checkpoint, people, fromMs, toMs }) =>
          checkpoint.kind !== 'village-turn-back' && people >= 5 && toMs - fromMs > 1_200_000,
      )
      .map((cell, index) => ({ cell, index }))
      .sort((one, other) => other.cell.people - one.cell.people || one.index - other.index)
    for (const { cell } of busiest) {
      const people = Math.min(Math.round(cell.people * 0.75), budget)
      if (people < 3) continue
      rushes.set(cell, people)
      budget -= people
    }
  }
  return rushes
}

function countRush(crew: Crew, cell: Cell, people: number, draw: Chance, passages: PassagePlan[]): TallyPlan[] {
  const spans = Math.max(people > 60 ? 3 : people > 25 ? 2 : 1, Math.ceil(people / 400))
  const slot = ((cell.toMs - cell.fromMs) * 0.85) / spans
  const fromMs = cell.fromMs + draw.next() * (cell.toMs - cell.fromMs) * 0.1
  return Array.from({ length: spans }, (_, nth): TallyPlan => {
    const screened = Math.floor((people * (nth + 1)) / spans) - Math.floor((people * nth) / spans)
    const startMs = tick(fromMs + nth * slot, cell)
    const endMs = tick(fromMs + (nth + 1) * slot - 15_000, cell)
    const tally: TallyPlan = {
      id: draw.id(endMs),
      checkpointId: cell.checkpoint.id,
      shiftId: crew.book.onDuty(cell.checkpoint.id, endMs),
      lane: 1,
      startedAt: instant(startMs, crew.file.calendar.offset),
      recordedAt: instant(endMs, crew.file.calendar.offset),
      screened,
      turnedBack: Array.from({ length: screened }, () => draw.may(0.025)).filter(Boolean).length,
      vehicles: Math.max(1, Math.round(screened / (1.9 + draw.next() * 0.6))),
    }
    // Somebody in the queue has to be written down after all; the tally has counted them already.
    if (draw.may(0.06)) {
      const later = tick(endMs + draw.whole(20, 240) * 1000, cell)
      if (later > endMs)
        passages.push({ ...onePassage(crew, cell, later, crew.crowd.newcomer(), draw), ...pass, fromTallyId: tally.id })
    }
    return tally
  })
}

const pass = { decision: 'pass', reason: null } as const

function partySize(cell: Cell, draw: Chance): number {
  if (cell.checkpoint.kind === 'village-turn-back') return draw.may(0.75) ? 1 : 2
  return draw.weighted(vehicleSizes).people
}

/** Everybody of one vehicle (or one walker), some seconds apart. The driver's record stands for the vehicle and has its plate. */
function letThrough(crew: Crew, cell: Cell, size: number, draw: Chance): PassagePlan[] {
  const arriveMs = cell.fromMs + draw.next() * (cell.toMs - cell.fromMs)
  const drives = draw.may(cell.checkpoint.kind === 'village-turn-back' ? 0.3 : 0.93)
  const party: Traveller[] = []
  const passages = Array.from({ length: size }, (_, nth) => {
    const traveller = somebody(crew, cell, party, draw)
    party.push(traveller)
    return onePassage(crew, cell, tick(arriveMs + nth * draw.whole(8, 14) * 1000, cell), traveller, draw)
  })
  const [driver] = passages
  if (!driver || !drives) return passages
  driver.plate = plateOf(crew, driver.traveller, draw)
  for (const passage of passages) passage.vehicleId = driver.id
  return passages
}

/** Who comes by again comes in the same car. */
function plateOf(crew: Crew, driver: Traveller, draw: Chance): string | null {
  const prefixes = crew.file.checkpoints.platePrefixes
  if (prefixes.length === 0) return null
  const plate = crew.plates.get(driver) ?? crew.crowd.plate(draw.weighted(prefixes).prefix)
  crew.plates.set(driver, plate)
  return plate
}

/** Somebody who would not be measured or written down was not screened, so he comes on top of those who were. */
function refuse(crew: Crew, cell: Cell, draw: Chance): PassagePlan {
  const ms = tick(cell.fromMs + draw.next() * (cell.toMs - cell.fromMs), cell)
  const measured = draw.may(0.4)
  const passage = onePassage(crew, cell, ms, { ...crew.crowd.newcomer(), document: null, phone: null }, draw)
  const reason = measured ? 'would-not-register' : 'would-not-be-measured'
  return { ...passage, temperatureC: measured ? passage.temperatureC : null, decision: 'refused', reason }
}

function somebody(crew: Crew, cell: Cell, party: readonly Traveller[], draw: Chance): Traveller {
  const known = crew.regulars.get(cell.checkpoint.id) ?? []
  if (known.length > 0 && draw.may(cell.checkpoint.kind === 'village-turn-back' ? 0.6 : 0.42)) {
    const again = draw.pick(known)
    if (!party.includes(again)) return again
  }
  const newcomer = crew.crowd.newcomer()
  known.push(newcomer)
  crew.regulars.set(cell.checkpoint.id, known)
  return newcomer
}

function onePassage(crew: Crew, cell: Cell, ms: number, traveller: Traveller, draw: Chance): PassagePlan {
  const { file, county, book } = crew
  const { checkpoint } = cell
  const direction = draw.may(cell.inward) ? 'in' : 'out'
  const origins = file.checkpoints.origins
  const elsewhere = checkpoint.towards !== null && draw.may(0.45) ? { code: checkpoint.towards, affected: false } : null
  const drawn = elsewhere ?? (origins.length > 0 ? draw.weighted(origins) : { code: county, affected: false })
  const origin = drawn.code === file.county.code ? { ...drawn, code: county } : drawn
  const judged = judge(checkpoint.kind === 'village-turn-back', direction, origin.affected, draw)
  return {
    id: draw.id(ms),
    checkpointId: checkpoint.id,
    shiftId: book.onDuty(checkpoint.id, ms),
    recordedAt: instant(ms, file.calendar.offset),
    direction,
    traveller,
    vehicleId: null,
    plate: null,
    temperatureC: normalTemperature(draw),
    site: draw.may(0.82) ? 'forehead' : draw.may(0.93) ? 'wrist' : 'axillary',
    symptoms: draw.may(0.004) ? [draw.pick(mildSymptoms)] : [],
    fromCode: direction === 'in' ? origin.code : county,
    toDivision: direction === 'in' ? checkpoint.division : null,
    ...judged,
    fromTallyId: null,
  }
}

/** In winter the forehead reads low; 37.3 is still no fever. */
function normalTemperature(draw: Chance): number {
  if (draw.may(0.0008)) return 37.3
  return Math.min(Math.max(Math.round(draw.around(36.4, 0.32) * 10), 354), 372) / 10
}

function judge(
  atVillage: boolean,
  direction: 'in' | 'out',
  affected: boolean,
  draw: Chance,
): { decision: Decision; reason: Reason | null } {
  if (direction === 'out') {
    return draw.may(atVillage ? 0.12 : 0.006) ? { decision: 'turned-back', reason: 'no-need-to-travel' } : pass
  }
  if (affected && draw.may(0.7)) return { decision: 'turned-back', reason: 'from-affected-area' }
  if (!draw.may(atVillage ? 0.42 : 0.034)) return pass
  const reasons: Reason[] = [
    'no-need-to-travel',
    'no-need-to-travel',
    'no-proof-of-residence',
    'no-proof-of-residence',
    'other',
  ]
  return { decision: 'turned-back', reason: draw.pick(reasons) }
}

/**
 * A whole second inside the cell and never a full minute, so that a figure "as of 08:00" does not hang on whether the very
 * instant is meant or not.
 */
function tick(ms: number, cell: Cell): number {
  const last = Math.ceil(cell.toMs / 1000) - 1
  const second = Math.min(Math.max(Math.floor(ms / 1000), Math.ceil(cell.fromMs / 1000)), last)
  if (second % 60 !== 0) return second * 1000
  return (second < last ? second + 1 : second - 1) * 1000
}
