import type { Capability } from '../../kernel/operation.ts'
import { reportingRoutes } from './routes.ts'

export const reportingCapability: Capability = { name: 'reporting', routes: reportingRoutes }
