import type { Capability } from '../../kernel/operation.ts'
import { documentsRoutes } from './routes.documents.ts'

export const commandCapability: Capability = { name: 'command', routes: { ...documentsRoutes } }
