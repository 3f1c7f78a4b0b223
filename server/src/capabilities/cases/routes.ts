import type { RouteTable } from '../../kernel/operation.ts'
import { listChangeovers, orderChangeover, previewChangeover } from './operations.changeovers.ts'
import { changeDraft, draftEdition, dropDraft, startEdition } from './operations.drafts.ts'
import { compareEditions, listEditions, readEdition } from './operations.editions.ts'
import { listDiseaseProfiles } from './operations.ts'

export const casesRoutes = {
  'GET /cases/profiles': listDiseaseProfiles,
  'GET /cases/editions': listEditions,
  'POST /cases/editions': draftEdition,
  'GET /cases/editions/:code': readEdition,
  'GET /cases/editions/:code/differences': compareEditions,
  'POST /cases/editions/:code/texts': changeDraft,
  'POST /cases/editions/:code/drop': dropDraft,
  'POST /cases/editions/:code/start': startEdition,
  'GET /cases/changeovers': listChangeovers,
  'POST /cases/changeovers': orderChangeover,
  'GET /cases/changeover-preview': previewChangeover,
} satisfies RouteTable
