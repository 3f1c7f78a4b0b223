import type { RouteTable } from '../../kernel/operation.ts'
import { proposeAllocation } from './operations.allocation.ts'
import { listCover, readCover, setAssumptions } from './operations.cover.ts'
import { allot, endRequest, listRequests, makeRequests, ship } from './operations.requests.ts'
import { AllotBatch, AssumptionBatch, RequestBatch } from './schema.requests.ts'

/** What is built on the stock: who asks, who gets, and for how long it will do. */
export const requestsRoutes = {
  'GET /supplies/requests': listRequests,
  'POST /supplies/requests/batch': { many: makeRequests, body: RequestBatch },
  'POST /supplies/requests/:requestId/end': endRequest,
  'POST /supplies/allotments/batch': { many: allot, body: AllotBatch },
  'POST /supplies/requests/:requestId/shipments': ship,
  'POST /supplies/allocation-proposals': proposeAllocation,
  'POST /supplies/assumptions/batch': { many: setAssumptions, body: AssumptionBatch },
  'GET /supplies/cover': listCover,
  'GET /supplies/cover/:itemId': readCover,
} satisfies RouteTable
