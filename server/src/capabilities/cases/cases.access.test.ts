import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { listChangeovers, orderChangeover, previewChangeover } from './operations.changeovers.ts'
import { changeDraft, draftEdition, dropDraft, startEdition } from './operations.drafts.ts'
import { compareEditions, listEditions, readEdition } from './operations.editions.ts'
import { listDiseaseProfiles } from './operations.ts'

accessTable(listDiseaseProfiles, { loaded: undefined, input: {}, seat: { division: '130822100' } }, everybody('may'))

const input = { code: 'covid19-local', from: 'covid19-cn-new10', to: 'covid19-local', day: '2026-01-01' }
const seat = { division: '130822' }
const deskOnly = { ...everybody('may not'), 'county-desk': 'may' } as const
for (const reading of [listEditions, readEdition, compareEditions, listChangeovers])
  accessTable(reading, { loaded: undefined, input, seat: { division: '130822100' } }, everybody('may'))
for (const writing of [draftEdition, changeDraft, dropDraft, startEdition, orderChangeover, previewChangeover]) {
  accessTable(writing, { loaded: undefined, input, seat }, deskOnly)
  // A plan is the whole county's: a seat for one township decides about none.
  accessTable(writing, { loaded: undefined, input, seat: { division: '130822100' } }, everybody('may not'))
}
