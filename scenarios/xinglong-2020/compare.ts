import { compareAccount } from './account.ts'
import type { Lists } from './agency-lists.ts'
import { answer, type Session } from './api.ts'
import type { Command } from './command.ts'
import { compareCommand } from './compare-command.ts'
import { compareExposures } from './compare-exposures.ts'
import { compareFunds } from './compare-funds.ts'
import { compareInspections } from './compare-inspections.ts'
import { compareIsolation } from './compare-isolation.ts'
import { compareLists } from './compare-lists.ts'
import { comparePublicity } from './compare-publicity.ts'
import { compareRequests } from './compare-requests.ts'
import { compareResponsibility } from './compare-responsibility.ts'
import { compareRumours } from './compare-rumours.ts'
import { compareSites } from './compare-sites.ts'
import { compareSupplies } from './compare-supplies.ts'
import { compareVisits } from './compare-visits.ts'
import { type Count, countAt } from './count.ts'
import { instant, type Scenario } from './events.ts'
import type { Exposures } from './exposures.ts'
import { type FiguresFile, momentOf } from './figures.ts'
import type { Funds } from './funds.ts'
import type { Residents } from './households.ts'
import type { Inspections } from './inspections.ts'
import type { Isolation } from './isolation.ts'
import type { OtherFevers } from './other-fevers.ts'
import type { Publicity } from './publicity.ts'
import { chance } from './random.ts'
import type { Requests } from './requests.ts'
import type { Responsibility } from './responsibility.ts'
import type { Rumours } from './rumours.ts'
import type { Sites } from './sites.ts'
import type { Supplies } from './supplies.ts'
import type { Visits } from './visits.ts'

export interface Difference {
  what: string
  area: string
  asOf: string
  expected: number
  got: number
}

export interface Comparison {
  compared: number
  differences: Difference[]
}

/** The server's figure and the place of the same number in our own count. */
const counted = {
  screened: 'screened',
  fevers: 'fevers',
  'fevers-open': 'open',
  'turned-back': 'turnedBack',
  'handed-to-medical': 'medical',
  refused: 'refused',
  vehicles: 'vehicles',
  stations: 'stations',
  'turn-back-points': 'turnBackPoints',
} as const satisfies Record<string, keyof Count>
type FigureName = keyof typeof counted
const names = Object.keys(counted) as FigureName[]

export interface Made {
  scenario: Scenario
  exposures: Exposures | null
  residents: Residents | null
  responsibility: Responsibility | null
  visits: Visits | null
  lists: Lists | null
  isolation: Isolation | null
  sites: Sites | null
  fevers: OtherFevers | null
  command: Command | null
  supplies: Supplies | null
  requests: Requests | null
  funds: Funds | null
  publicity: Publicity | null
  rumours: Rumours | null
  inspections: Inspections | null
}

/**
 * Asks the server what it would show at the moments of the figures file and at others that nobody would think of, and holds it
 * against the file (left out when the scenario is not the whole of it) and against our own count of the events.
 */
export async function compare(
  session: Session,
  {
    scenario,
    exposures,
    residents,
    responsibility,
    visits,
    lists,
    isolation,
    sites,
    fevers,
    command,
    supplies,
    requests,
    funds,
    publicity,
    rumours,
    inspections,
  }: Made,
  file: FiguresFile | null,
): Promise<Comparison> {
  const found: Comparison = { compared: 0, differences: [] }
  const hold = (what: string, area: string, asOf: string, expected: number, got: number) => {
    found.compared += 1
    if (expected !== got) found.differences.push({ what, area, asOf, expected, got })
  }
  if (file) await compareFile(session, scenario, file, hold)
  if (file) await compareAccount(session, file, scenario.county, hold)
  if (exposures) await compareExposures(session, exposures, { file, offset: scenario.offset }, hold)
  if (residents && responsibility) {
    await compareResponsibility(session, { responsibility, residents }, { file, offset: scenario.offset }, hold)
  }
  if (residents && visits) {
    await compareVisits(session, { visits, residents }, { file, offset: scenario.offset }, hold)
  }
  if (lists) await compareLists(session, lists, { file, offset: scenario.offset }, hold)
  if (isolation && fevers) await compareIsolation(session, { isolation, fevers }, file, hold)
  if (command) await compareCommand(session, command, hold)
  if (supplies) await compareSupplies(session, supplies, file, hold)
  if (requests) await compareRequests(session, scenario.county, requests, hold)
  if (funds) await compareFunds(session, funds, hold)
  if (publicity) await comparePublicity(session, publicity, hold)
  if (rumours) await compareRumours(session, rumours, hold)
  if (inspections) await compareInspections(session, inspections, hold)
  if (sites) await compareSites(session, sites, scenario.county, hold)
  for (const { asOf, area } of moments(scenario)) {
    const ours = countAt(scenario, asOf, area)
    await Promise.all(
      names.map(async (figure) => {
        const query = { asOf, area }
        const told = await answer(figure, () =>
          session.GET('/figures/{figure}', { params: { path: { figure }, query } }),
        )
        hold(figure, area, asOf, ours[counted[figure]], told.value)
      }),
    )
    if (area !== scenario.county) continue
    const board = await answer('board', () => session.GET('/checkpoint-board', { params: { query: { asOf } } }))
    hold('board screened', area, asOf, ours.screened, board.total.screened)
    hold('board open fevers', area, asOf, ours.open, board.openFevers)
    const bySum = board.checkpoints.reduce((sum, { counts }) => sum + counts.screened, 0)
    hold('sum of the board', area, asOf, ours.screened, bySum)
  }
  return found
}

export type Hold = (what: string, area: string, asOf: string, expected: number, got: number) => void

async function compareFile(
  session: Session,
  { county, offset }: Scenario,
  file: FiguresFile,
  hold: Hold,
): Promise<void> {
  const handOvers = await answer('hand-overs', () =>
    session.GET('/hand-overs', { params: { query: { state: 'all', limit: 200 } } }),
  )
  for (const { name, owner, value, asOf: said } of file.figures) {
    if (owner !== 'checkpoints') continue
    const asOf = instant(momentOf(said, offset), offset)
    const short = name.replace('checkpoints.', '')
    const figure = names.find((known) => known === short)
    if (figure) {
      const query = { asOf, area: county }
      const told = await answer(figure, () => session.GET('/figures/{figure}', { params: { path: { figure }, query } }))
      hold(`file: ${figure}`, county, asOf, value, told.value)
    } else if (short === 'fevers-excluded') {
      const excluded = handOvers.items.filter(
        ({ outcome, outcomeAt }) => outcome === 'excluded' && Date.parse(outcomeAt ?? '') <= Date.parse(asOf),
      )
      hold(`file: ${short}`, county, asOf, value, excluded.length)
    }
  }
}

/** Full days and hours, the middle of nowhere to the second, and the life of each fever; for the county and some townships. */
function moments(scenario: Scenario): Array<{ asOf: string; area: string }> {
  const { county, offset, seed, endsAt, checkpoints, passages, outcomes } = scenario
  const draw = chance(seed, county, 'moments')
  const firstMs = Math.min(...checkpoints.map(({ openedMs }) => openedMs))
  const endMs = Date.parse(endsAt)
  const anywhere = Array.from(
    { length: 8 },
    () => firstMs + Math.floor((draw.next() * (endMs - firstMs)) / 1000) * 1000,
  )
  const records = Array.from({ length: 4 }, () => Date.parse(draw.pick(passages).recordedAt))
  const around = outcomes.slice(0, 3).map(({ recordedAt }) => Date.parse(recordedAt))
  const midnight = Date.parse(`${endsAt.slice(0, 10)}T00:00:00${offset}`)
  const all = [firstMs - 1000, midnight, endMs, ...anywhere, ...records, ...around, ...around.map((ms) => ms - 1000)]
  const townships = [...new Set(checkpoints.map(({ division }) => division.slice(0, 9)))]
  return [
    ...all.map((ms) => ({ asOf: instant(ms, offset), area: county })),
    ...anywhere.map((ms) => ({ asOf: instant(ms, offset), area: draw.pick(townships) })),
    { asOf: instant(anywhere[0] ?? endMs, offset), area: draw.pick(checkpoints).division },
  ]
}
