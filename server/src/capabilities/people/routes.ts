import type { RouteTable } from '../../kernel/operation.ts'
import {
  findPerson,
  getPerson,
  listAccesses,
  listRegisteredPurposes,
  registerPerson,
  unmaskPerson,
} from './operations.ts'

export const peopleRoutes = {
  'POST /people': registerPerson,
  'POST /people/find': findPerson,
  'GET /people/purposes': listRegisteredPurposes,
  'GET /people/:personId': getPerson,
  'POST /people/:personId/unmask': unmaskPerson,
  'GET /people/:personId/accesses': listAccesses,
} satisfies RouteTable
