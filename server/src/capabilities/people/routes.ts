import type { RouteTable } from '../../kernel/operation.ts'
import {
  addMembers,
  changeOneRelation,
  closeOneHousehold,
  endOneMembership,
  moveOneHousehold,
  moveOneMember,
  registerHouseholds,
} from './operations.households.ts'
import {
  comparePersons,
  listLikeness,
  mergeTwo,
  readPersonCard,
  sayTwoDifferent,
  searchForPersons,
  undoOneMerge,
} from './operations.likeness.ts'
import { listReadings } from './operations.readings.ts'
import { getHousehold, listHouseholds } from './operations.rosters.ts'
import {
  amendPerson,
  findPerson,
  getPerson,
  listAccesses,
  listRegisteredPurposes,
  registerPerson,
  unmaskPerson,
} from './operations.ts'
import { RegisterHouseholds } from './schema.households.ts'

export const peopleRoutes = {
  'POST /people': registerPerson,
  'POST /people/find': findPerson,
  'GET /people/purposes': listRegisteredPurposes,
  'POST /people/search': searchForPersons,
  'GET /people/likeness': listLikeness,
  'POST /people/compare': comparePersons,
  'POST /people/merges': mergeTwo,
  'POST /people/merges/:mergeId/undo': undoOneMerge,
  'POST /people/different': sayTwoDifferent,
  'GET /people/:personId': getPerson,
  'GET /people/:personId/card': readPersonCard,
  'POST /people/:personId/statements': amendPerson,
  'POST /people/:personId/unmask': unmaskPerson,
  'GET /people/:personId/accesses': listAccesses,
  'GET /audit/readings': listReadings,
  'GET /households': listHouseholds,
  'POST /households': { one: registerHouseholds },
  'POST /households/batch': { many: registerHouseholds, body: RegisterHouseholds },
  'GET /households/:householdId': getHousehold,
  'POST /households/:householdId/members': addMembers,
  'POST /households/:householdId/move': moveOneHousehold,
  'POST /households/:householdId/close': closeOneHousehold,
  'POST /memberships/:membershipId/move': moveOneMember,
  'POST /memberships/:membershipId/relation': changeOneRelation,
  'POST /memberships/:membershipId/end': endOneMembership,
} satisfies RouteTable
