import type { Capability } from '../../kernel/operation.ts'
import { readingsJobs } from './jobs.readings.ts'
import { isolationJobs } from './jobs.ts'
import { readingsRoutes } from './routes.readings.ts'
import { isolationRoutes } from './routes.ts'

export const isolationCapability: Capability = {
  name: 'isolation',
export { checksAt } from './checks-at.ts'
  routes: { ...isolationRoutes, ...readingsRoutes },
  jobs: { ...isolationJobs, ...readingsJobs },
}
