import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readGround } from './operations.ts'

const planners = { 'county-desk': 'may', 'data-verifier': 'may', 'township-officer': 'may' } as const

accessTable(
  readGround,
  { loaded: undefined, input: {}, seat: { division: '130822100' } },
  { ...everybody('may not'), ...planners },
)
