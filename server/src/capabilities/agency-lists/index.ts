import type { Capability } from '../../kernel/operation.ts'
import { agencyListsJobs } from './jobs.ts'
import { agencyListsRoutes } from './routes.ts'

export const agencyListsCapability: Capability = {
  name: 'agency-lists',
  routes: agencyListsRoutes,
  jobs: agencyListsJobs,
}
