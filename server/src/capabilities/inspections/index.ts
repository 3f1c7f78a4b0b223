import type { Capability } from '../../kernel/operation.ts'
import { inspectionsRoutes } from './routes.ts'

export const inspectionsCapability: Capability = { name: 'inspections', routes: inspectionsRoutes }
