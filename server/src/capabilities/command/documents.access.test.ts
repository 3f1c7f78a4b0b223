import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { attachFile, readAttachment, voidAttachment } from './operations.documents.files.ts'
import { previewDraft, printDocument } from './operations.documents.printing.ts'
import { issueDocument, takeStep, withdrawDocument } from './operations.documents.steps.ts'
import {
  addSeries,
  checkDraftNow,
  draftDocument,
  listDocuments,
  listSeries,
  readDocument,
  reviseDocument,
} from './operations.documents.ts'

const county = '130822'
const township = '130822100'
const nobody = everybody('may not')
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const readers = {
  ...nobody,
  'county-desk': 'may',
  'township-officer': 'may',
  'publicity-editor': 'may',
  auditor: 'may',
} as const
const writers = { ...offices, 'publicity-editor': 'may' } as const
const all = everybody('may')
const directing = [addSeries, issueDocument, withdrawDocument]
const drafting = [draftDocument, reviseDocument, attachFile, voidAttachment, checkDraftNow, previewDraft]

describe('an office directs its own area, and its writers draft for it', () => {
  const of = (division: string, step = 'submitted') => ({ loaded: { division } as never, input: { division, step } })
  for (const [operations, who] of [
    [directing, offices],
    [drafting, writers],
  ] as const)
    for (const operation of operations) {
      accessTable(operation as never, { ...of(county), seat: { division: county } }, who)
      accessTable(operation as never, { ...of(township), seat: { division: township } }, who)
      accessTable(operation as never, { ...of('130822101'), seat: { division: township } }, nobody)
      accessTable(operation as never, { ...of(county), seat: { division: township } }, nobody)
    }
  for (const step of ['submitted', 'abandoned'])
    accessTable(takeStep as never, { ...of(township, step), seat: { division: township } }, writers)
  for (const step of ['passed', 'returned', 'signed'])
    accessTable(takeStep as never, { ...of(township, step), seat: { division: township } }, offices)
})

describe('a draft is read by its own offices, what was issued by everybody', () => {
  const draft = { draft: {}, issued: null, division: township } as never
  const file = { division: township }
  accessTable(readDocument, { loaded: draft, input: {}, seat: { division: township } }, readers)
  accessTable(readDocument, { loaded: draft, input: {}, seat: { division: '130822101' } }, nobody)
  accessTable(printDocument, { loaded: draft, input: {}, seat: { division: township } }, readers)
  accessTable(printDocument, { loaded: draft, input: {}, seat: { division: '130822101' } }, nobody)
  accessTable(
    readDocument,
    { loaded: { ...(draft as object), issued: {} } as never, input: {}, seat: { division: '130822101' } },
    all,
  )
  accessTable(
    readAttachment,
    { loaded: { file, isIssued: false } as never, input: {}, seat: { division: township } },
    readers,
  )
  accessTable(
    readAttachment,
    { loaded: { file, isIssued: true } as never, input: {}, seat: { division: '130822101' } },
    all,
  )
  accessTable(listDocuments, { loaded: undefined, input: {}, seat: { division: township } }, all)
  accessTable(listSeries, { loaded: undefined, input: {}, seat: { division: township } }, all)
})
