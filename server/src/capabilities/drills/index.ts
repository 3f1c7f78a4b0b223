import type { Capability } from '../../kernel/operation.ts'
import { drillsRoutes } from './routes.ts'

export const drillsCapability: Capability = { name: 'drills', routes: drillsRoutes }
