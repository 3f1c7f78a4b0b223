import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { carrySealed, giveFieldKey, openSealed } from './sealed.ts'

const seat = { division: '130822' }
const AUTHOR = '00000000-0000-4000-8000-000000000001'

/** Who brings it has no say: it is asked of nobody, and judged for whoever wrote it. */
accessTable(carrySealed, { loaded: undefined, input: {}, seat }, everybody('may not'))
accessTable(giveFieldKey, { loaded: undefined, input: {}, seat }, everybody('may'))
accessTable(openSealed, { loaded: { by: AUTHOR }, input: {}, seat }, everybody('may'))
accessTable(openSealed, { loaded: { by: seat.division }, input: {}, seat }, everybody('may not'))
