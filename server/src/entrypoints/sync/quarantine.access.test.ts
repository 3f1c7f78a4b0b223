import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { listQuarantine } from './quarantine.ts'

accessTable(
  listQuarantine,
  { loaded: undefined, input: {}, seat: { division: '130822' } },
  { ...everybody('may not'), 'county-desk': 'may' },
)
