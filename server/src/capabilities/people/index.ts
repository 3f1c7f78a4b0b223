import type { Capability } from '../../kernel/operation.ts'
import { peopleJobs } from './readings.ts'
import { peopleRoutes } from './routes.ts'

export { changedHomes, type HomeToCarry, homesToCarry } from './carrying.ts'
export { type BehindDoor, behindDoors, doorsOf } from './doors.ts'
export { type Enrolled, enrolMany, type Traveller } from './enrol.ts'
export { followMoves, type HomeMove } from './handing-on.ts'
export { maskedMany, unmask } from './looking.ts'
export { foldLatin, foldName, readingsOf } from './names.ts'
export { addMembers, changeOneRelation, registerHouseholds } from './operations.households.ts'
export { amendPerson } from './operations.ts'
export { mayLookFor, mayUnmask } from './policy.ts'
export { proveSeals } from './proving.ts'
export { kindOf, listResembling, type Resembling, type Sought } from './resembling.ts'
export {
  householdsPage,
  type RosterField,
  rosterPage,
  type Shown,
  shownMany,
} from './roster.ts'
export type { MaskedPerson } from './schema.ts'
export { findKeptMemberships as membershipsOf } from './sql.memberships.ts'
export { expectMet, listMet } from './sql.ts'
export { personsByDocument } from './telling.ts'

export const peopleCapability: Capability = { name: 'people', routes: peopleRoutes, jobs: peopleJobs }
