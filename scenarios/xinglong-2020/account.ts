import { answer, type Session } from './api.ts'
import type { Hold } from './compare.ts'
import { type FiguresFile, momentOf } from './figures.ts'

/** The server's figure for a number of the account, and how many of its units are one of the account's. */
interface Counterpart {
  figure: string
  per?: number
}
const same = (figure: string): Counterpart => ({ figure })
const TONNE = 1_000_000
const FEN = 100

/** Every number of the account, by the name the figures file gives it, and the figure that counts it from the facts. */
export const ACCOUNT: Readonly<Record<string, Counterpart>> = {
  'places.townships': same('townships'),
  'places.villages': same('villages'),
  'places.communities': same('communities'),
  'places.compounds': same('compounds'),
  'places.compounds-managed': same('compounds-managed'),
  'places.compounds-unmanaged': same('compounds-unmanaged'),
  'places.compounds-three-no': same('compounds-three-no'),
  'checkpoints.stations': same('stations'),
  'checkpoints.expressway-exits': same('expressway-exits'),
  'checkpoints.turn-back-points': same('turn-back-points'),
  'checkpoints.screened': same('screened'),
  'checkpoints.fevers': same('fevers'),
  'checkpoints.fevers-excluded': same('fevers-excluded'),
  'checkpoints.fevers-open': same('fevers-open'),
  'exposures.from-hubei': same('from-hubei'),
  'exposures.from-wuhan': same('from-wuhan'),
  'exposures.contacts-both': same('contacts-both'),
  'exposures.contacts-wuhan': same('contacts-wuhan'),
  'exposures.near-huanan-market': same('near-huanan-market'),
  'exposures.from-elsewhere': same('from-elsewhere'),
  'cases.other-fevers': same('fevers-elsewhere'),
  'cases.other-fevers-excluded': same('fevers-elsewhere-excluded'),
  'cases.confirmed': same('confirmed'),
  'cases.suspected': same('suspected'),
  'agency-lists.comparisons': same('comparisons'),
  'responsibility.group-leaders': same('group-leaders'),
  'responsibility.volunteers': same('volunteers'),
  'responsibility.resident-cadres': same('resident-cadres'),
  'responsibility.household-cadres': same('household-cadres'),
  'responsibility.posted-department': same('posted-department'),
  'responsibility.posted-community': same('posted-community'),
  'responsibility.households-uncovered': same('households-uncovered'),
  'visits.households-to-visit': same('households-to-visit'),
  'isolation.central': same('isolated-central'),
  'isolation.home': same('isolated-home'),
  'command.orders': same('orders-issued'),
  'command.public-notices': same('public-notices-issued'),
  'command.reminder-letters': same('work-letters-issued'),
  'command.notices': same('circulars-issued'),
  'command.special-groups': same('special-groups'),
  'command.task-forces': same('task-forces'),
  'supplies.protective-suits': same('stock-protective-suits'),
  'supplies.surgical-masks': same('stock-surgical-masks'),
  'supplies.n95': same('stock-n95'),
  'supplies.goggles': same('stock-goggles'),
  'supplies.disinfectant-84': { figure: 'stock-disinfectant-84', per: TONNE },
  'supplies.thermometer-guns': same('stock-thermometer-guns'),
  'supplies.fund': { figure: 'funds-appropriated', per: FEN },
  'supplies.grain-outlets': same('grain-outlets'),
  'supplies.outlets-rice-flour': { figure: 'outlets-grain', per: TONNE },
  'supplies.outlets-oil': same('outlets-oil'),
  'supplies.supermarkets-grain': same('supermarkets-grain'),
  'supplies.supermarkets-oil': same('supermarkets-oil'),
  'supplies.reserve-rice': { figure: 'reserve-rice', per: TONNE },
  'supplies.reserve-flour': { figure: 'reserve-flour', per: TONNE },
  'supplies.reserve-oil': { figure: 'reserve-oil', per: TONNE },
  'publicity.leaflets': same('leaflets'),
  'publicity.pieces': same('publicity-pieces'),
  'publicity.legal-notices': same('legal-notices'),
  'publicity.villages-heard': same('villages-heard'),
}

/** Numbers of the account that are no count of facts as of a moment, and what holds them instead. */
export const NOT_COUNTED: Readonly<Record<string, string>> = {
  'responsibility.households-per-volunteer': 'an average of two figures',
  'responsibility.three-on-one-villages': 'held by compare-responsibility.ts: teams village by village',
  'checkpoints.fevers-suspected': 'held by compare-isolation.ts: how the fevers of checkpoints went on',
  'command.measures-of-order-2': 'held by compare-deeds.ts: the measures of one document',
  'command.isolation-groups': 'held by compare-command.ts: the groups below one site command',
  'command.network-response-level': 'held by compare-command.ts: a rung, not a number of things',
  'closures.venue-classes': 'held by compare-closures.ts: classes of one order',
  'closures.gathering-classes': 'held by compare-closures.ts: classes of one order',
  'closures.line-classes': 'held by compare-closures.ts: classes of one order',
}

/** The whole account, number by number, from the server's figures at the moments the account gives. */
export async function compareAccount(session: Session, file: FiguresFile, county: string, hold: Hold): Promise<void> {
  const { offset } = file.calendar
  for (const { name, value, asOf } of file.figures) {
    const counterpart = ACCOUNT[name]
    if (!counterpart) continue
    const { figure, per = 1 } = counterpart
    const moment = new Date(momentOf(asOf, offset)).toISOString()
    const params = { path: { figure: figure as 'screened' }, query: { area: county, asOf: moment } }
    const told = await answer(figure, () => session.GET('/figures/{figure}', { params }))
    hold(`account: ${name}`, county, moment, Math.round(value * per), told.value)
  }
}
