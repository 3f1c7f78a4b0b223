import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import {
  closeEvent,
  listEvents,
  listFields,
  listRuns,
  readState,
  reopenEvent,
  setCalendar,
  startRun,
} from './operations.ts'

const county = { loaded: undefined, input: {}, seat: { division: '130822' } }
const township = { loaded: undefined, input: {}, seat: { division: '130822100' } }

for (const open of [listFields, listEvents, readState]) accessTable(open, township, everybody('may'))
for (const turning of [closeEvent, reopenEvent, setCalendar]) {
  accessTable(turning, { ...county, loaded: [] } as never, { ...everybody('may not'), 'county-desk': 'may' })
  accessTable(turning, { ...township, loaded: [] } as never, everybody('may not'))
}
accessTable(startRun, county, { ...everybody('may not'), 'county-desk': 'may', administrator: 'may' })
accessTable(startRun, township, everybody('may not'))
for (const seat of [county, township])
  accessTable(listRuns, seat, {
    ...everybody('may not'),
    'county-desk': 'may',
    'data-verifier': 'may',
    auditor: 'may',
    administrator: 'may',
  })
