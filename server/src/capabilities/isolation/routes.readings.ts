import type { RouteTable } from '../../kernel/operation.ts'
import { answerLink, makeLink, openLink } from './operations.links.ts'
import { listPlans, statePlan } from './operations.plans.ts'
import { recordReadings } from './operations.readings.ts'
import { findSheet, printSheet, printSheets } from './operations.sheets.ts'
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
  'POST /isolation/orders/:orderId/reading-links': makeLink,
  'POST /self-check/open': openLink,
  'POST /self-check/answer': answerLink,
  'GET /isolation/orders/:orderId/sheet': printSheet,
  'GET /isolation/reading-sheets': printSheets,
  'GET /isolation/reading-sheets/:code': findSheet,
  'GET /isolation/reading-plans': listPlans,
  'POST /isolation/reading-plans': statePlan,
} satisfies RouteTable
