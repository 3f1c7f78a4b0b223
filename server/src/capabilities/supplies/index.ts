import type { Capability } from '../../kernel/operation.ts'
import { donationsRoutes } from './routes.donations.ts'
import { requestsRoutes } from './routes.requests.ts'
import { suppliesRoutes } from './routes.ts'
import { derivedStock } from './sql.derived.ts'

export { medicalOnHand } from './on-hand.ts'
export { quantityWords } from './units.words.ts'

export const suppliesCapability: Capability = {
  name: 'supplies',
  routes: { ...suppliesRoutes, ...requestsRoutes, ...donationsRoutes },
  derived: [derivedStock],
}
