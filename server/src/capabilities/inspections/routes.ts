import type { RouteTable } from '../../kernel/operation.ts'
import { startChecklists } from './operations.checklists.ts'
import { recordSteps } from './operations.findings.ts'
import { addPhoto, readPhoto } from './operations.photos.ts'
import { addPlan, endPlan, listPlans } from './operations.plans.ts'
import { listFindings, listInspections, readHeat, readInspection } from './operations.reading.ts'
import { recordInspections } from './operations.recording.ts'
import { InspectionBatch, StepBatch } from './schema.ts'

export const inspectionsRoutes = {
  'POST /inspection-plans': addPlan,
  'GET /inspection-plans': listPlans,
  'POST /inspection-plans/:planId/end': endPlan,
  'POST /inspection-checklists/start': startChecklists,
  'POST /inspections': { one: recordInspections },
  'POST /inspections/batch': { many: recordInspections, body: InspectionBatch },
  'GET /inspections': listInspections,
  'GET /inspections/:inspectionId': readInspection,
  'GET /inspection-findings': listFindings,
  'POST /inspection-findings/:findingId/steps': { one: recordSteps },
  'POST /inspection-finding-steps/batch': { many: recordSteps, body: StepBatch },
  'POST /inspection-findings/:findingId/photos': addPhoto,
  'GET /inspection-photos/:photoId': readPhoto,
  'GET /inspection-heat': readHeat,
} satisfies RouteTable
