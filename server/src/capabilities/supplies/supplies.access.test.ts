import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { addItems, addLots, addPack, listItems, listLots, listStores, openStores } from './operations.catalogue.ts'
import { closeStore } from './operations.closing.ts'
import { recordCounts, recordMovements } from './operations.movements.ts'
import { printMovement, printSlip, printStoreLabels } from './operations.printing.ts'
import { answerRecall, callBack, listRecalls, traceLot } from './operations.recalls.ts'
import { listMovements, reverseMovement } from './operations.reversal.ts'
import { confirmIssues, endSlip, listConsignments, listSlips, prepareIssues } from './operations.slips.ts'
import { listExpiring, printCard, readCard, readStock, readStoreStock, readTotal } from './operations.stock.ts'

const town = '130822100'
const store = { id: '00000000-0000-4000-8000-00000000000a', division: town }
const stores = new Map([[store.id, store]])
const slips = new Map([['slip', { storeId: store.id }]])
const here = { division: town }

const keeping = {
  ...everybody('may not'),
  'county-desk': 'may',
  'township-officer': 'may',
  'supplies-keeper': 'may',
} as const
const reading = { ...keeping, 'data-verifier': 'may', auditor: 'may' } as const
// What is counted in which unit is the county's; these seats are a township's.
const nobody = everybody('may not')
const catalogue = { ...nobody, 'county-desk': 'may' } as const
const county = { division: '130822' }

accessTable(addItems, { loaded: new Map(), input: {}, seat: county }, catalogue)
accessTable(addItems, { loaded: new Map(), input: {}, seat: here }, nobody)
accessTable(addPack, { loaded: undefined, input: {}, seat: county }, catalogue)
accessTable(callBack, { loaded: undefined, input: {}, seat: county }, catalogue)
accessTable(callBack, { loaded: undefined, input: {}, seat: here }, nobody)
accessTable(addLots, { loaded: new Map([['item', {}]]), input: { itemId: 'item' }, seat: here }, keeping)
accessTable(openStores, { loaded: new Map([[town, {}]]), input: { division: town }, seat: here }, keeping)
accessTable(openStores, { loaded: new Map([['130822101', {}]]), input: { division: '130822101' }, seat: here }, nobody)

for (const read of [listItems, listLots, listStores, listMovements, listSlips, listConsignments] as const)
  accessTable(read, { loaded: undefined, input: {}, seat: here }, reading)
for (const read of [readStock, readTotal, listExpiring, traceLot, listRecalls] as const)
  accessTable(read, { loaded: undefined, input: {}, seat: here }, reading)
accessTable(readStoreStock, { loaded: store, input: {}, seat: here }, reading)
for (const card of [readCard, printCard] as const)
  accessTable(card, { loaded: { store }, input: {}, seat: here }, reading)

for (const print of [printSlip, printMovement] as const)
  accessTable(print as never, { loaded: { store } as never, input: {}, seat: here }, reading)
accessTable(printStoreLabels, { loaded: store as never, input: {}, seat: here }, reading)
accessTable(printStoreLabels, { loaded: store as never, input: {}, seat: { division: '130822101' } }, nobody)

accessTable(recordMovements, { loaded: { stores }, input: { storeId: store.id }, seat: here }, keeping)
accessTable(recordCounts, { loaded: { stores }, input: { storeId: store.id }, seat: here }, keeping)
accessTable(prepareIssues, { loaded: { stores }, input: { storeId: store.id }, seat: here }, keeping)
accessTable(confirmIssues, { loaded: { stores, slips }, input: { slipId: 'slip' }, seat: here }, keeping)
accessTable(endSlip, { loaded: { store }, input: {}, seat: here }, keeping)
accessTable(reverseMovement, { loaded: { store }, input: {}, seat: here }, keeping)
accessTable(closeStore, { loaded: store, input: {}, seat: here }, keeping)
accessTable(closeStore, { loaded: store, input: {}, seat: { division: '130822101' } }, nobody)
accessTable(answerRecall, { loaded: { store }, input: {}, seat: here }, keeping)

// The township beside it, and the keeper of another store.
const elsewhere = { division: '130822101' }
accessTable(readStoreStock, { loaded: store, input: {}, seat: elsewhere }, nobody)
accessTable(recordMovements, { loaded: { stores }, input: { storeId: store.id }, seat: elsewhere }, nobody)
accessTable(reverseMovement, { loaded: { store }, input: {}, seat: elsewhere }, nobody)
const atAnother = { division: town, placeId: '00000000-0000-4000-8000-00000000000b' }
accessTable(
  recordMovements,
  { loaded: { stores }, input: { storeId: store.id }, seat: atAnother },
  { ...keeping, 'supplies-keeper': 'may not' },
)
accessTable(readStoreStock, { loaded: store, input: {}, seat: atAnother }, { ...reading, 'supplies-keeper': 'may not' })
