import type { Capability } from '../../kernel/operation.ts'
import { isolationRoutes } from './routes.ts'

export const isolationCapability: Capability = { name: 'isolation', routes: isolationRoutes }
