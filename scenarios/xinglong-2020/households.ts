import { createHash } from 'node:crypto'
import { type CompoundPlan, planCompounds } from './compounds.ts'
import { instant } from './events.ts'
import { familiesOf, type Relation, type Resident } from './families.ts'
import { type FiguresFile, marksOf } from './figures.ts'
import type { Division } from './plan.ts'
import { at, type Chance, chance, share } from './random.ts'

export interface MemberPlan extends Omit<Resident, 'relation'> {
  /** Of the membership, and of the person as well. */
  id: string
  relation: Relation
}

export interface HouseholdPlan {
  id: string
  /** Code of the village or community, 12 digits. */
  division: string
  compoundId: string | null
  /** Stairwell ('2栋1单元') or villagers' group ('第3组'). */
  block: string
  walkOrder: number
  door: string
  recordedAt: string
  members: MemberPlan[]
}

export interface Residents {
  compounds: CompoundPlan[]
  households: HouseholdPlan[]
}

export interface Wish {
  county: string
  divisions: readonly Division[]
  scale?: number
}

/** Counts up when the same file begins to give other households. */
const EDITION = 1

/**
 * Who lives where: compounds, households and their members. Pure and seeded, the same on every machine, so any other part of the
 * scenario computes the same ids by asking again:
 *
 *     const { compounds, households } = householdPlan(figures, { county, divisions })
 *     households[0].members[0].id // the person
 *
 * `divisions` is what `importDivisions` returns. Communities come first, compound by compound and stairwell by stairwell; then the
 * villages, group by group. Neighbours in the list are neighbours in the street (`walkOrder` counts within a division). The
 * communities have as many as their volunteers look after, the villages as many as cadres do, unless the file has `households`.
 */
export function householdPlan(file: FiguresFile, { county, divisions, scale = 1 }: Wish): Residents {
  const figure = (name: string) => marksOf(file, name).at(-1)?.value ?? 0
  const asked = file.households ?? {
    inCommunities: figure('responsibility.volunteers') * figure('responsibility.households-per-volunteer'),
    inVillages: figure('responsibility.household-cadres'),
  }
  const wanted = { town: Math.round(asked.inCommunities * scale), country: Math.round(asked.inVillages * scale) }
  const seed = seedOf(file, county, wanted)
  const compounds = planCompounds(file, seed, county, divisions, wanted.town)
  const family = familiesOf(chance(seed, county, 'families'))
  const villages = divisions.filter(({ code }) => code.length === 12 && '23'.includes(code.charAt(9)))
  const inVillages = planVillages(file, seed, villages, wanted.country, family)
  const inCompounds = planStairwells(file, seed, compounds, family)
  countTwice(chance(seed, county, 'counted twice'), inVillages, inCompounds)
  return { compounds, households: [...inCompounds, ...inVillages] }
}

function seedOf(file: FiguresFile, county: string, wanted: { town: number; country: number }): string {
  const places = file.figures.filter(({ owner }) => owner === 'places')
  const made = JSON.stringify([EDITION, county, file.calendar, places, wanted])
  return `${file.seed}-${createHash('sha256').update(made).digest('hex').slice(0, 12)}`
}

function planStairwells(
  file: FiguresFile,
  seed: string,
  compounds: readonly CompoundPlan[],
  family: () => Resident[],
): HouseholdPlan[] {
  const walked = new Map<string, number>()
  return compounds.flatMap(({ id: compoundId, division, households, managed }) => {
    const draw = chance(seed, compoundId)
    const [floors, perFloor] = managed ? [draw.whole(6, 11), 2] : [draw.whole(3, 6), 2]
    const stairwells = draw.whole(2, 4)
    return Array.from({ length: households }, (_, nth): HouseholdPlan => {
      const inStairwell = nth % (floors * perFloor)
      const stairwell = Math.floor(nth / (floors * perFloor))
      const walkOrder = (walked.get(division) ?? 0) + 1
      walked.set(division, walkOrder)
      return {
        ...recorded(file, draw, family()),
        division,
        compoundId,
        block: `${Math.floor(stairwell / stairwells) + 1}栋${(stairwell % stairwells) + 1}单元`,
        walkOrder,
        door: `${Math.floor(inStairwell / perFloor) + 1}0${(inStairwell % perFloor) + 1}室`,
      }
    })
  })
}

function planVillages(
  file: FiguresFile,
  seed: string,
  villages: readonly Division[],
  count: number,
  family: () => Resident[],
): HouseholdPlan[] {
  if (villages.length === 0) return []
  const parts = share(
    count,
    villages.map(({ code }) => 0.6 + chance(seed, 'size', code).next() * 0.8),
  )
  return villages.flatMap(({ code: division }, index) => {
    const draw = chance(seed, division)
    const groups = draw.whole(2, 4)
    const own = at(parts, index)
    return Array.from({ length: own }, (_, nth): HouseholdPlan => {
      const group = Math.floor((nth * groups) / own) + 1
      return {
        ...recorded(file, draw, family()),
        division,
        compoundId: null,
        block: `第${group}组`,
        walkOrder: nth + 1,
        door: `${nth + 1}号`,
      }
    })
  })
}

const DAY = 86_400_000

/** Written down door by door on one of the ten days after the order. */
function recorded(file: FiguresFile, draw: Chance, family: Resident[]) {
  const from = Date.parse(file.calendar.orderedAt) + 2 * DAY
  const atMs = Math.floor((from + draw.next() * 10 * DAY) / 60_000) * 60_000
  return {
    id: draw.id(atMs),
    recordedAt: instant(atMs, file.calendar.offset),
    members: family.map((resident): MemberPlan => ({ id: draw.id(atMs), ...resident })),
  }
}

/** One old parent in a hundred stands in the village's list and in the child's in town, there without a document. */
function countTwice(draw: Chance, villages: readonly HouseholdPlan[], town: readonly HouseholdPlan[]): void {
  if (town.length === 0) return
  for (const { members } of villages) {
    const [head] = members
    if (!head?.phone || !draw.may(0.01)) continue
    const { name, phone } = head
    const home = draw.pick(town)
    home.members.push({ id: draw.id(Date.parse(home.recordedAt)), relation: 'parent', name, phone, document: null })
  }
}
