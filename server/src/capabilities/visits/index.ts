import type { Capability } from '../../kernel/operation.ts'
import { visitsRoutes } from './routes.ts'
import { keepProgress } from './sql.progress.ts'

export const visitsCapability: Capability = { name: 'visits', routes: visitsRoutes, followers: [keepProgress] }
