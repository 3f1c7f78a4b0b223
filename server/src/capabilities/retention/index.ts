import type { Capability } from '../../kernel/operation.ts'
import { retentionJobs } from './jobs.ts'
import { retentionRoutes } from './routes.ts'

export { collectingEnded } from './collecting.ts'
export { countyMoment } from './moment.ts'

export const retentionCapability: Capability = { name: 'retention', routes: retentionRoutes, jobs: retentionJobs }
