import type { RouteTable } from '../../kernel/operation.ts'
import { listKnownCases, readCase, reportFever } from './operations.course.ts'
import { listDiseaseProfiles } from './operations.ts'

export const casesRoutes = {
  'GET /cases/profiles': listDiseaseProfiles,
  'POST /cases/fevers': reportFever,
  'GET /cases': listKnownCases,
  'GET /cases/:caseId': readCase,
} satisfies RouteTable
