import type { RouteTable } from '../../kernel/operation.ts'
import { readGround } from './operations.ts'

export const drillsRoutes = { 'GET /drills/ground': readGround } satisfies RouteTable
