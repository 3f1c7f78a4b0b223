import type { RouteTable } from '../../kernel/operation.ts'
import { printCard, readCard } from './operations.card.ts'
import { listKnownCases, readCase, reportFever } from './operations.course.ts'
import {
  recordDecision,
  recordEvidence,
  recordInvestigation,
  recordOnset,
  recordResult,
  recordSample,
  recordSource,
} from './operations.entries.ts'
import { readCurve, readDelays, readTree } from './operations.epidemiology.ts'
import { recordReport } from './operations.report.ts'
import { readReproduction } from './operations.reproduction.ts'

export const courseRoutes = {
  'POST /cases/fevers': reportFever,
  'GET /cases': listKnownCases,
  'GET /cases/:caseId': readCase,
  'GET /cases/:caseId/card': readCard,
  'GET /cases/:caseId/card/print': printCard,
  'POST /cases/:caseId/evidence': recordEvidence,
  'POST /cases/:caseId/onsets': recordOnset,
  'POST /cases/:caseId/samples': recordSample,
  'POST /cases/:caseId/results': recordResult,
  'POST /cases/:caseId/decisions': recordDecision,
  'POST /cases/:caseId/investigations': recordInvestigation,
  'POST /cases/:caseId/reports': recordReport,
  'POST /cases/:caseId/sources': recordSource,
  'GET /epidemiology/curve': readCurve,
  'GET /epidemiology/delays': readDelays,
  'GET /epidemiology/reproduction': readReproduction,
  'GET /epidemiology/tree': readTree,
} satisfies RouteTable
