import { accessTable, actorAs, everybody } from '../../../test/access-table/access-table.ts'
import { askExport, cancelExport, decideExport, downloadExport, getExport, listExports } from './operations.exports.ts'
import {
  applyWorkbook,
  discardWorkbook,
  getTemplate,
  getWorkbook,
  listFindings,
  listWorkbooks,
  sendWorkbook,
} from './operations.ts'

const township = '130822100'
const seat = { division: township }
const loading = { ...everybody('may not'), 'county-desk': 'may', 'township-officer': 'may' } as const

for (const op of [getTemplate, listWorkbooks, sendWorkbook]) {
  accessTable(op, { loaded: undefined, input: {}, seat }, loading)
}
for (const op of [getWorkbook, listFindings, applyWorkbook, discardWorkbook]) {
  accessTable(op, { loaded: { division: township }, input: {}, seat }, loading)
  accessTable(op, { loaded: { division: '130822' }, input: {}, seat }, everybody('may not'))
}

const own = { division: township, accountId: actorAs('county-desk', seat).accountId ?? '' }
const foreign = { ...own, accountId: '00000000-0000-4000-8000-0000000000ff' }
const visit = { division: township, fields: ['name', 'address'], purpose: 'home-visit' }
accessTable(listExports, { loaded: undefined, input: {}, seat }, loading)
accessTable(getExport, { loaded: own, input: {}, seat }, loading)
accessTable(askExport, { loaded: undefined, input: visit, seat }, loading)
accessTable(askExport, { loaded: undefined, input: { ...visit, division: '130822101' }, seat }, everybody('may not'))
// A purpose is the seat's or it is none: a township does not supervise.
accessTable(
  askExport,
  { loaded: undefined, input: { ...visit, purpose: 'supervision' }, seat },
  { ...everybody('may not'), 'county-desk': 'may' },
)
// Whoever asked takes the file, and somebody else decides.
for (const op of [cancelExport, downloadExport]) {
  accessTable(op, { loaded: own, input: {}, seat }, loading)
  accessTable(op, { loaded: foreign, input: {}, seat }, everybody('may not'))
}
accessTable(decideExport, { loaded: foreign, input: {}, seat }, loading)
accessTable(decideExport, { loaded: own, input: {}, seat }, everybody('may not'))
