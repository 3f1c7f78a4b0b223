import type { RouteTable } from '../../kernel/operation.ts'
import { readProgress } from './operations.progress.ts'
import { endRound, listRounds, openRound } from './operations.rounds.ts'
import { recordVisits } from './operations.ts'
import { VisitBatch } from './schema.ts'

export const visitsRoutes = {
  'GET /visits/rounds': listRounds,
  'POST /visits/rounds': openRound,
  'POST /visits/rounds/:roundId/end': endRound,
  'GET /visits/rounds/:roundId/progress': readProgress,
  'POST /visits': { one: recordVisits },
  'POST /visits/batch': { many: recordVisits, body: VisitBatch },
} satisfies RouteTable
