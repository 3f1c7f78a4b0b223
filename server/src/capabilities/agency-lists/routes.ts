import type { RouteTable } from '../../kernel/operation.ts'
import { giveAnswers, identifyEntries } from './operations.answers.ts'
import { getEntry, listEntries, showEntry } from './operations.entries.ts'
import { destroyList, getList, listLists } from './operations.lists.ts'
import { passEntry } from './operations.passing.ts'
import { previewList, receiveList } from './operations.receiving.ts'
import { consentReturn, makeReturn } from './operations.return.ts'
import { AnswerBatch, IdentifyBatch } from './schema.ts'

export const agencyListsRoutes = {
  'GET /agency-lists': listLists,
  'POST /agency-lists': receiveList,
  'POST /agency-lists/preview': previewList,
  'GET /agency-lists/:listId': getList,
  'POST /agency-lists/:listId/return': makeReturn,
  'POST /agency-lists/:listId/return-consents': consentReturn,
  'POST /agency-lists/:listId/destruction': destroyList,
  'GET /agency-list-entries': listEntries,
  'GET /agency-list-entries/:entryId': getEntry,
  'POST /agency-list-entries/:entryId/cells': showEntry,
  'POST /agency-list-entries/:entryId/identifications': { one: identifyEntries },
  'POST /agency-list-entries/:entryId/answers': { one: giveAnswers },
  'POST /agency-list-entries/:entryId/passings': passEntry,
  'POST /agency-list-identifications/batch': { many: identifyEntries, body: IdentifyBatch },
  'POST /agency-list-answers/batch': { many: giveAnswers, body: AnswerBatch },
} satisfies RouteTable
