import type { RouteTable } from '../../kernel/operation.ts'
import { addLadder, addPlan, listLadders, listPlans, turnLevel } from './operations.levels.ts'

export const levelsRoutes = {
  'POST /response-ladders': addLadder,
  'GET /response-ladders': listLadders,
  'POST /response-ladders/:ladderId/turns': turnLevel,
  'POST /response-plans': addPlan,
  'GET /response-plans': listPlans,
} satisfies RouteTable
