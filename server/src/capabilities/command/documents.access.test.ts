import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { attachFile, readAttachment } from './operations.documents.files.ts'
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
const desk = { ...nobody, 'county-desk': 'may' } as const
const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
const readers = { ...desk, 'township-officer': 'may', auditor: 'may' } as const
const all = everybody('may')
const writing = [
  addSeries,
  draftDocument,
  reviseDocument,
  takeStep,
  issueDocument,
  withdrawDocument,
  attachFile,
  checkDraftNow,
  previewDraft,
]

describe('the county writes for the county, a township for itself', () => {
  for (const operation of writing) {
    const of = (division: string) => ({ loaded: { division } as never, input: { division } })
    accessTable(operation as never, { ...of(county), seat: { division: county } }, offices)
    accessTable(operation as never, { ...of(township), seat: { division: township } }, offices)
    accessTable(operation as never, { ...of('130822101'), seat: { division: township } }, nobody)
    accessTable(operation as never, { ...of(county), seat: { division: township } }, nobody)
  }
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
