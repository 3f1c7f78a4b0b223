import type { RouteTable } from '../../kernel/operation.ts'
import { printOrganisation } from './operations.organisation.printing.ts'
import { addBody, addMember, endBody, endMember, readOrganisation } from './operations.organisation.ts'
import { addDuty, cancelDuty, exportRota, noteDuty, readRota } from './operations.rota.ts'

export const organisationRoutes = {
  'GET /organisation': readOrganisation,
  'GET /organisation/print': printOrganisation,
  'POST /organisation/bodies': addBody,
  'POST /organisation/bodies/:bodyId/end': endBody,
  'POST /organisation/bodies/:bodyId/members': addMember,
  'POST /organisation/members/:memberId/end': endMember,
  'GET /organisation/bodies/:bodyId/rota': readRota,
  'GET /organisation/bodies/:bodyId/rota/calendar': exportRota,
  'POST /organisation/bodies/:bodyId/duties': addDuty,
  'POST /duties/:dutyId/cancel': cancelDuty,
  'POST /duties/:dutyId/notes': noteDuty,
} satisfies RouteTable
