import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { changeShift, listChanges, readBoard, takeShift } from './operations.board.ts'
import { listExpected, listLodgers } from './operations.lodgers.ts'
import { leave, moveRoom, recordCounselling, sayDiet, takeIn } from './operations.lodging.ts'
import { listRecords, takeBack } from './operations.records.ts'
import { addVehicle, arrive, beginTransfer, cleanVehicle, listTransfers } from './operations.rides.ts'
import { addRooms, listSites, openSite, turnRoom, turnSite } from './operations.sites.ts'
import {
  deliverMeal,
  listDisinfections,
  readDiary,
  readMeals,
  recordActivity,
  recordDisinfection,
  setRoutine,
  useGoods,
} from './operations.work.ts'

const village = '130822100201'
const site = { id: '00000000-0000-4000-8000-00000000000a', division: village } as never
const sites = { sites: new Map([['a', site]]) } as never
const here = { division: village, placeId: '00000000-0000-4000-8000-00000000000a' }
const nobody = everybody('may not')
const desk = { ...nobody, 'county-desk': 'may' } as const
const offices = { ...desk, 'township-officer': 'may' } as const
const keeping = { ...offices, 'isolation-staff': 'may' } as const

describe('the county opens and closes a site', () => {
  accessTable(openSite, { loaded: undefined, input: { division: village }, seat: { division: '130822' } }, desk)
  accessTable(turnSite, { loaded: site, input: {}, seat: { division: '130822' } }, desk)
  accessTable(
    openSite,
    { loaded: undefined, input: { division: '130823100201' }, seat: { division: '130822' } },
    nobody,
  )
})

const ofSite = [
  ...[turnRoom, setRoutine, recordDisinfection, listDisinfections, readMeals, deliverMeal, recordActivity, useGoods],
  ...[readDiary, addVehicle, beginTransfer, listTransfers, readBoard, changeShift, listChanges],
  ...[listRecords, takeBack],
] as const
const ofPart = [moveRoom, leave, sayDiet, recordCounselling, arrive, cleanVehicle, takeShift] as const

describe('its staff and the offices above it work there', () => {
  for (const operation of ofSite) accessTable(operation as never, { loaded: site, input: {}, seat: here }, keeping)
  for (const operation of ofPart) accessTable(operation as never, { loaded: { site }, input: {}, seat: here }, keeping)
  for (const operation of [addRooms, takeIn])
    accessTable(operation as never, { loaded: sites, input: { siteId: 'a' }, seat: here }, keeping)
  for (const operation of [listLodgers, listExpected])
    accessTable(operation, { loaded: { site, purpose: 'isolation-care' }, input: {}, seat: here }, keeping)
  accessTable(listSites, { loaded: undefined, input: {}, seat: here }, keeping)
})

describe('staff of another site, and offices of another township, do not', () => {
  const other = { division: village, placeId: '00000000-0000-4000-8000-00000000000b' }
  for (const operation of ofSite) accessTable(operation as never, { loaded: site, input: {}, seat: other }, offices)
  for (const operation of ofPart) accessTable(operation as never, { loaded: { site }, input: {}, seat: other }, offices)
  const far = { ...here, division: '130822101' }
  for (const operation of ofSite) accessTable(operation as never, { loaded: site, input: {}, seat: far }, nobody)
  for (const operation of ofPart) accessTable(operation as never, { loaded: { site }, input: {}, seat: far }, nobody)
  accessTable(addRooms, { loaded: sites, input: { siteId: 'b' }, seat: here }, nobody)
})

describe('nobody is looked at without a purpose that is theirs', () => {
  for (const operation of [listLodgers, listExpected]) {
    accessTable(operation, { loaded: { site, purpose: null }, input: {}, seat: here }, nobody)
    accessTable(operation, { loaded: { site, purpose: 'agency-list-check' }, input: {}, seat: here }, offices)
  }
})
