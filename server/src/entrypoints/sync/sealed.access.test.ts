import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { readReplica } from './replica.ts'
import { carrySealed, giveFieldKey, openSealed, readStand } from './sealed.ts'

const seat = { division: '130822' }
const AUTHOR = '00000000-0000-4000-8000-000000000001'

/** Who brings it has no say: it is asked of nobody, and judged for whoever wrote it. */
accessTable(carrySealed, { loaded: undefined, input: {}, seat }, everybody('may not'))
accessTable(readStand, { loaded: undefined, input: {}, seat }, everybody('may'))
accessTable(giveFieldKey, { loaded: undefined, input: {}, seat }, everybody('may'))
accessTable(openSealed, { loaded: { by: AUTHOR }, input: {}, seat }, everybody('may'))
accessTable(openSealed, { loaded: { by: seat.division }, input: {}, seat }, everybody('may not'))

/** Whoever knocks at doors there, and the offices above; a purpose has to be said. */
const village = { village: '130822100207' }
const visiting = {
  ...everybody('may not'),
  'county-desk': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
} as const
accessTable(readReplica, { loaded: { purpose: 'home-visit' as const }, input: village, seat }, visiting)
accessTable(readReplica, { loaded: { purpose: null }, input: village, seat }, everybody('may not'))
accessTable(
  readReplica,
  { loaded: { purpose: 'home-visit' as const }, input: village, seat: { division: '130822101' } },
  everybody('may not'),
)
