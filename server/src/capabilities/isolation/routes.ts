import type { RouteTable } from '../../kernel/operation.ts'
import { endOrders } from './operations.end.ts'
import { openOrders } from './operations.open.ts'
import { EndingBatch, OrderBatch } from './schema.ts'

export const isolationRoutes = {
  'POST /isolation/orders': { one: openOrders },
  'POST /isolation/orders/batch': { many: openOrders, body: OrderBatch },
  'POST /isolation/orders/:orderId/end': { one: endOrders },
  'POST /isolation/endings/batch': { many: endOrders, body: EndingBatch },
} satisfies RouteTable
