import type { Capability } from '../../kernel/operation.ts'
import { checkpointsRoutes } from './routes.ts'
import { countSettled } from './sql.counts.ts'
import { derivedCounts } from './sql.derived.ts'

export const checkpointsCapability: Capability = {
  name: 'checkpoints',
  routes: checkpointsRoutes,
  followers: [countSettled],
  derived: [derivedCounts],
}
