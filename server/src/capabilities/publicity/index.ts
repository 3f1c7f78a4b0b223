import type { Capability } from '../../kernel/operation.ts'
import { publicityJobs } from './jobs.ts'
import { publicityRoutes } from './routes.ts'

export { rightsOnPaper } from './legal.ts'
export { draftPiece } from './operations.pieces.ts'
export { usePublicity } from './settings.ts'

export const publicityCapability: Capability = { name: 'publicity', routes: publicityRoutes, jobs: publicityJobs }
