import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { answerLink, makeLink, openLink } from './operations.links.ts'
import { listPlans, statePlan } from './operations.plans.ts'
import { recordReadings } from './operations.readings.ts'
import { findSheet, printSheet, printSheets } from './operations.sheets.ts'
import { listClimbing, listDoubtful, listWork, readOrderReadings, readReadingBoard } from './operations.work.ts'

const village = '130822100201'
const order = { id: '00000000-0000-4000-8000-00000000000a', division: village }
const orders = new Map([[order.id, order]])

// The team that looks after somebody, and the offices above it.
const tending = {
  ...everybody('may not'),
  'county-desk': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
  'isolation-staff': 'may',
} as const
const seeing = { ...tending, 'data-verifier': 'may' } as const
const counting = { ...seeing, auditor: 'may' } as const

const here = { division: village }
const loaded = { orders }
const taken = { orderId: order.id, corrects: null }
const corrected = { orderId: order.id, corrects: '00000000-0000-4000-8000-00000000000b' }
accessTable(recordReadings, { loaded, input: taken, seat: here }, tending)
accessTable(recordReadings, { loaded, input: corrected, seat: here }, seeing)
accessTable(readReadingBoard, { loaded: undefined, input: { area: village }, seat: here }, counting)

const purpose = 'isolation-care'
for (const list of [listWork, listClimbing, listDoubtful]) {
  accessTable(list, { loaded: { purpose }, input: { area: village }, seat: here }, tending)
  accessTable(list, { loaded: { purpose: null }, input: { area: village }, seat: here }, everybody('may not'))
}
accessTable(readOrderReadings, { loaded: { order, purpose }, input: {}, seat: here }, tending)
// Whoever compares records sees them for a purpose of their own.
const fever = { order, purpose: 'fever-hand-over' } as const
accessTable(
  readOrderReadings,
  { loaded: fever, input: {}, seat: { ...here, placeId: village } },
  {
    ...everybody('may not'),
    'county-desk': 'may',
    'data-verifier': 'may',
    'township-officer': 'may',
  },
)

// The same seats one village further.
const elsewhere = { division: '130822100202' }
accessTable(recordReadings, { loaded, input: taken, seat: elsewhere }, everybody('may not'))
accessTable(readReadingBoard, { loaded: undefined, input: { area: village }, seat: elsewhere }, everybody('may not'))
accessTable(listWork, { loaded: { purpose }, input: { area: village }, seat: elsewhere }, everybody('may not'))
accessTable(readOrderReadings, { loaded: { order, purpose }, input: {}, seat: elsewhere }, everybody('may not'))

accessTable(printSheet, { loaded: { order, purpose }, input: {}, seat: here }, tending)
accessTable(printSheet, { loaded: { order, purpose }, input: {}, seat: elsewhere }, everybody('may not'))
const sheets = { purpose } as const
accessTable(printSheets, { loaded: sheets, input: { division: village }, seat: here }, tending)
accessTable(printSheets, { loaded: sheets, input: { division: village }, seat: elsewhere }, everybody('may not'))
accessTable(findSheet, { loaded: order, input: {}, seat: here }, seeing)
accessTable(findSheet, { loaded: order, input: {}, seat: elsewhere }, everybody('may not'))

accessTable(makeLink, { loaded: order, input: {}, seat: here }, tending)
accessTable(makeLink, { loaded: order, input: {}, seat: elsewhere }, everybody('may not'))
// Whoever holds a link has no seat, and nobody on a seat needs one.
accessTable(openLink, { loaded: undefined, input: {}, seat: here }, everybody('may not'))
accessTable(answerLink, { loaded: undefined, input: {}, seat: here }, everybody('may not'))
accessTable(listPlans, { loaded: undefined, input: {}, seat: here }, everybody('may'))
const ofTheCounty = { ...everybody('may not'), 'county-desk': 'may' } as const
accessTable(statePlan, { loaded: undefined, input: {}, seat: { division: '130822' } }, ofTheCounty)
accessTable(statePlan, { loaded: undefined, input: {}, seat: here }, everybody('may not'))
