import { instant } from './events.ts'
import { type FiguresFile, marksOf, ScenarioError } from './figures.ts'
import type { Residents } from './households.ts'
import {
  type Crowd,
  type Returnee,
  SINCE_MS,
  type Someone,
  type Stretch,
  stretchesOf,
  type WhoPlan,
  whoOf,
} from './journeys.ts'
import { at, type Chance, chance } from './random.ts'

const HOUR = 3_600_000

export interface ContactPlan {
  id: string
  division: string
  recordedAt: string
  person: WhoPlan
  with: { personId: string }
  firstAt: string
  firstEstimated: boolean
  lastAt: string
  lastEstimated: boolean
  kind: 'household' | 'shared-meal' | 'same-vehicle' | 'visiting' | 'same-room'
  relation: 'family' | 'friend' | 'colleague' | 'neighbour'
  protection: 'none' | 'partial'
  duration: 'over-4-hours' | '1-4-hours' | '15-60-minutes'
  learnedFrom: 'visit' | 'contact'
}
export interface StayPlan {
  id: string
  division: string
  recordedAt: string
  person: WhoPlan
  at: { lon: number; lat: number }
  arrivedAt: string
  arrivedEstimated: boolean
  leftAt: string
  learnedFrom: 'visit'
}

const outside = [
  { kind: 'shared-meal', relation: 'friend', duration: '1-4-hours', weight: 5 },
  { kind: 'visiting', relation: 'neighbour', duration: '15-60-minutes', weight: 4 },
  { kind: 'same-vehicle', relation: 'colleague', duration: '1-4-hours', weight: 2 },
  { kind: 'same-room', relation: 'colleague', duration: 'over-4-hours', weight: 1 },
] as const

/** Whom the returnees met: their households first, then neighbours, friends at table and whoever rode along. */
export function planContacts(
  file: FiguresFile,
  county: string,
  scale: number,
  { returnees, residents, crowd }: { returnees: readonly Returnee[]; residents: Residents; crowd: Crowd },
): ContactPlan[] {
  const draw = chance(file.seed, county, 'contacts')
  const plans: ContactPlan[] = []
  const meet = (group: readonly Returnee[], stretch: Stretch, count: number) => {
    const arrived = group.filter(({ homeMs }) => homeMs < stretch.toMs - HOUR)
    // On another scale rounding may leave contacts of nobody; they are left out.
    if (arrived.length === 0 && scale !== 1) return
    if (count > 0 && arrived.length === 0)
      throw new ScenarioError('有密切接触者而无返回人员 / Close contacts of people who have not come yet')
    for (let nth = 0; nth < count; nth += 1) {
      // A few met many, many met hardly anybody.
      const source = at(arrived, Math.floor(arrived.length * draw.next() ** 1.8))
      plans.push(meeting(file, draw, source, stretch, { residents, crowd }))
    }
  }
  const from = (wanted: Returnee['group']) => returnees.filter(({ group }) => group === wanted)
  for (const stretch of stretchesOf(file, ['exposures.contacts-both', 'exposures.contacts-wuhan'], scale)) {
    meet(from('wuhan'), stretch, stretch.inner)
    meet(from('hubei'), stretch, stretch.rest)
  }
  return plans
}

function meeting(
  file: FiguresFile,
  draw: Chance,
  source: Returnee,
  { fromMs, toMs }: Stretch,
  { residents, crowd }: { residents: Residents; crowd: Crowd },
): ContactPlan {
  const { offset } = file.calendar
  // It begins to count with the journey home or the meeting, whichever is later; that moment has to lie in the stretch.
  const earliest = Math.max(fromMs, source.homeMs)
  const firstMs =
    earliest + Math.floor((Math.min(toMs - earliest, 60 * HOUR) * (0.02 + draw.next() * 0.9)) / 1000) * 1000
  const kin = draw.may(0.9) ? kinOf(source, residents, crowd) : null
  const who = kin ?? crowd.next(firstMs)
  const how = kin
    ? ({ kind: 'household', relation: 'family', duration: 'over-4-hours' } as const)
    : draw.weighted(outside)
  const lastMs = firstMs + (kin ? draw.whole(24, 140) * HOUR : draw.whole(20, 180) * 60_000)
  const laterMs = lastMs + draw.whole(4, 60) * HOUR
  return {
    id: draw.id(laterMs),
    division: who.division,
    recordedAt: instant(laterMs, offset),
    person: whoOf(who),
    with: { personId: source.id },
    firstAt: instant(firstMs, offset),
    firstEstimated: draw.may(0.15),
    lastAt: instant(lastMs, offset),
    lastEstimated: draw.may(0.15),
    kind: how.kind,
    relation: how.relation,
    duration: how.duration,
    protection: draw.may(0.1) ? 'partial' : 'none',
    learnedFrom: draw.may(0.8) ? 'visit' : 'contact',
  }
}

function kinOf(source: Returnee, { households }: Residents, { taken }: Crowd): Someone | null {
  if (source.household === null) return null
  const home = at(households, source.household)
  const free = home.members.find(({ id }) => !taken.has(id))
  if (!free) return null
  taken.add(free.id)
  return { id: free.id, division: home.division, household: source.household, name: null }
}

/** The market as the published definition has it. */
const market = { lon: 114.2578, lat: 30.6197 }
const METRES_A_DEGREE = 111_195

/** Where those from Wuhan had been there: as many near the market as the file says, and some far from it. */
export function planStays(
  file: FiguresFile,
  county: string,
  scale: number,
  returnees: readonly Returnee[],
): StayPlan[] {
  const draw = chance(file.seed, county, 'stays')
  const { offset } = file.calendar
  const fromWuhan = returnees.filter(({ group }) => group === 'wuhan')
  const near = new Set<string>()
  let before = { atMs: SINCE_MS, value: 0 }
  for (const mark of marksOf(file, 'exposures.near-huanan-market')) {
    const value = Math.round(mark.value * scale)
    const there = fromWuhan.filter(({ homeMs, id }) => homeMs > before.atMs && homeMs <= mark.atMs && !near.has(id))
    if (there.length < value - before.value)
      throw new ScenarioError('到过华南海鲜市场的人多于武汉返回的人 / More people near the market than came from Wuhan')
    for (const { id } of there.slice(0, value - before.value)) near.add(id)
    before = { atMs: mark.atMs, value }
  }
  return fromWuhan.flatMap((one): StayPlan[] => {
    const isNear = near.has(one.id)
    if (!isNear && !draw.may(0.12)) return []
    const metres = isNear ? draw.whole(20, 900) : draw.whole(1_300, 14_000)
    const angle = draw.next() * 2 * Math.PI
    const wasMs = one.homeMs - draw.whole(30, 200) * HOUR
    const laterMs = one.homeMs + draw.whole(10, 120) * HOUR
    return [
      {
        id: draw.id(laterMs),
        division: one.division,
        recordedAt: instant(laterMs, offset),
        person: whoOf(one),
        at: {
          lon: market.lon + (Math.sin(angle) * metres) / METRES_A_DEGREE / Math.cos((market.lat * Math.PI) / 180),
          lat: market.lat + (Math.cos(angle) * metres) / METRES_A_DEGREE,
        },
        arrivedAt: instant(wasMs, offset),
        arrivedEstimated: true,
        leftAt: instant(wasMs + HOUR, offset),
        learnedFrom: 'visit',
      },
    ]
  })
}
