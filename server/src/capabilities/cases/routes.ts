import type { RouteTable } from '../../kernel/operation.ts'
import { listDiseaseProfiles } from './operations.ts'

export const casesRoutes = { 'GET /cases/profiles': listDiseaseProfiles } satisfies RouteTable
