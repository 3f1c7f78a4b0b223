import type { Capability } from '../../kernel/operation.ts'
import { fundsRoutes } from './routes.ts'

export const fundsCapability: Capability = { name: 'funds', routes: fundsRoutes }
