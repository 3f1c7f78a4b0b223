import type { Capability } from '../../kernel/operation.ts'
import { casesRoutes } from './routes.ts'

export { listProfiles, profileInForce, profilesInForce, seedProfiles } from './profiles.ts'
export {
  anchorOf,
  dayNumber,
  isObserved,
  mayObserve,
  type Observation,
  type ObservationMode,
  observationOf,
  phaseOn,
} from './rules.observation.ts'
export { type DiseaseProfile as Profile, isFever } from './rules.ts'

export const casesCapability: Capability = { name: 'cases', routes: casesRoutes }
