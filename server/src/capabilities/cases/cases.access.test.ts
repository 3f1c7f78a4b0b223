import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { listDiseaseProfiles } from './operations.ts'

accessTable(listDiseaseProfiles, { loaded: undefined, input: {}, seat: { division: '130822100' } }, everybody('may'))
