import type { Tx } from '../../kernel/db.ts'
import type { Capability } from '../../kernel/operation.ts'
import { type ListedCounty, listedCounties } from './extract.ts'
import { placesRoutes } from './routes.ts'
import { findCheckpointRows, listStationRows } from './sql.checkpoints.ts'
import { findCompoundDivisions, findCompoundNames, findCompoundsCalled } from './sql.compounds.ts'
import { findDivisionRows, listUnitRows, nameDivisionRows } from './sql.divisions.ts'

export const placesCapability: Capability = { name: 'places', routes: placesRoutes }

export { placeInEnglish } from './in-english.ts'
export { importCounty } from './operations.divisions.ts'
export { recordDivisions } from './operations.units.ts'
export { dayInChina, midnightInChina, timeInChina, wallInChina } from './rules.clock.ts'
export type { FoundCheckpoint as CheckpointStanding } from './sql.checkpoints.ts'
export type { DivisionRow } from './sql.divisions.ts'
export { recentCheckpoints } from './standing.ts'
export { startWithCounty } from './starting.ts'

/** By id; what is unknown, or outside the caller's scope, is not in the map. */
export const findCheckpoints = (tx: Tx, ids: readonly string[]) => findCheckpointRows(tx, ids)

/** Every checkpoint in the caller's scope, open or closed, with where it was last put on the map. */
export const listStations = (tx: Tx) => listStationRows(tx)

/** Today's name of every division of this county, by code. */
export const nameOfDivisions = (tx: Tx) => nameDivisionRows(tx)

/** Every township, village and community of the county that stands, with its level. */
export const listUnits = (tx: Tx) => listUnitRows(tx)

/** In which division each compound lies; by id, within the caller's scope. */
export const findCompounds = (tx: Tx, ids: readonly string[]) => findCompoundDivisions(tx, ids)

/** What each compound is called; by id, within the caller's scope. */
export const nameCompounds = (tx: Tx, ids: readonly string[]) => findCompoundNames(tx, ids)

/** By `village/name`, spaces and width apart; more than one id where a village has two of that name. */
export const compoundsCalled = (tx: Tx, divisions: readonly string[]) => findCompoundsCalled(tx, divisions)

/** By code; of this county only. */
export const findDivisions = (tx: Tx, codes: readonly string[]) => findDivisionRows(tx, codes)

/** Any county of the country, imported or not. */
export const findCounty = async (code: string): Promise<ListedCounty | null> =>
  (await listedCounties()).get(code) ?? null

export const countyName = async (code: string): Promise<string | null> => (await findCounty(code))?.name ?? null
