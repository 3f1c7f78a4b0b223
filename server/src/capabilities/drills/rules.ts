import type { ProfileBody } from '../cases/rules.ts'
import { type Outcome, outcomeOf } from './rules.bands.ts'
import { planOf, type Run, runOnce } from './rules.run.ts'
import { type Ground, Setting, type Township } from './schema.ts'

/**
 * A drill is its setting and nothing else: whoever has the setting has the result. What is no possible setting is refused before
 * anything runs. `told` hears how many runs are done.
 */
export function simulate(raw: unknown, told: (done: number) => void = () => {}): Outcome {
  const setting = Setting.parse(raw)
  const plan = planOf(setting)
  const runs: Run[] = []
  for (let nth = 0; nth < setting.runs; nth++) {
    runs.push(runOnce(plan, nth))
    told(runs.length)
  }
  return outcomeOf(runs, setting)
}

type Spread = Setting['disease']['incubation']
const tenths = (value: number): number => Math.round(value * 10) / 10

/** The middle of what the edition gives as usual; its range as four times the spread. */
function incubationIn({ incubationDays, typicalDays }: ProfileBody): Spread {
  const [least, most] = typicalDays ?? incubationDays ?? [2, 8]
  const [first, last] = incubationDays ?? [least, most]
  return { meanDays: tenths(Math.max(1.1, (least + most) / 2)), sdDays: tenths(Math.max(0.5, (last - first) / 4)) }
}

/** Where the register is empty, villages stand for people: they are shared out by them. */
export function populated(ground: Ground, total: number | null): Township[] {
  const registered = ground.townships.reduce((sum, { residents }) => sum + residents, 0)
  const villages = ground.townships.reduce((sum, one) => sum + one.villages, 0)
  const everybody = total ?? registered
  return ground.townships.map(({ code, residents, villages: own }) => {
    const share = registered > 0 ? residents / registered : own / Math.max(1, villages)
    return { code, residents: Math.round(everybody * share) }
  })
}

/** For a disease nobody has published an interval of. */
const INTERVAL: Spread = { meanDays: 5, sdDays: 3 }
const CENTRAL_SHARE = 0.3
/** Until a county has noticed and decided. */
const A_WEEK = 7

/** What the page begins with: the edition, what the county has, and assumptions that can all be changed. */
export function settingFrom(
  ground: Ground,
  { serialInterval, observation, ...body }: ProfileBody,
  total: number | null = null,
): Setting {
  const { modes } = observation
  const centralShare = modes.includes('central') ? (modes.includes('home') ? CENTRAL_SHARE : 1) : 0
  return {
    ...{ seed: 20_200_122, runs: 300, days: 90 },
    townships: populated(ground, total),
    disease: {
      ...{ reproduction: 2.5, dispersion: 0.5, unnoticed: 0.3 },
      serialInterval: serialInterval ?? INTERVAL,
      incubation: incubationIn({ ...body, observation }),
    },
    start: { township: null, infected: 5, importsPerDay: 0.2 },
    mixing: 0.1,
    finding: { delayDays: 5, careDays: 14 },
    observation: {
      days: observation.days,
      monitoringDays: observation.monitoringDays,
      centralShare,
      contactsPerCase: observation.contacts === 'none' ? 0 : 10,
    },
    measures: {
      closures: { from: A_WEEK, effect: 0.3 },
      isolation: { from: A_WEEK, reach: 0.6, effect: 0.9 },
      checkpoints: { from: A_WEEK, effect: 0.6 },
      screening: { from: A_WEEK, delayDays: 2 },
    },
    county: {
      rooms: ground.rooms,
      patientBeds: null,
      teams: ground.teams,
      homesPerTeam: 8,
      goods: ground.goods.map(({ perObserved, ...good }) => ({
        ...good,
        perObserved: perObserved ?? 0,
        perPatient: 0,
      })),
    },
  }
}
