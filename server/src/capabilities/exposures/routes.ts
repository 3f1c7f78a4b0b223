import type { RouteTable } from '../../kernel/operation.ts'
import {
  defineCategory,
  defineExposurePlace,
  listExposurePlaces,
  listKnownGatherings,
  listLineListCategories,
  recordGathering,
  startLineList,
} from './operations.definitions.ts'
import { explainMember, readLineList, readPersonExposures } from './operations.line-list.ts'
import { readClusters, readRings } from './operations.rings.ts'
import { recordContact, recordIllness, recordStay, recordTravel } from './operations.ts'
import { ContactBatch, IllnessBatch, StayBatch, TravelBatch } from './schema.ts'

export const exposuresRoutes = {
  'POST /exposures/travel': { one: recordTravel },
  'POST /exposures/travel/batch': { many: recordTravel, body: TravelBatch },
  'POST /exposures/contacts': { one: recordContact },
  'POST /exposures/contacts/batch': { many: recordContact, body: ContactBatch },
  'POST /exposures/stays': { one: recordStay },
  'POST /exposures/stays/batch': { many: recordStay, body: StayBatch },
  'POST /exposures/illness': { one: recordIllness },
  'POST /exposures/illness/batch': { many: recordIllness, body: IllnessBatch },
  'POST /exposures/gatherings': recordGathering,
  'GET /exposures/gatherings': listKnownGatherings,
  'POST /exposures/places': defineExposurePlace,
  'GET /exposures/places': listExposurePlaces,
  'GET /exposures/persons/:personId': readPersonExposures,
  'GET /exposures/persons/:personId/why': explainMember,
  'GET /exposures/rings': readRings,
  'GET /exposures/clusters': readClusters,
  'GET /line-list': readLineList,
  'GET /line-list/categories': listLineListCategories,
  'POST /line-list/categories': defineCategory,
  'POST /line-list/start': startLineList,
} satisfies RouteTable
