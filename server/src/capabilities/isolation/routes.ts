import type { RouteTable } from '../../kernel/operation.ts'
import { decideAppeal, lodgeAppeal } from './operations.appeals.ts'
import { extendOrder, reviewOrder, shortenOrder } from './operations.course.ts'
import { endOrders } from './operations.end.ts'
import { openOrders } from './operations.open.ts'
import { listOrders, readOrder, readOrderBoard } from './operations.orders.ts'
import { declineProposal, listProposals, propose } from './operations.proposals.ts'
import { printCertificate, printSlip, readStatus } from './operations.slips.ts'
import { printSlips } from './operations.slips-together.ts'
import { transferOrder } from './operations.transfers.ts'
import { EndingBatch, OrderBatch } from './schema.ts'

export const isolationRoutes = {
  'POST /isolation/orders': { one: openOrders },
  'POST /isolation/orders/batch': { many: openOrders, body: OrderBatch },
  'POST /isolation/orders/:orderId/end': { one: endOrders },
  'POST /isolation/endings/batch': { many: endOrders, body: EndingBatch },
  'POST /isolation/orders/:orderId/extensions': extendOrder,
  'POST /isolation/orders/:orderId/shortenings': shortenOrder,
  'POST /isolation/orders/:orderId/reviews': reviewOrder,
  'POST /isolation/orders/:orderId/transfers': transferOrder,
  'POST /isolation/orders/:orderId/appeals': lodgeAppeal,
  'POST /isolation/orders/:orderId/appeals/:appealId/decision': decideAppeal,
  'GET /isolation/orders': listOrders,
  'GET /isolation/orders/:orderId': readOrder,
  'GET /isolation/board': readOrderBoard,
  'POST /isolation/orders/:orderId/slip': printSlip,
  'POST /isolation/slips': printSlips,
  'GET /isolation/orders/:orderId/certificate': printCertificate,
  'POST /isolation/status': readStatus,
  'POST /isolation/proposals': propose,
  'POST /isolation/proposals/:proposalId/decline': declineProposal,
  'GET /isolation/proposals': listProposals,
} satisfies RouteTable
