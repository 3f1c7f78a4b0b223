import { describe } from 'vitest'
import { accessTable, everybody } from '../../../test/access-table/access-table.ts'
import {
  addMembers,
  changeOneRelation,
  closeOneHousehold,
  endOneMembership,
  moveOneHousehold,
  moveOneMember,
  registerHouseholds,
} from './operations.households.ts'
import {
  comparePersons,
  listLikeness,
  mergeTwo,
  readPersonCard,
  sayTwoDifferent,
  searchForPersons,
  undoOneMerge,
} from './operations.likeness.ts'
import { getHousehold, listHouseholds } from './operations.rosters.ts'
import { amendPerson } from './operations.ts'

const village = '130822100207'
const beside = '130822100208'
const far = '130822101201'
const seat = { division: '130822100' }
const elsewhere = { division: '130822102' }
const nobody = everybody('may not')
const rosterers = {
  ...nobody,
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
} as const

describe('households are written down by those who answer for the area', () => {
  const places = { divisions: new Set([village]), compounds: new Map() }
  const input = { division: village, compoundId: null }
  accessTable(registerHouseholds, { loaded: places, input, seat }, rosterers)
  accessTable(registerHouseholds, { loaded: places, input, seat: elsewhere }, nobody)
  accessTable(registerHouseholds, { loaded: { ...places, divisions: new Set() }, input, seat }, nobody)
  for (const operation of [addMembers, closeOneHousehold, endOneMembership, changeOneRelation, amendPerson]) {
    accessTable(operation, { loaded: { division: village }, input: {}, seat }, rosterers)
    accessTable(operation, { loaded: { division: village }, input: {}, seat: elsewhere }, nobody)
  }
})

describe('a move is for who answers for both ends', () => {
  accessTable(moveOneHousehold, { loaded: { division: village }, input: { division: beside }, seat }, rosterers)
  accessTable(moveOneHousehold, { loaded: { division: village }, input: { division: far }, seat }, nobody)
  const between = (to: string) => ({ from: { division: village }, home: { division: to } })
  accessTable(moveOneMember, { loaded: between(beside), input: {}, seat }, rosterers)
  accessTable(moveOneMember, { loaded: between(far), input: {}, seat }, nobody)
})

describe('doors and people are listed for a purpose of the seat', () => {
  for (const operation of [listHouseholds, getHousehold, searchForPersons, readPersonCard]) {
    accessTable(operation, { loaded: { purpose: null }, input: {}, seat }, nobody)
    accessTable(
      operation,
      { loaded: { purpose: 'home-visit' }, input: {}, seat },
      { ...rosterers, 'data-verifier': 'may not' },
    )
    accessTable(
      operation,
      { loaded: { purpose: 'contact-tracing' }, input: {}, seat },
      { ...rosterers, 'village-cadre': 'may not' },
    )
  }
})

describe('whether two records are one person is for an office that keeps both', () => {
  const offices = { ...rosterers, 'village-cadre': 'may not' } as const
  for (const operation of [mergeTwo, sayTwoDifferent]) {
    accessTable(operation, { loaded: { divisions: [village, beside] }, input: {}, seat }, offices)
    accessTable(operation, { loaded: { divisions: [village, far] }, input: {}, seat }, nobody)
    accessTable(operation, { loaded: { divisions: [village, ''] }, input: {}, seat }, nobody)
  }
  accessTable(undoOneMerge, { loaded: { division: '130822100' }, input: {}, seat }, offices)
  accessTable(undoOneMerge, { loaded: { division: '130822' }, input: {}, seat }, nobody)
  for (const operation of [listLikeness, comparePersons]) {
    accessTable(operation, { loaded: { purpose: 'contact-tracing' }, input: {}, seat }, offices)
    accessTable(operation, { loaded: { purpose: null }, input: {}, seat }, nobody)
  }
})
