import type { Capability } from '../../kernel/operation.ts'
import { startWithCounty } from '../places/index.ts'
import { seedProfiles } from './profiles.ts'
import { courseRoutes } from './routes.course.ts'
import { casesRoutes } from './routes.ts'

export { type FoundFever, openFever, openFevers } from './course.ts'
export { followOutcomes, type Outcome } from './outcomes.ts'
export { listProfiles, profileInForce, profilesByCode, profilesInForce, seedProfiles } from './profiles.ts'
export { type Changeover, editionOf } from './rules.editions.ts'
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

export const casesCapability: Capability = { name: 'cases', routes: { ...casesRoutes, ...courseRoutes } }

startWithCounty(seedProfiles)
