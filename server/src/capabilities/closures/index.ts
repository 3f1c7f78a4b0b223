import type { Capability } from '../../kernel/operation.ts'
import { closuresRoutes } from './routes.ts'

export const closuresCapability: Capability = { name: 'closures', routes: closuresRoutes }
