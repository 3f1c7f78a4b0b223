import { createHash } from 'node:crypto'
import { instant } from './events.ts'
import type { Exposures } from './exposures.ts'
import { type FiguresFile, marksOf, ScenarioError } from './figures.ts'
import type { HouseholdPlan, Residents } from './households.ts'
import { SINCE_MS } from './journeys.ts'
import { at, type Chance, chance, namedId } from './random.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** No order is longer, and no edition of the time observed longer. */
const DAYS = 14
/** Of those whose two weeks were over before the day of the account, so many for each who is still at home. */
const OVER_FOR_EACH = 0.63
/** Of those in a central place, so many were at home first. */
const MOVED_SHARE = 0.3

export type Kind = 'home' | 'central'

/** One stay under an order, from its start to the moment it is over, whatever ends it. */
export interface Spell {
  id: string
  personId: string
  household: HouseholdPlan
  kind: Kind
  /** The record of a journey or a meeting that it rests on; by hand when there is none. */
  factId: string | null
  ground: 'close-contact' | 'affected-area'
  anchorKind: 'last-exposure' | 'arrival' | 'observation-began'
  anchorOn: string
  startMs: number
  /** The end that the order states. */
  endMs: number
  /** Released by a doctor, or taken to a central place, before that. */
  releasedMs: number | null
  movedMs: number | null
  /** The spell at home that this one goes on from. */
  after: Spell | null
}

export const overMs = ({ endMs, releasedMs, movedMs }: Spell): number =>
  Math.min(endMs, releasedMs ?? endMs, movedMs ?? endMs)
export const standsAt = (spell: Spell, ms: number): boolean => spell.startMs <= ms && ms < overMs(spell)

/** Somebody who could be kept apart, since when the county knew, and from which day the days count. */
interface Candidate {
  personId: string
  household: HouseholdPlan
  factId: string | null
  ground: Spell['ground']
  anchorKind: Spell['anchorKind']
  anchorMs: number
  knownMs: number
}

/** Counts up when the same file begins to give other orders. */
const EDITION = 1

export interface Ground {
  file: FiguresFile
  county: string
  residents: Residents
  exposures: Exposures
  scale: number
}

/** Who was kept apart when, so that at every mark of the file exactly as many are as it says: pure and seeded. */
export function planSpells(ground: Ground): Spell[] {
  const { file, county, residents, scale } = ground
  if (residents.households.length === 0) return []
  const own = file.figures.filter(({ owner }) => owner === 'isolation')
  const made = JSON.stringify([EDITION, own, file.calendar.offset, scale, residents.households.length])
  const seed = `${file.seed}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`
  const pool = poolOf(ground, chance(seed, county, 'observed'))
  const central = fill(ground, pool, 'central', chance(seed, county, 'central'))
  const before = central.flatMap(({ after }) => (after ? [after] : []))
  return [...fill(ground, pool, 'home', chance(seed, county, 'home'), before), ...central]
}

/** People in an order of chance, each given out once: contacts and returnees first, then anybody. */
function poolOf({ residents, exposures }: Ground, draw: Chance) {
  const homes = new Map<string, HouseholdPlan>()
  for (const household of residents.households) for (const { id } of household.members) homes.set(id, household)
  const known = new Map<string, Candidate>()
  for (const candidate of [...contactsOf(exposures, homes), ...returneesOf(exposures, homes)])
    if (!known.has(candidate.personId)) known.set(candidate.personId, candidate)
  const candidates = shuffled([...known.values()], draw)
  const others = shuffled(
    [...homes.keys()].filter((personId) => !known.has(personId)),
    draw,
  )
  const used = new Set<string>()
  return {
    /** Those of the candidates that fit, at most so many. */
    take(count: number, fits: (candidate: Candidate) => boolean): Candidate[] {
      const found: Candidate[] = []
      for (const candidate of candidates) {
        if (found.length >= count) break
        if (used.has(candidate.personId) || !fits(candidate)) continue
        used.add(candidate.personId)
        found.push(candidate)
      }
      return found
    },
    anybody(knownMs: number): Candidate {
      const personId = others.pop()
      const household = personId === undefined ? undefined : homes.get(personId)
      if (personId === undefined || !household)
        throw new ScenarioError('隔离人数多于全县登记人口 / More people in isolation than the county has on its roster')
      return {
        personId,
        household,
        factId: null,
        ground: 'affected-area',
        anchorKind: 'observation-began',
        anchorMs: knownMs,
        knownMs,
      }
    },
  }
}
type Pool = ReturnType<typeof poolOf>

function contactsOf({ contacts }: Exposures, homes: ReadonlyMap<string, HouseholdPlan>): Candidate[] {
  return contacts.flatMap(({ id, person, lastAt, recordedAt }) => {
    const household = 'personId' in person ? homes.get(person.personId) : undefined
    if (!household || !('personId' in person)) return []
    return [
      {
        personId: person.personId,
        household,
        factId: id,
        ground: 'close-contact',
        anchorKind: 'last-exposure',
        anchorMs: Date.parse(lastAt),
        knownMs: Date.parse(recordedAt),
      },
    ]
  })
}

function returneesOf({ travel, county }: Exposures, homes: ReadonlyMap<string, HouseholdPlan>): Candidate[] {
  const corrected = new Set(travel.flatMap(({ corrects }) => corrects ?? []))
  return travel.flatMap(({ id, person, to, arrivedAt, recordedAt, voided, corrects }) => {
    const household = 'personId' in person ? homes.get(person.personId) : undefined
    if (!household || !('personId' in person) || voided || corrects || corrected.has(id)) return []
    if (!to.code?.startsWith(county) || Date.parse(arrivedAt) < SINCE_MS) return []
    return [
      {
        personId: person.personId,
        household,
        factId: id,
        ground: 'affected-area',
        anchorKind: 'arrival',
        anchorMs: Date.parse(arrivedAt),
        knownMs: Date.parse(recordedAt),
      },
    ]
  })
}

function shuffled<T>(list: T[], draw: Chance): T[] {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = draw.whole(0, last)
    ;[list[last], list[other]] = [at(list, other), at(list, last)]
  }
  return list
}

/** As many under orders of a kind at each mark as the file says: who is too many goes free before it, who is missing is found. */
function fill({ file, scale }: Ground, pool: Pool, kind: Kind, draw: Chance, before: readonly Spell[] = []): Spell[] {
  const { offset, orderedAt } = file.calendar
  const orderedMs = Date.parse(orderedAt)
  const spells: Spell[] = [...before]
  let fromMs = SINCE_MS
  for (const mark of marksOf(file, `isolation.${kind}`)) {
    const wanted = Math.round(mark.value * scale)
    const toMs = mark.atMs
    const standing = spells.filter((spell) => standsAt(spell, toMs))
    for (const spell of standing.slice(wanted)) spell.releasedMs = between(draw, Math.max(spell.startMs, fromMs), toMs)
    const missing = wanted - Math.min(standing.length, wanted)
    for (const found of findMissing(pool, draw, { fromMs, toMs, offset }, missing))
      spells.push(spellOf(found, kind, offset))
    if (kind === 'home') {
      const over = pool.take(Math.round(wanted * OVER_FOR_EACH), ({ anchorMs, knownMs }) => {
        const endMs = endOf(anchorMs, offset)
        return knownMs > Math.max(fromMs, orderedMs) && endMs < toMs && endMs - knownMs > 8 * DAY
      })
      for (const one of over) spells.push(spellOf(one, kind, offset))
    } else
      moveSome(
        spells.filter((spell) => standsAt(spell, toMs) && spell.after === null),
        draw,
        offset,
      )
    fromMs = mark.atMs
  }
  return spells
}

interface Stretch {
  fromMs: number
  toMs: number
  offset: string
}
function findMissing(pool: Pool, draw: Chance, { fromMs, toMs, offset }: Stretch, missing: number): Candidate[] {
  const inTime = ({ anchorMs, knownMs }: Candidate) =>
    knownMs > fromMs && knownMs < toMs - 2 * HOUR && endOf(anchorMs, offset) > toMs
  const found = pool.take(missing, inTime)
  // Who has no ticket to show is watched from the day the watching begins, whenever that is.
  const began = () => between(draw, Math.max(fromMs, toMs - (DAYS - 1) * DAY), toMs - 3 * HOUR)
  const late = pool.take(missing - found.length, ({ knownMs }) => knownMs < toMs - 2 * DAY)
  for (const one of late) {
    const knownMs = Math.min(Math.max(began(), one.knownMs), toMs - 3 * HOUR)
    found.push({ ...one, anchorKind: 'observation-began', anchorMs: knownMs, knownMs })
  }
  while (found.length < missing) found.push(pool.anybody(began()))
  return found
}

const between = (draw: Chance, fromMs: number, toMs: number): number =>
  fromMs + Math.floor((Math.max(toMs - fromMs, 1000) * (0.05 + draw.next() * 0.9)) / 1000) * 1000

const dayOf = (ms: number, offset: string): string => instant(ms, offset).slice(0, 10)
const endOf = (anchorMs: number, offset: string): number =>
  Date.parse(`${dayOf(anchorMs, offset)}T00:00:00${offset}`) + (DAYS + 1) * DAY

function spellOf(candidate: Candidate, kind: Kind, offset: string): Spell {
  const { personId, household, factId, ground, anchorKind, anchorMs, knownMs } = candidate
  return {
    id: namedId('isolation', kind, personId, knownMs),
    personId,
    household,
    kind,
    factId,
    ground,
    anchorKind,
    anchorOn: dayOf(anchorMs, offset),
    startMs: knownMs,
    endMs: endOf(anchorMs, offset),
    releasedMs: null,
    movedMs: null,
    after: null,
  }
}

/** Some were at home for some hours before a room was found for them. */
function moveSome(spells: readonly Spell[], draw: Chance, offset: string): void {
  for (const spell of spells) {
    if (!draw.may(MOVED_SHARE)) continue
    const midnightMs = Date.parse(`${spell.anchorOn}T00:00:00${offset}`)
    const startMs = Math.max(spell.startMs - draw.whole(3, 10) * HOUR, midnightMs)
    const id = namedId('isolation', 'home', spell.personId, startMs)
    spell.after = { ...spell, id, kind: 'home', startMs, movedMs: spell.startMs }
  }
}
