import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
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
