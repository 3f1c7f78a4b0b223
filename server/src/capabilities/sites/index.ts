import type { Tx } from '../../kernel/db.ts'
import type { Capability } from '../../kernel/operation.ts'
import { sitesRoutes } from './routes.ts'
import { derivedRooms } from './sql.derived.ts'
import { findSites as findSiteRows } from './sql.ts'

export { roomsAt } from './standing.ts'

export const sitesCapability: Capability = { name: 'sites', routes: sitesRoutes, derived: [derivedRooms] }

/** Where each site lies and what it is called; by id, within the caller's scope. */
export const findSites = (tx: Tx, ids: readonly string[]) => findSiteRows(tx, ids)
