import type { Capability } from '../../kernel/operation.ts'
import { suppliesRoutes } from './routes.ts'

export const suppliesCapability: Capability = { name: 'supplies', routes: suppliesRoutes }
