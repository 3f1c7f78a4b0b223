import type { Capability } from '../../kernel/operation.ts'
import { workbooksJobs } from './jobs.ts'
import { workbooksRoutes } from './routes.ts'

export const workbooksCapability: Capability = { name: 'workbooks', routes: workbooksRoutes, jobs: workbooksJobs }
