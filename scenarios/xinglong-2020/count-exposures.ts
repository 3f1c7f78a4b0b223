import type { Exposures } from './exposures.ts'
import type { TravelPlan, WhoPlan } from './journeys.ts'

export interface ExposureCount {
  'from-hubei': number
  'from-wuhan': number
  'near-huanan-market': number
  'contacts-both': number
  'contacts-wuhan': number
  'from-elsewhere': number
}

const SINCE = Date.parse('2020-01-15T00:00:00+08:00')
const FORTNIGHT = 14 * 86_400_000

const idOf = (who: WhoPlan): string => ('personId' in who ? who.personId : who.id)

/**
 * Counts the scenario's own journeys and meetings up to a moment, one by one and with nothing in common with how the server does
 * it. Everything counts as it is known at the end, whenever that was.
 */
export function countExposuresAt(exposures: Exposures, moment: string, area: string): ExposureCount {
  const untilMs = Date.parse(moment)
  const journeys = journeysByPerson(exposures)
  const homes = homesOf(exposures)
  const wuhan = new Map<string, number>()
  const hubei = new Map<string, number>()
  const arrived = new Set<string>()
  for (const [person, legs] of journeys) {
    for (const home of legs) {
      const homeMs = Date.parse(home.arrivedAt)
      if (!home.to.code?.startsWith(exposures.county) || homeMs < SINCE || homeMs > untilMs) continue
      arrived.add(person)
      const before = legs.filter((leg) => leg === home || wasBefore(leg, homeMs))
      if (before.some((leg) => touches(leg, '42'))) note(hubei, person, homeMs)
      if (before.some((leg) => touches(leg, '4201'))) note(wuhan, person, homeMs)
    }
  }
  const met = { wuhan: new Set<string>(), hubei: new Set<string>() }
  for (const contact of exposures.contacts) {
    if (Date.parse(contact.firstAt) > untilMs) continue
    const [one, other] = [idOf(contact.person), contact.with.personId]
    for (const [exposed, source] of [
      [one, other],
      [other, one],
    ] as const) {
      if (hubei.has(exposed)) continue
      const since = hubei.get(source)
      if (since !== undefined && Date.parse(contact.lastAt) >= since) met.hubei.add(exposed)
      if (wuhan.has(source)) met.wuhan.add(exposed)
    }
  }
  const near = exposures.stays.filter(({ person, at }) => hubei.has(idOf(person)) && metresToMarket(at) <= 1000)
  const here = (persons: Iterable<string>) => [...persons].filter((id) => homes.get(id)?.startsWith(area)).length
  return {
    'from-hubei': here(hubei.keys()),
    'from-wuhan': here(wuhan.keys()),
    'near-huanan-market': here(new Set(near.map(({ person }) => idOf(person)))),
    'contacts-both': here(met.hubei),
    'contacts-wuhan': here(met.wuhan),
    'from-elsewhere': here([...arrived].filter((id) => !hubei.has(id))),
  }
}

function journeysByPerson({ travel }: Exposures): Map<string, TravelPlan[]> {
  const corrected = new Set(travel.flatMap(({ corrects }) => corrects ?? []))
  const found = new Map<string, TravelPlan[]>()
  for (const leg of travel) {
    if (leg.voided || corrected.has(leg.id)) continue
    const person = idOf(leg.person)
    found.set(person, [...(found.get(person) ?? []), leg])
  }
  return found
}

const homesOf = ({ travel, contacts }: Exposures): Map<string, string> =>
  new Map([...travel, ...contacts].map(({ person, division }) => [idOf(person), division]))

const wasBefore = (leg: TravelPlan, homeMs: number): boolean => {
  const ms = Date.parse(leg.arrivedAt)
  return ms <= homeMs && ms >= homeMs - FORTNIGHT
}
const touches = ({ from, via }: TravelPlan, prefix: string): boolean =>
  [from, ...via].some(({ code }) => code?.startsWith(prefix))

const note = (first: Map<string, number>, person: string, ms: number): void => {
  first.set(person, Math.min(first.get(person) ?? ms, ms))
}

/** The flat way, good to a metre over a few kilometres. */
function metresToMarket({ lon, lat }: { lon: number; lat: number }): number {
  const east = (lon - 114.2578) * Math.cos((30.6197 * Math.PI) / 180)
  return Math.hypot(east, lat - 30.6197) * 111_195
}
