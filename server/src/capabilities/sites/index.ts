import type { Capability } from '../../kernel/operation.ts'
import { sitesRoutes } from './routes.ts'

export const sitesCapability: Capability = { name: 'sites', routes: sitesRoutes }
