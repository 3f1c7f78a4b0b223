import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import { decideAppeal, lodgeAppeal } from './operations.appeals.ts'
import { apply, checkApplication, decideApplication, inspect, readSubject } from './operations.course.ts'
import { printNotice } from './operations.notice.ts'
import { extendOrder, liftOrder, listOrders, openOrder, readOrder, reviewOrder } from './operations.orders.ts'
import { listPublicClosures } from './operations.public.ts'
import { addSubjects, endSubject, listSubjects, readMatrix } from './operations.subjects.ts'

const village = '130822100201'
const here = { division: village }
const elsewhere = { division: '130822100202' }
const nobody = everybody('may not')
const desk = { ...nobody, 'county-desk': 'may' } as const
const offices = { ...desk, 'township-officer': 'may' } as const
const atDoors = { ...offices, 'village-cadre': 'may' } as const
const reading = { ...atDoors, 'data-verifier': 'may', 'publicity-editor': 'may', auditor: 'may' } as const
const placed = { id: '00000000-0000-4000-8000-00000000000a', division: village } as never
const known = new Map([['a', placed]]) as never

describe('the county closes, keeps closed and lets open', () => {
  accessTable(openOrder, { loaded: undefined, input: { division: village }, seat: here }, desk)
  accessTable(openOrder, { loaded: undefined, input: { division: village }, seat: elsewhere }, nobody)
  for (const act of [extendOrder, liftOrder, reviewOrder, decideApplication, decideAppeal] as const) {
    accessTable(act as never, { loaded: placed, input: {}, seat: here }, desk)
    accessTable(act as never, { loaded: placed, input: {}, seat: elsewhere }, nobody)
  }
})

describe('offices keep the register of their area and look at who applied', () => {
  accessTable(addSubjects, { loaded: known, input: { division: village }, seat: here }, offices)
  accessTable(addSubjects, { loaded: known, input: { division: village }, seat: elsewhere }, nobody)
  for (const act of [endSubject, checkApplication] as const) {
    accessTable(act as never, { loaded: placed, input: {}, seat: here }, offices)
    accessTable(act as never, { loaded: placed, input: {}, seat: elsewhere }, nobody)
  }
})

describe('whoever can go to the door says what is there, and receives what a firm hands in', () => {
  accessTable(inspect, { loaded: known, input: { subjectId: 'a' }, seat: here }, atDoors)
  accessTable(inspect, { loaded: known, input: { subjectId: 'a' }, seat: elsewhere }, nobody)
  accessTable(inspect, { loaded: known, input: { subjectId: 'b' }, seat: here }, nobody)
  for (const act of [apply, lodgeAppeal, printNotice] as const) {
    accessTable(act, { loaded: placed, input: {}, seat: here }, atDoors)
    accessTable(act, { loaded: placed, input: {}, seat: elsewhere }, nobody)
  }
})

describe('what is ordered is read in the whole county, what is registered in its area', () => {
  for (const look of [listOrders, readOrder] as const)
    accessTable(look as never, { loaded: placed, input: {}, seat: elsewhere }, reading)
  accessTable(readSubject, { loaded: placed, input: {}, seat: here }, reading)
  accessTable(readSubject, { loaded: placed, input: {}, seat: elsewhere }, nobody)
  for (const look of [listSubjects, readMatrix] as const) {
    accessTable(look, { loaded: undefined, input: {}, seat: here }, reading)
    accessTable(look, { loaded: undefined, input: { area: village }, seat: elsewhere }, nobody)
  }
})

// Whoever reads the public list has no seat, and nobody on a seat needs one.
accessTable(listPublicClosures, { loaded: undefined, input: {}, seat: here }, nobody)
