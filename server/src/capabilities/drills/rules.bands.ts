import type { Run } from './rules.run.ts'
import type { Setting } from './schema.ts'

/** What many runs have in common: where the middle half of them lies, and nine of ten. Pure. */
export interface Band {
  low90: number
  low50: number
  middle: number
  high50: number
  high90: number
}

const at = (sorted: ArrayLike<number>, share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0
export function bandOf(values: ArrayLike<number>): Band {
  const sorted = Float64Array.from(values).sort()
  return {
    low90: at(sorted, 0.05),
    low50: at(sorted, 0.25),
    middle: at(sorted, 0.5),
    high50: at(sorted, 0.75),
    high90: at(sorted, 0.95),
  }
}

/** Where need and what there is meet; only the need where nobody has said what there is. */
export interface Against {
  peak: Band
  /** Share of runs in which it is not enough on some day, on how many days, and since when in the middle one of those. */
  over: { share: number; days: Band; firstDay: number | null } | null
}
export interface GoodNeed {
  id: string
  need: Band
  shareOver: number
  /** The day by which it is used up in the middle one of the runs in which it is. */
  firstDay: number | null
}
export interface TownshipSeen {
  code: string
  infected: Band
  shareReached: number
}
export interface Outcome {
  runs: number
  infected: Band[]
  found: Band[]
  central: Band[]
  home: Band[]
  patients: Band[]
  teams: Band[]
  total: Band
  totalFound: Band
  /** Runs in which nobody was infected on the last fourteen days. */
  shareQuiet: number
  rooms: Against
  beds: Against
  teamsNeeded: Against
  goods: GoodNeed[]
  townships: TownshipSeen[]
}

const sum = (values: ArrayLike<number>): number => {
  let all = 0
  for (let nth = 0; nth < values.length; nth++) all += values[nth] ?? 0
  return all
}
const middleOf = (days: readonly number[]): number | null => {
  const sorted = [...days].sort((a, b) => a - b)
  return sorted.length > 0 ? at(sorted, 0.5) : null
}

function bandsByDay(series: readonly ArrayLike<number>[], days: number): Band[] {
  return Array.from({ length: days }, (_, day) => bandOf(series.map((one) => one[day] ?? 0)))
}

function against(series: readonly ArrayLike<number>[], limit: number | null): Against {
  const peak = bandOf(series.map((one) => Math.max(...Array.from(one))))
  if (limit === null) return { peak, over: null }
  const days = series.map((one) => Array.from(one).filter((need) => need > limit).length)
  const firsts = series.flatMap((one) => {
    const first = Array.from(one).findIndex((need) => need > limit)
    return first < 0 ? [] : [first]
  })
  return { peak, over: { share: firsts.length / series.length, days: bandOf(days), firstDay: middleOf(firsts) } }
}

function goodNeed(runs: readonly Run[], good: Setting['county']['goods'][number]): GoodNeed {
  const firsts: number[] = []
  const needs = runs.map(({ central, home, patients }) => {
    let used = 0
    let first = -1
    for (let day = 0; day < central.length; day++) {
      const observed = (central[day] ?? 0) + (home[day] ?? 0)
      used += observed * good.perObserved + (patients[day] ?? 0) * good.perPatient
      if (first < 0 && used > good.inStore) first = day
    }
    if (first >= 0) firsts.push(first)
    return used
  })
  return { id: good.id, need: bandOf(needs), shareOver: firsts.length / runs.length, firstDay: middleOf(firsts) }
}

const QUIET_DAYS = 14
export function outcomeOf(runs: readonly Run[], { days, county, townships }: Setting): Outcome {
  const of = (name: Exclude<keyof Run, 'byTownship'>) => runs.map((run) => run[name])
  const teams = of('home').map((one) => Float64Array.from(one, (homes) => Math.ceil(homes / county.homesPerTeam)))
  return {
    runs: runs.length,
    infected: bandsByDay(of('infected'), days),
    found: bandsByDay(of('found'), days),
    central: bandsByDay(of('central'), days),
    home: bandsByDay(of('home'), days),
    patients: bandsByDay(of('patients'), days),
    teams: bandsByDay(teams, days),
    total: bandOf(of('infected').map(sum)),
    totalFound: bandOf(of('found').map(sum)),
    shareQuiet: of('infected').filter((one) => sum(one.slice(-QUIET_DAYS)) === 0).length / runs.length,
    rooms: against(of('central'), county.rooms),
    beds: against(of('patients'), county.patientBeds),
    teamsNeeded: against(teams, county.teams),
    goods: county.goods.map((good) => goodNeed(runs, good)),
    townships: townships.map(({ code }, nth) => {
      const infected = runs.map(({ byTownship }) => byTownship[nth] ?? 0)
      return {
        code,
        infected: bandOf(infected),
        shareReached: infected.filter((count) => count > 0).length / runs.length,
      }
    }),
  }
}
