import type { Capability } from '../../kernel/operation.ts'
import { responsibilityRoutes } from './routes.ts'
import { keepStanding } from './sql.standing.ts'

export const responsibilityCapability: Capability = {
  name: 'responsibility',
  routes: responsibilityRoutes,
  followers: [keepStanding],
}
