import type { Capability } from '../../kernel/operation.ts'
import { rumoursRoutes } from './routes.ts'

export const rumoursCapability: Capability = { name: 'rumours', routes: rumoursRoutes }
