import {
  type Draw,
  delayTable,
  drawsOf,
  intervalTable,
  offspringTable,
  pick,
  poissonTable,
  type Table,
  tableOf,
} from './rules.chance.ts'
import type { Setting } from './schema.ts'

/** One made-up outbreak, person by person: who infects whom, who is found when, and what that takes. Pure. */
export interface Run {
  /** Each by day. */
  infected: Uint32Array
  found: Uint32Array
  central: Uint32Array
  home: Uint32Array
  patients: Uint32Array
  /** Infected in each township until the end. */
  byTownship: Uint32Array
}

/** Later than any drill. */
const NEVER = 4_095
const TOWNSHIP = 4_096

interface Plan {
  setting: Setting
  interval: Table
  incubation: Table
  offspring: Table
  found: Table
  foundByScreening: Table
  imports: Table
  importsChecked: Table
  central: Table
  home: Table
  where: Table
}

/** What is the same in every run. */
export function planOf(setting: Setting): Plan {
  const { disease, start, finding, observation, measures, townships } = setting
  const spread = (meanDays: number) => ({ meanDays, sdDays: meanDays / Math.SQRT2 })
  const { contactsPerCase: contacts, centralShare } = observation
  const watched = observation.days > 0 ? contacts : 0
  return {
    setting,
    interval: intervalTable(disease.serialInterval),
    incubation: delayTable(disease.incubation),
    offspring: offspringTable(disease.reproduction, disease.dispersion),
    found: delayTable(spread(finding.delayDays)),
    foundByScreening: delayTable(spread(measures.screening.delayDays)),
    imports: poissonTable(start.importsPerDay),
    importsChecked: poissonTable(start.importsPerDay * (1 - measures.checkpoints.effect)),
    central: poissonTable(watched * centralShare),
    home: poissonTable(watched * (1 - centralShare)),
    where: tableOf(townships.map(({ residents }) => residents)),
  }
}

const holds = (from: number | null, day: number): boolean => from !== null && day >= from

/** What changes from day to day, so that a stay is two entries however long it is. */
class Stays {
  readonly #changes: Int32Array
  constructor(days: number) {
    this.#changes = new Int32Array(days + 1)
  }
  add(from: number, length: number, people: number): void {
    const last = this.#changes.length - 1
    if (from >= last || people === 0 || length <= 0) return
    this.#changes[from] = (this.#changes[from] ?? 0) + people
    const until = Math.min(from + length, last)
    this.#changes[until] = (this.#changes[until] ?? 0) - people
  }
  byDay(): Uint32Array {
    let there = 0
    return Uint32Array.from(this.#changes.subarray(0, -1), (change) => {
      there += change
      return there
    })
  }
}

/** One run of many; `nth` and the seed decide everything in it. */
export function runOnce(plan: Plan, nth: number): Run {
  const outbreak = new Outbreak(plan, drawsOf(plan.setting.seed, nth))
  return outbreak.whole()
}

class Outbreak {
  readonly #plan: Plan
  readonly #draw: Draw
  /** For each day those who would be infected on it: township, and the day on which whoever infected them is found. */
  readonly #due: number[][]
  readonly #susceptible: Float64Array
  readonly #infected: Uint32Array
  readonly #found: Uint32Array
  readonly #byTownship: Uint32Array
  readonly #central: Stays
  readonly #home: Stays
  readonly #patients: Stays

  constructor(plan: Plan, draw: Draw) {
    const { days, townships } = plan.setting
    this.#plan = plan
    this.#draw = draw
    this.#due = Array.from({ length: days }, () => [])
    this.#susceptible = Float64Array.from(townships, ({ residents }) => residents)
    this.#infected = new Uint32Array(days)
    this.#found = new Uint32Array(days)
    this.#byTownship = new Uint32Array(townships.length)
    this.#central = new Stays(days)
    this.#home = new Stays(days)
    this.#patients = new Stays(days)
  }

  whole(): Run {
    const { days, start, townships } = this.#plan.setting
    const place = townships.findIndex(({ code }) => code === start.township)
    for (let nth = 0; nth < start.infected; nth++)
      this.#due[0]?.push((place < 0 ? this.#somewhere() : place) * TOWNSHIP + NEVER)
    for (let day = 0; day < days; day++) {
      this.#arrive(day)
      for (const one of this.#due[day] ?? []) this.#meet(day, Math.floor(one / TOWNSHIP), one % TOWNSHIP)
      this.#due[day] = []
    }
    return {
      infected: this.#infected,
      found: this.#found,
      central: this.#central.byDay(),
      home: this.#home.byDay(),
      patients: this.#patients.byDay(),
      byTownship: this.#byTownship,
    }
  }

  #somewhere(): number {
    return pick(this.#plan.where, this.#draw)
  }

  #arrive(day: number): void {
    const { imports, importsChecked, setting } = this.#plan
    const count = pick(holds(setting.measures.checkpoints.from, day) ? importsChecked : imports, this.#draw)
    for (let nth = 0; nth < count; nth++) this.#due[day]?.push(this.#somewhere() * TOWNSHIP + NEVER)
  }

  /** Whoever had it already is not infected again. */
  #meet(day: number, township: number, sourceFound: number): void {
    const left = this.#susceptible[township] ?? 0
    const all = this.#plan.setting.townships[township]?.residents ?? 0
    if (this.#draw() * all >= left) return
    this.#susceptible[township] = left - 1
    this.#infected[day] = (this.#infected[day] ?? 0) + 1
    this.#byTownship[township] = (this.#byTownship[township] ?? 0) + 1
    this.#infect(day, township, this.#course(day, sourceFound))
  }

  /** When this person is kept from others: by being found, or as a contact of somebody who was. */
  #course(day: number, sourceFound: number): { foundOn: number; apartFrom: number } {
    const { incubation, found, foundByScreening, setting } = this.#plan
    const { measures, disease } = setting
    const onset = day + pick(incubation, this.#draw)
    const delays = holds(measures.screening.from, onset) ? foundByScreening : found
    const isNoticed = this.#draw() >= disease.unnoticed
    let foundOn = isNoticed ? Math.min(onset + pick(delays, this.#draw), NEVER) : NEVER
    let apartFrom = foundOn
    const traced = sourceFound + 1
    if (holds(measures.isolation.from, traced) && traced < NEVER && this.#draw() < measures.isolation.reach) {
      apartFrom = Math.min(apartFrom, Math.max(day, traced))
      // Under observation somebody asks twice a day.
      if (isNoticed) foundOn = Math.min(foundOn, Math.max(onset, apartFrom))
    }
    this.#care(foundOn)
    return { foundOn, apartFrom }
  }

  /** A bed for the one who was found, and a place for everybody they met. */
  #care(foundOn: number): void {
    const { setting, central, home } = this.#plan
    const { days, finding, observation, measures } = setting
    if (foundOn >= days) return
    this.#found[foundOn] = (this.#found[foundOn] ?? 0) + 1
    this.#patients.add(foundOn, finding.careDays, 1)
    const next = foundOn + 1
    if (!holds(measures.isolation.from, next)) return
    const [inRooms, atHome] = [pick(central, this.#draw), pick(home, this.#draw)]
    this.#central.add(next, observation.days, inRooms)
    this.#home.add(next, observation.days + observation.monitoringDays, atHome)
    this.#home.add(next + observation.days, observation.monitoringDays, inRooms)
  }

  #infect(day: number, township: number, { foundOn, apartFrom }: { foundOn: number; apartFrom: number }): void {
    const { offspring, interval, setting } = this.#plan
    const { days, measures, mixing } = setting
    for (let count = pick(offspring, this.#draw); count > 0; count--) {
      const on = day + pick(interval, this.#draw)
      if (on >= days) continue
      if (on >= apartFrom && this.#draw() < measures.isolation.effect) continue
      if (holds(measures.closures.from, on) && this.#draw() < measures.closures.effect) continue
      let where = township
      if (mixing > 0 && this.#draw() < mixing) {
        if (holds(measures.checkpoints.from, on) && this.#draw() < measures.checkpoints.effect) continue
        where = this.#somewhere()
      }
      this.#due[on]?.push(where * TOWNSHIP + foundOn)
    }
  }
}
