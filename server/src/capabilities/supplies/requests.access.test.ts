import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { proposeAllocation } from './operations.allocation.ts'
import { listCover, readCover, setAssumptions } from './operations.cover.ts'
import {
  donateGoods,
  listGoodsDonations,
  nameGiver,
  printGoodsReceipt,
  readGoodsAccount,
} from './operations.donations.ts'
import { allot, endRequest, listRequests, makeRequests, ship } from './operations.requests.ts'
import { readShops, tellPrices } from './operations.shops.ts'

const county = '130822'
const township = '130822100'
const nobody = everybody('may not')
const keepers = { ...nobody, 'county-desk': 'may', 'township-officer': 'may', 'supplies-keeper': 'may' } as const
const readers = { ...keepers, 'data-verifier': 'may', auditor: 'may' } as const

const storeAt = (division: string) => ({ id: 's', division })
/** What each would have found of a request of one division and a store of another. */
const found = (division: string, at = division) => {
  const [store, request] = [storeAt(at), { storeId: 's', division }]
  return [
    [makeRequests, { stores: new Map([['s', store]]), goods: new Map() }, { storeId: 's' }],
    [endRequest, request, {}],
    [allot, { requests: new Map([['r', request]]), stores: new Map([['s', store]]) }, { requestId: 'r', storeId: 's' }],
    [ship, { request, store }, {}],
    [proposeAllocation, store, {}],
    [donateGoods, store, {}],
    [nameGiver, { storeId: 's', division: at }, {}],
    [tellPrices, { stores: new Map([['s', store]]), goods: new Map([['i', {}]]) }, { storeId: 's', itemId: 'i' }],
  ] as const
}

describe('goods are asked for, given and sent by whoever answers for the store', () => {
  for (const [operation, loaded, input] of found(township)) {
    accessTable(operation as never, { loaded: loaded as never, input, seat: { division: township } }, keepers)
    accessTable(operation as never, { loaded: loaded as never, input, seat: { division: '130822101' } }, nobody)
  }
  for (const [operation, loaded, input] of found(township, county).slice(2))
    accessTable(operation as never, { loaded: loaded as never, input, seat: { division: township } }, nobody)
})

describe('whoever reads the stock reads what is asked for and for how long it will do', () => {
  for (const operation of [listRequests, listCover, readCover, listGoodsDonations])
    accessTable(operation as never, { loaded: {} as never, input: {}, seat: { division: township } }, readers)
})

describe('what is assumed is assumed for the whole county', () => {
  const known = { loaded: new Map([['i', {}]]) as never, input: { itemId: 'i' } as never }
  const catalogue = { ...nobody, 'county-desk': 'may' } as const
  accessTable(setAssumptions, { ...known, seat: { division: county } }, catalogue)
  accessTable(setAssumptions, { ...known, seat: { division: township } }, nobody)
})

describe('a receipt names somebody; what is given and what goods cost is everybody’s', () => {
  const donation = { storeId: 's', division: township }
  const offices = { ...nobody, 'county-desk': 'may', 'township-officer': 'may' } as const
  const loaded = { donation: donation as never, purpose: 'resident-request' as const }
  accessTable(printGoodsReceipt, { loaded, input: {} as never, seat: { division: township } }, offices)
  for (const operation of [readGoodsAccount, readShops])
    accessTable(operation as never, { loaded: {} as never, input: {}, seat: { division: township } }, everybody('may'))
})
