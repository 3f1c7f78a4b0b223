import type { RouteTable } from '../../kernel/operation.ts'
import { decideAppeal, lodgeAppeal } from './operations.appeals.ts'
import { apply, checkApplication, decideApplication, inspect, readSubject } from './operations.course.ts'
import { printNotice } from './operations.notice.ts'
import { extendOrder, liftOrder, listOrders, openOrder, readOrder, reviewOrder } from './operations.orders.ts'
import { listPublicClosures } from './operations.public.ts'
import { addSubjects, endSubject, listSubjects, readMatrix } from './operations.subjects.ts'
import { InspectionBatch, SubjectBatch } from './schema.ts'

export const closuresRoutes = {
  'POST /closures/subjects': { one: addSubjects },
  'POST /closures/subjects/batch': { many: addSubjects, body: SubjectBatch },
  'GET /closures/subjects': listSubjects,
  'GET /closures/subjects/:subjectId': readSubject,
  'POST /closures/subjects/:subjectId/end': endSubject,
  'GET /closures/matrix': readMatrix,
  'POST /closures/orders': openOrder,
  'GET /closures/orders': listOrders,
  'GET /closures/orders/:orderId': readOrder,
  'POST /closures/orders/:orderId/extensions': extendOrder,
  'POST /closures/orders/:orderId/lifting': liftOrder,
  'POST /closures/orders/:orderId/reviews': reviewOrder,
  'POST /closures/subjects/:subjectId/inspections': { one: inspect },
  'POST /closure-inspections/batch': { many: inspect, body: InspectionBatch },
  'POST /closures/subjects/:subjectId/applications': apply,
  'POST /closures/applications/:applicationId/checks': checkApplication,
  'POST /closures/applications/:applicationId/decision': decideApplication,
  'POST /closures/subjects/:subjectId/appeals': lodgeAppeal,
  'POST /closures/appeals/:appealId/decision': decideAppeal,
  'GET /closures/subjects/:subjectId/notice': printNotice,
  'GET /closures/public': listPublicClosures,
} satisfies RouteTable
