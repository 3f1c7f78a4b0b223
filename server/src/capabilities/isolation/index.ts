import type { Capability } from '../../kernel/operation.ts'
import { followOutcomes } from '../cases/index.ts'
import { readingsJobs } from './jobs.readings.ts'
import { isolationJobs } from './jobs.ts'
import { keptJobs } from './kept.ts'
import { releaseContacts } from './releasing.ts'
import { readingsRoutes } from './routes.readings.ts'
import { isolationRoutes } from './routes.ts'
import { derivedSpans } from './sql.derived.ts'

export { checksAt } from './checks-at.ts'
export { expectFree, type Kept, type KeptSpans, keptAt, keptSpans, tellPassed } from './kept.ts'

export const isolationCapability: Capability = {
  name: 'isolation',
  routes: { ...isolationRoutes, ...readingsRoutes },
  jobs: { ...isolationJobs, ...readingsJobs, ...keptJobs },
  derived: [derivedSpans],
}

followOutcomes(releaseContacts)
