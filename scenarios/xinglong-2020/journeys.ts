import { instant } from './events.ts'
import { type FiguresFile, type Mark, marksOf, ScenarioError } from './figures.ts'
import type { Residents } from './households.ts'
import { nameFrom } from './people.ts'
import { at, type Chance, chance } from './random.ts'

/** The line list looks back to this day, and so do its published definitions. */
export const SINCE_MS = Date.parse('2020-01-15T00:00:00+08:00')
const HOUR = 3_600_000
const DAY = 24 * HOUR

export interface Whereabouts {
  code?: string
  place?: string
}
/** Somebody of the households, or somebody whom no household has: the file may ask for more than live here. */
export type WhoPlan = { personId: string } | { id: string; name: string }
export interface TravelPlan {
  id: string
  division: string
  recordedAt: string
  person: WhoPlan
  from: Whereabouts
  via: Whereabouts[]
  to: Whereabouts
  leftAt: string
  leftEstimated: boolean
  arrivedAt: string
  arrivedEstimated: boolean
  means: 'rail' | 'air' | 'coach' | 'own-car'
  service: string | null
  plate: string | null
  learnedFrom: 'visit' | 'self' | 'checkpoint'
  corrects?: string
  why?: string
  voided?: true
}

export interface Someone {
  id: string
  division: string
  household: number | null
  name: string | null
}
export interface Returnee extends Someone {
  group: 'wuhan' | 'hubei' | 'elsewhere'
  homeMs: number
}

/** People of the county in an order of chance, each given out once. */
export function crowdOf(draw: Chance, { households }: Residents, division: string) {
  const all = households.flatMap(({ division: home, members }, household) =>
    members.map(({ id }): Someone => ({ id, division: home, household, name: null })),
  )
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = draw.whole(0, last)
    ;[all[last], all[other]] = [at(all, other), at(all, last)]
  }
  const taken = new Set<string>()
  const stranger = (atMs: number): Someone => ({ id: draw.id(atMs), division, household: null, name: nameFrom(draw) })
  return {
    taken,
    next(atMs: number): Someone {
      let one = all.pop()
      while (one && taken.has(one.id)) one = all.pop()
      const found = one ?? stranger(atMs)
      taken.add(found.id)
      return found
    },
  }
}
export type Crowd = ReturnType<typeof crowdOf>

export const whoOf = ({ id, name }: Someone): WhoPlan => (name === null ? { personId: id } : { id, name })

/** The value a figure has at a moment: its mark, or a straight line between two. */
function valueAt(marks: readonly Mark[], atMs: number): number {
  const after = marks.find((mark) => mark.atMs >= atMs) ?? marks.at(-1)
  if (!after) return 0
  const before = marks.findLast((mark) => mark.atMs < atMs) ?? { atMs: SINCE_MS, value: 0 }
  const part = after.atMs <= before.atMs ? 1 : Math.min((atMs - before.atMs) / (after.atMs - before.atMs), 1)
  return before.value + (after.value - before.value) * part
}

export interface Stretch {
  fromMs: number
  toMs: number
  /** How many more at its end than at its beginning: of the figure within, and of the rest around it. */
  inner: number
  rest: number
}
/** The time between one mark and the next of two figures, the second within the first. */
export function stretchesOf(file: FiguresFile, [outer, inner]: [string, string | null], scale: number): Stretch[] {
  const all = marksOf(file, outer)
  const part = inner ? marksOf(file, inner) : []
  const moments = [...new Set([...all, ...part].map(({ atMs }) => atMs))].sort((one, other) => one - other)
  let before = { inner: 0, rest: 0 }
  let fromMs = SINCE_MS
  return moments.map((toMs) => {
    const within = valueAt(part, toMs)
    const now = {
      inner: Math.round(Math.round(within) * scale),
      rest: Math.round((Math.round(valueAt(all, toMs)) - Math.round(within)) * scale),
    }
    const stretch = { fromMs, toMs, inner: now.inner - before.inner, rest: now.rest - before.rest }
    if (stretch.inner < 0 || stretch.rest < 0)
      throw new ScenarioError(
        `${outer} 的人数不能减少 / ${outer} cannot get shorter, nor be less than what lies within it`,
      )
    if (toMs <= SINCE_MS && now.inner + now.rest > 0)
      throw new ScenarioError('名单从1月15日起算 / The line list looks back to 15 January only')
    before = now
    fromMs = Math.max(toMs, SINCE_MS)
    return stretch
  })
}

/** People come home for the New Year; after the 23rd hardly anybody leaves Wuhan. */
const homecoming = [5, 6, 7, 9, 10, 11, 12, 11, 9, 7, 3, 2, 2, 1.5, 1.5, 2, 2.5, 2.5, 2]
const weightOf = (day: number, isHubei: boolean): number => (homecoming[day] ?? 1) * (isHubei && day > 8 ? 0.04 : 1)

export function momentIn(draw: Chance, fromMs: number, toMs: number, isHubei: boolean): number {
  const first = Math.floor((fromMs - SINCE_MS) / DAY)
  const days = Array.from({ length: Math.ceil((toMs - SINCE_MS) / DAY) - first }, (_, nth) => ({
    day: first + nth,
    weight: weightOf(first + nth, isHubei),
  }))
  const { day } = draw.weighted(days)
  const drawn = SINCE_MS + day * DAY + draw.whole(6 * 60, 23 * 60) * 60_000 + draw.whole(5, 55) * 1000
  return drawn > fromMs && drawn < toMs
    ? drawn
    : fromMs + Math.floor(((toMs - fromMs) * (draw.next() * 0.9 + 0.05)) / 1000) * 1000
}

export function planReturnees(file: FiguresFile, crowd: Crowd, draw: Chance, scale: number): Returnee[] {
  const found: Returnee[] = []
  const add = (group: Returnee['group'], { fromMs, toMs }: Stretch, count: number) => {
    for (let nth = 0; nth < count; nth += 1) {
      const homeMs = momentIn(draw, fromMs, toMs, group !== 'elsewhere')
      found.push({ ...crowd.next(homeMs), group, homeMs })
    }
  }
  for (const stretch of stretchesOf(file, ['exposures.from-hubei', 'exposures.from-wuhan'], scale)) {
    add('wuhan', stretch, stretch.inner)
    add('hubei', stretch, stretch.rest)
  }
  for (const stretch of stretchesOf(file, ['exposures.from-elsewhere', null], scale))
    add('elsewhere', stretch, stretch.rest)
  return found
}

const wuhan = ['420102', '420103', '420104', '420105', '420106', '420107', '420111', '420112', '420115', '420116']
const otherHubei = ['420200', '420300', '420500', '420600', '420700', '420800', '420900', '421000', '421100', '421300']
const beyondWuhan = ['430100', '440100', '450100', '520100']
const anywhere = [
  { code: '110105', weight: 30 },
  { code: '120111', weight: 18 },
  { code: '130203', weight: 16 },
  { code: '130802', weight: 8 },
  { code: '210102', weight: 5 },
  { code: '150404', weight: 4 },
  { code: '370102', weight: 4 },
  { code: '310115', weight: 4 },
  { code: '440106', weight: 3 },
  { code: '610102', weight: 2 },
]

/** The journeys of the returnees, and those that were written down wrongly at first. */
export function planJourneys(
  file: FiguresFile,
  county: string,
  returnees: readonly Returnee[],
  crowd: Crowd,
): TravelPlan[] {
  const draw = chance(file.seed, county, 'journeys')
  const own = file.checkpoints.origins.filter(({ code, affected }) => !affected && code !== county)
  const origins =
    own.length > 0 ? [...own, ...anywhere.filter(({ code }) => !own.some((one) => one.code === code))] : anywhere
  const { offset } = file.calendar
  const plans: TravelPlan[] = []
  let cars = 0
  const leg = (who: Someone, homeMs: number, way: Pick<TravelPlan, 'from' | 'via'>, to: Whereabouts): TravelPlan => {
    const byCar = draw.may(0.3)
    const means = byCar ? 'own-car' : draw.may(0.7) ? 'rail' : draw.may(0.8) ? 'coach' : 'air'
    cars += byCar ? 1 : 0
    const takes = (byCar ? 10 : 5) * HOUR + draw.whole(0, 5 * 60) * 60_000
    const number = draw.whole(100, 999)
    const laterMs = homeMs + draw.whole(2, 100) * HOUR
    return {
      id: draw.id(laterMs),
      division: who.division,
      recordedAt: instant(laterMs, offset),
      person: whoOf(who),
      ...way,
      to,
      leftAt: instant(homeMs - takes, offset),
      leftEstimated: draw.may(0.2),
      arrivedAt: instant(homeMs, offset),
      arrivedEstimated: draw.may(0.05),
      means,
      service: byCar ? null : means === 'rail' ? `G9${number}` : means === 'air' ? `XX9${number}` : `班${number}`,
      plate: byCar ? plateOf(way.from.code ?? '', cars) : null,
      learnedFrom: draw.may(0.7) ? 'visit' : draw.may(0.5) ? 'self' : 'checkpoint',
    }
  }
  for (const one of returnees) {
    const to = { code: one.division }
    if (one.group === 'elsewhere') {
      plans.push(leg(one, one.homeMs, { from: { code: draw.weighted(origins).code }, via: [] }, to))
      continue
    }
    const here = one.group === 'wuhan' ? wuhan : otherHubei
    // A change of trains, a stop on the way north, or straight home.
    const turn = draw.next()
    if (turn < 0.12 && one.group === 'wuhan')
      plans.push(leg(one, one.homeMs, { from: { code: draw.pick(beyondWuhan) }, via: [{ code: '4201' }] }, to))
    else if (turn < 0.22 && one.homeMs - SINCE_MS > 4 * DAY) {
      plans.push(
        leg(
          one,
          one.homeMs - draw.whole(30, 90) * HOUR,
          { from: { code: draw.pick(here) }, via: [] },
          { code: '110106' },
        ),
      )
      plans.push(leg(one, one.homeMs, { from: { code: '110106' }, via: [] }, to))
    } else
      plans.push(
        leg(one, one.homeMs, { from: { code: draw.pick(here) }, via: turn < 0.6 ? [{ code: '1101' }] : [] }, to),
      )
  }
  const corrections = planMistakes(file, plans, crowd, draw, leg)
  return [...plans, ...corrections]
}

const plateOf = (from: string, nth: number): string => {
  const letters = from.startsWith('42') ? '鄂A' : from.startsWith('11') ? '京N' : '冀B'
  return `${letters}0${((nth * 7_919 + 500_000) % 1_336_336).toString(34).toUpperCase().replaceAll('I', 'Y').replaceAll('O', 'Z').padStart(4, '0')}`
}

type Leg = (who: Someone, homeMs: number, way: Pick<TravelPlan, 'from' | 'via'>, to: Whereabouts) => TravelPlan

/** Wu'an in Hebei heard as Wuhan and put right; and journeys of somebody who had not been away. */
function planMistakes(file: FiguresFile, plans: TravelPlan[], crowd: Crowd, draw: Chance, leg: Leg): TravelPlan[] {
  const { offset } = file.calendar
  const corrections: TravelPlan[] = []
  const later = (plan: TravelPlan) => Date.parse(plan.recordedAt) + draw.whole(3, 60) * HOUR
  const misheard = plans.filter(({ from }) => from.code === '130203').slice(0, Math.ceil(plans.length / 1500))
  for (const plan of misheard) {
    const laterMs = later(plan)
    const right = {
      id: draw.id(laterMs),
      recordedAt: instant(laterMs, offset),
      corrects: plan.id,
      why: '听错地名:是河北武安,不是武汉',
    }
    corrections.push({ ...plan, ...right, from: { code: '130481' } })
    plan.from = { code: '420100' }
  }
  const never = Math.floor(plans.length / 4000)
  for (let nth = 0; nth < never; nth += 1) {
    const homeMs = SINCE_MS + draw.whole(2, 12) * DAY + 11 * HOUR
    const who = crowd.next(homeMs)
    const plan = leg(who, homeMs, { from: { code: draw.pick(wuhan) }, via: [] }, { code: who.division })
    const laterMs = later(plan)
    plans.push(plan)
    corrections.push({
      ...plan,
      id: draw.id(laterMs),
      recordedAt: instant(laterMs, offset),
      corrects: plan.id,
      why: '登记错人,本人未离县',
      voided: true,
    })
  }
  return corrections
}
