import type { Capability } from '../../kernel/operation.ts'
import { casesRoutes } from './routes.ts'

export { profileInForce, profilesNow, seedProfiles } from './profiles.ts'
export { type DiseaseProfile, editionAt, isFever } from './rules.ts'

export const casesCapability: Capability = { name: 'cases', routes: casesRoutes }
