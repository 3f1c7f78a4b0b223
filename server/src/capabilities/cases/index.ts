import type { Capability } from '../../kernel/operation.ts'
import { casesRoutes } from './routes.ts'

export { listProfiles, profileInForce, profilesInForce, seedProfiles } from './profiles.ts'
export { type DiseaseProfile as Profile, isFever } from './rules.ts'

export const casesCapability: Capability = { name: 'cases', routes: casesRoutes }
