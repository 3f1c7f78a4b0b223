import type { RouteTable } from '../../kernel/operation.ts'
import { findCardByCode, printCards } from './operations.cards.ts'
import { closeFollowUps, listFollowUps } from './operations.follow-ups.ts'
import { listHomes, readHousehold } from './operations.homes.ts'
import { listBlocks, readProgress } from './operations.progress.ts'
import {
  exportQuestionnaire,
  exportResponses,
  getQuestionnaire,
  listQuestionnaires,
  readQuestionnaire,
  saveQuestionnaire,
} from './operations.questionnaires.ts'
import { recordContact, recordJourney } from './operations.recording.ts'
import { endRound, listRounds, openRound } from './operations.rounds.ts'
import { recordVisits } from './operations.ts'
import { CloseFollowUps } from './schema.lists.ts'
import { VisitBatch } from './schema.ts'

export const visitsRoutes = {
  'GET /visits/rounds': listRounds,
  'POST /visits/rounds': openRound,
  'POST /visits/rounds/:roundId/end': endRound,
  'GET /visits/rounds/:roundId/progress': readProgress,
  'GET /visits/rounds/:roundId/blocks': listBlocks,
  'GET /visits/rounds/:roundId/households': listHomes,
  'POST /visits/rounds/:roundId/cards': printCards,
  'GET /visits/cards/:code': findCardByCode,
  'GET /visits/households/:householdId': readHousehold,
  'POST /visits': { one: recordVisits },
  'POST /visits/batch': { many: recordVisits, body: VisitBatch },
  'GET /visits/:visitId/responses': exportResponses,
  'GET /visits/follow-ups': listFollowUps,
  'POST /visits/follow-ups/:followUpId/outcomes': { one: closeFollowUps },
  'POST /visits/follow-ups/outcomes/batch': { many: closeFollowUps, body: CloseFollowUps },
  'POST /visits/follow-ups/:followUpId/journey': recordJourney,
  'POST /visits/follow-ups/:followUpId/contact': recordContact,
  'GET /visits/questionnaires': listQuestionnaires,
  'POST /visits/questionnaires': saveQuestionnaire,
  'POST /visits/questionnaires/from-fhir': readQuestionnaire,
  'GET /visits/questionnaires/:key': getQuestionnaire,
  'GET /visits/questionnaires/:key/fhir': exportQuestionnaire,
} satisfies RouteTable
