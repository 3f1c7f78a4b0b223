import { type CheckpointPlan, instant } from './events.ts'
import { type FiguresFile, marksOf, ScenarioError, type Station } from './figures.ts'
import { at, chance, namedId } from './random.ts'

export interface Division {
  code: string
  name: string
}

const HOUR = 3_600_000

/** Which checkpoints the county sets up, where, and when each begins to work. */
export function planCheckpoints(file: FiguresFile, county: string, divisions: readonly Division[]): CheckpointPlan[] {
  const own = divisions.filter(({ code }) => code.startsWith(county))
  if (own.length === 0)
    throw new ScenarioError(`县 ${county} 没有区划数据 / County ${county} has no divisions to work with`)
  return [...planStations(file, county, own), ...planTurnBackPoints(file, county, own)]
}

function planStations(file: FiguresFile, county: string, divisions: readonly Division[]): CheckpointPlan[] {
  const wanted = marksOf(file, 'checkpoints.stations').at(-1)?.value ?? file.checkpoints.stations.length
  const known = new Set(divisions.map(({ code }) => code))
  const listed = file.checkpoints.stations.filter(({ division }) => division.startsWith(county)).slice(0, wanted)
  const lost = listed.find(({ division }) => !known.has(division) && division !== county)
  if (lost) {
    throw new ScenarioError(
      `检测站“${lost.zh}”所在区划 ${lost.division} 不在本县 / Station ${lost.en} lies in ${lost.division}, which the county does not have`,
    )
  }
  const stations = [...listed, ...placeStations(file, county, divisions, wanted - listed.length, listed)]
  return stations.map((station, index) => {
    const opensMs = opening(file, ['station', station.key], station.basis === 'seed' || index < 3 ? 0.3 : 1)
    return {
      id: namedId(file.seed, county, 'checkpoint', station.key),
      key: station.key,
      name: station.zh,
      kind: station.kind,
      division: station.division,
      openedMs: opensMs,
      openedAt: instant(opensMs, file.calendar.offset),
      towards: station.towards ?? null,
      weight: station.weight,
    }
  })
}

/** A file that names too few stations, or another county's, gets the rest at its townships, the largest first. */
function placeStations(
  file: FiguresFile,
  county: string,
  divisions: readonly Division[],
  count: number,
  listed: readonly Station[],
): Station[] {
  const villages = (township: string) =>
    divisions.filter(({ code }) => code.length === 12 && code.startsWith(township)).length
  const townships = divisions
    .filter(({ code }) => code.length === 9)
    .map((township) => ({ ...township, size: villages(township.code) }))
    .sort((one, other) => other.size - one.size || (one.code < other.code ? -1 : 1))
  const homes = townships.length > 0 ? townships : [{ code: county, name: '', size: 1 }]
  const exitsWanted = marksOf(file, 'checkpoints.expressway-exits').at(-1)?.value ?? 0
  const exitsMissing = exitsWanted - listed.filter(({ kind }) => kind === 'expressway-exit').length
  return Array.from({ length: Math.max(count, 0) }, (_, index): Station => {
    const home = at(homes, index % homes.length)
    const round = Math.floor(index / homes.length)
    const isExit = index < exitsMissing
    const draw = chance(file.seed, county, 'placed', index)
    return {
      key: `placed-${home.code}-${round}`,
      zh: `${home.name}${isExit ? '高速口检测站' : '县界检测站'}${round > 0 ? round + 1 : ''}`,
      en: `${isExit ? 'Expressway exit' : 'County line'} ${home.code}${round > 0 ? ` (${round + 1})` : ''}`,
      kind: isExit ? 'expressway-exit' : 'county-border',
      division: home.code,
      weight: isExit ? 7 + draw.next() * 3 : 1.5 + draw.next() * 3,
      basis: 'placed',
    }
  })
}

function planTurnBackPoints(file: FiguresFile, county: string, divisions: readonly Division[]): CheckpointPlan[] {
  // A villagers' committee has 2xx or 3xx at the end of its code, a residents' committee 0xx.
  const villages = divisions.filter(({ code }) => code.length === 12 && '23'.includes(code.charAt(9)))
  const asked = marksOf(file, 'checkpoints.turn-back-points').at(-1)?.value
  // The figure belongs to the county of the file; any other county has one point per village of its own.
  const wanted = county === file.county.code ? (asked ?? villages.length) : villages.length
  if (wanted > villages.length) {
    throw new ScenarioError(
      `要设 ${wanted} 个劝返点,但全县只有 ${villages.length} 个村 / ${wanted} turn-back points were asked for, and the county has ${villages.length} villages`,
    )
  }
  const chosen = villages.filter(
    (_, index) => Math.floor(((index + 1) * wanted) / villages.length) > Math.floor((index * wanted) / villages.length),
  )
  return chosen.map(({ code, name }) => {
    const draw = chance(file.seed, county, 'village', code)
    const openedMs = opening(file, ['village', code], draw.may(0.85) ? 0.4 : 1)
    return {
      id: namedId(file.seed, county, 'checkpoint', code),
      key: code,
      name: `${villageName(name)}检查劝返点`,
      kind: 'village-turn-back',
      division: code,
      openedMs,
      openedAt: instant(openedMs, file.calendar.offset),
      towards: null,
      weight: 0.4 + draw.next() * draw.next() * 3,
    }
  })
}

export function villageName(name: string): string {
  const short = name.replace(/(村民委员会|村委会|民委员会)$/, '')
  return short.endsWith('村') ? short : `${short}村`
}

/** Between the order and the day by which all stand; `part` of that time is used. */
function opening(file: FiguresFile, name: string[], part: number): number {
  const from = Date.parse(file.calendar.orderedAt) + HOUR
  const to = Math.max(Date.parse(file.calendar.allOpenBy), from + HOUR)
  const drawn = from + chance(file.seed, 'opening', ...name).next() * (to - from) * part
  return Math.floor(drawn / 60_000) * 60_000
}
