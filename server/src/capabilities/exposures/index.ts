import type { Capability } from '../../kernel/operation.ts'
import { exposuresRoutes } from './routes.ts'
import { derivedMembers } from './sql.derived.ts'
import { keepMembers } from './sql.members.ts'

export { recordContact, recordTravel } from './operations.ts'
export { mayTrace } from './policy.ts'
export { countLineList, lineListPage } from './taking-out.ts'

export const exposuresCapability: Capability = {
  name: 'exposures',
  routes: exposuresRoutes,
  followers: [keepMembers],
  derived: [derivedMembers],
}
