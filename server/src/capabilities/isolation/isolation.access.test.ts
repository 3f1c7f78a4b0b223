import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { decideAppeal, lodgeAppeal } from './operations.appeals.ts'
import { extendOrder, reviewOrder, shortenOrder } from './operations.course.ts'
import { endOrders } from './operations.end.ts'
import { openOrders } from './operations.open.ts'
import { listOrders, readOrder, readOrderBoard } from './operations.orders.ts'
import { declineProposal, listProposals, propose } from './operations.proposals.ts'
import { printCertificate, printSlip, readStatus } from './operations.slips.ts'
import { printSlips } from './operations.slips-together.ts'
import { transferOrder } from './operations.transfers.ts'

const village = '130822100201'
const here = { division: village }
const elsewhere = { division: '130822100202' }
const nobodyMay = everybody('may not')

// Somebody's freedom is decided about at one desk, whoever else knows of it.
const deciding = { ...nobodyMay, 'county-desk': 'may' } as const
const proposing = { ...deciding, 'township-officer': 'may' } as const
const atHome = { ...proposing, 'village-cadre': 'may' } as const
const inSite = { ...proposing, 'isolation-staff': 'may' } as const
const listing = { ...atHome, 'isolation-staff': 'may' } as const
const counting = { ...listing, 'data-verifier': 'may', auditor: 'may' } as const

const home = { id: '00000000-0000-4000-8000-00000000000a', division: village, kind: 'home' }
const central = { ...home, kind: 'central' }
const purpose = 'isolation-care'

accessTable(openOrders, { loaded: {}, input: { division: village }, seat: here }, deciding)
accessTable(openOrders, { loaded: {}, input: { division: village }, seat: elsewhere }, nobodyMay)
const orders = { loaded: new Map([[home.id, home]]), input: { orderId: home.id } }
accessTable(endOrders, { ...orders, seat: here }, deciding)
accessTable(endOrders, { ...orders, seat: elsewhere }, nobodyMay)
for (const step of [extendOrder, shortenOrder, reviewOrder]) {
  accessTable(step, { loaded: home, input: {}, seat: here }, deciding)
  accessTable(step, { loaded: home, input: {}, seat: elsewhere }, nobodyMay)
}
accessTable(transferOrder, { loaded: home, input: { division: village }, seat: here }, deciding)
accessTable(transferOrder, { loaded: home, input: { division: elsewhere.division }, seat: here }, nobodyMay)
accessTable(decideAppeal, { loaded: { order: home }, input: {}, seat: here }, deciding)
accessTable(decideAppeal, { loaded: { order: home }, input: {}, seat: elsewhere }, nobodyMay)

accessTable(propose, { loaded: undefined, input: { division: village }, seat: here }, proposing)
accessTable(propose, { loaded: undefined, input: { division: village }, seat: elsewhere }, nobodyMay)
accessTable(declineProposal, { loaded: home, input: {}, seat: here }, deciding)
accessTable(declineProposal, { loaded: home, input: {}, seat: elsewhere }, nobodyMay)
accessTable(listProposals, { loaded: { purpose }, input: {}, seat: here }, proposing)
accessTable(listProposals, { loaded: { purpose: null }, input: {}, seat: here }, nobodyMay)

// A village looks after those at home, a site's staff after those in one.
accessTable(lodgeAppeal, { loaded: home, input: {}, seat: here }, atHome)
accessTable(lodgeAppeal, { loaded: central, input: {}, seat: here }, inSite)
accessTable(lodgeAppeal, { loaded: home, input: {}, seat: elsewhere }, nobodyMay)
for (const look of [readOrder, printSlip, printCertificate]) {
  accessTable(look, { loaded: { order: home, purpose }, input: {}, seat: here }, atHome)
  accessTable(look, { loaded: { order: central, purpose }, input: {}, seat: here }, inSite)
  accessTable(look, { loaded: { order: home, purpose: null }, input: {}, seat: here }, nobodyMay)
  accessTable(look, { loaded: { order: home, purpose }, input: {}, seat: elsewhere }, nobodyMay)
}
accessTable(listOrders, { loaded: { purpose }, input: {}, seat: here }, listing)
accessTable(listOrders, { loaded: { purpose: null }, input: {}, seat: here }, nobodyMay)
accessTable(listOrders, { loaded: { purpose }, input: { area: village }, seat: elsewhere }, nobodyMay)
accessTable(printSlips, { loaded: { purpose }, input: { division: village }, seat: here }, listing)
accessTable(printSlips, { loaded: { purpose: null }, input: { division: village }, seat: here }, nobodyMay)
accessTable(printSlips, { loaded: { purpose }, input: { division: village }, seat: elsewhere }, nobodyMay)
accessTable(readOrderBoard, { loaded: undefined, input: {}, seat: here }, counting)
accessTable(readOrderBoard, { loaded: undefined, input: { area: village }, seat: elsewhere }, nobodyMay)
// Whoever holds a code has no seat, and nobody on a seat needs one.
accessTable(readStatus, { loaded: undefined, input: {}, seat: here }, nobodyMay)
