import type { RouteTable } from '../../kernel/operation.ts'
import { recordReadings } from './operations.readings.ts'
import { listClimbing, listDoubtful, listWork, readOrderReadings, readReadingBoard } from './operations.work.ts'
import { ReadingBatch } from './schema.readings.ts'

export const readingsRoutes = {
  'POST /isolation/orders/:orderId/readings': { one: recordReadings },
  'POST /isolation/readings/batch': { many: recordReadings, body: ReadingBatch },
  'GET /isolation/orders/:orderId/readings': readOrderReadings,
  'GET /isolation/work': listWork,
  'GET /isolation/readings/board': readReadingBoard,
  'GET /isolation/readings/climbing': listClimbing,
  'GET /isolation/readings/doubtful': listDoubtful,
} satisfies RouteTable
