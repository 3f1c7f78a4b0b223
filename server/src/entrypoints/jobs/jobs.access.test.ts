import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readBackups } from './backups.read.ts'
import { listJobsFailed } from './routes.ts'

accessTable(
  listJobsFailed,
  { loaded: undefined, input: {}, seat: { division: '130822' } },
  { ...everybody('may not'), 'county-desk': 'may', administrator: 'may' },
)

accessTable(
  readBackups,
  { loaded: undefined, input: {}, seat: { division: '130822' } },
  { ...everybody('may not'), 'county-desk': 'may', administrator: 'may' },
)
