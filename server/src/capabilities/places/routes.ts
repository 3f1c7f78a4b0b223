import type { RouteTable } from '../../kernel/operation.ts'
import {
  closeCheckpoint,
  getCheckpoint,
  listCheckpoints,
  openCheckpoints,
  reopenCheckpoint,
} from './operations.checkpoints.ts'
import { listCompounds, recordCompoundFact, recordCompounds } from './operations.compounds.ts'
import { getOutline, importCountyDivisions, listCounties, listDivisions } from './operations.divisions.ts'
import { recordPosition } from './operations.positions.ts'
import { recordDivisions } from './operations.units.ts'
import { OpenCheckpoints, RecordCompounds, RecordDivisions } from './schema.ts'

export const placesRoutes = {
  'POST /places/county': importCountyDivisions,
  'GET /places/counties': listCounties,
  'GET /places/outline': getOutline,
  'GET /places/divisions': listDivisions,
  'POST /places/divisions/batch': { many: recordDivisions, body: RecordDivisions },
  'GET /places/checkpoints': listCheckpoints,
  'GET /places/checkpoints/:checkpointId': getCheckpoint,
  'POST /places/checkpoints': { one: openCheckpoints },
  'POST /places/checkpoints/batch': { many: openCheckpoints, body: OpenCheckpoints },
  'POST /places/checkpoints/:checkpointId/close': closeCheckpoint,
  'POST /places/checkpoints/:checkpointId/reopen': reopenCheckpoint,
  'GET /places/compounds': listCompounds,
  'POST /places/compounds': { one: recordCompounds },
  'POST /places/compounds/batch': { many: recordCompounds, body: RecordCompounds },
  'POST /places/compounds/:compoundId/facts': recordCompoundFact,
  'POST /places/positions': recordPosition,
} satisfies RouteTable
