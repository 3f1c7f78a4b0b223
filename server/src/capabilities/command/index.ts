import type { Capability } from '../../kernel/operation.ts'
import { documentsRoutes } from './routes.documents.ts'
import { levelsRoutes } from './routes.levels.ts'
import { organisationRoutes } from './routes.organisation.ts'

export const commandCapability: Capability = {
  name: 'command',
  routes: { ...documentsRoutes, ...levelsRoutes, ...organisationRoutes },
}
