import { describe, expect, test } from 'vitest'
import { accessTable, actorAs, everybody } from '../../../test/access-table/access-table.ts'
import { PURPOSES, ROLES } from '../../kernel/operation.ts'
import { listReadings } from './operations.readings.ts'
import {
  findPerson,
  getPerson,
  listAccesses,
  listRegisteredPurposes,
  registerPerson,
  unmaskPerson,
} from './operations.ts'
import { mayLookFor, mayUnmask, purposeRoles } from './policy.ts'

const here = { division: '130822100' }
const county = { division: '130822' }
const screening = { purpose: 'checkpoint-screening' as const }
const nobody = everybody('may not')

const registering = {
  ...nobody,
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
  'village-cadre': 'may',
  'checkpoint-shift': 'may',
  'isolation-staff': 'may',
} as const

describe('in its own township', () =>
  accessTable(registerPerson, { loaded: undefined, input: { division: '130822100207' }, seat: here }, registering))
describe('in another township', () =>
  accessTable(registerPerson, { loaded: undefined, input: { division: '130822101201' }, seat: here }, nobody))
describe('in another county', () =>
  accessTable(registerPerson, { loaded: undefined, input: { division: '130821100201' }, seat: county }, nobody))

const screeners = {
  ...nobody,
  'county-desk': 'may',
  'data-verifier': 'may',
  'township-officer': 'may',
  'checkpoint-shift': 'may',
} as const
describe('for screening', () => {
  accessTable(findPerson, { loaded: screening, input: {}, seat: here }, screeners)
  accessTable(getPerson, { loaded: screening, input: {}, seat: here }, screeners)
  accessTable(unmaskPerson, { loaded: screening, input: { fields: ['phone'] }, seat: here }, screeners)
})
describe('the whole document number', () =>
  accessTable(
    unmaskPerson,
    { loaded: screening, input: { fields: ['name', 'document'] }, seat: here },
    {
      ...nobody,
      'county-desk': 'may',
      'data-verifier': 'may',
      'township-officer': 'may',
    },
  ))
describe('for a home visit', () =>
  accessTable(
    findPerson,
    { loaded: { purpose: 'home-visit' }, input: {}, seat: here },
    {
      ...nobody,
      'county-desk': 'may',
      'township-officer': 'may',
      'village-cadre': 'may',
    },
  ))
describe('for isolation care', () =>
  accessTable(
    unmaskPerson,
    { loaded: { purpose: 'isolation-care' }, input: { fields: ['address', 'phone'] }, seat: here },
    {
      ...nobody,
      'county-desk': 'may',
      'township-officer': 'may',
      'village-cadre': 'may',
      'isolation-staff': 'may',
    },
  ))
describe('without a purpose', () => {
  accessTable(findPerson, { loaded: { purpose: null }, input: {}, seat: county }, nobody)
  accessTable(unmaskPerson, { loaded: { purpose: null }, input: { fields: ['name'] }, seat: county }, nobody)
})

const answering = { ...nobody, 'county-desk': 'may', auditor: 'may' } as const
describe('who looked', () => {
  accessTable(listAccesses, { loaded: { purpose: 'resident-request' }, input: {}, seat: county }, answering)
  accessTable(listAccesses, { loaded: { purpose: 'supervision' }, input: {}, seat: county }, answering)
})
describe('who looked, from a township', () =>
  accessTable(listAccesses, { loaded: { purpose: 'resident-request' }, input: {}, seat: here }, nobody))
describe('who looked, for screening', () =>
  accessTable(listAccesses, { loaded: screening, input: {}, seat: county }, nobody))

accessTable(listRegisteredPurposes, { loaded: undefined, input: {}, seat: county }, everybody('may'))

test('an auditor and an administrator never see who people are', () => {
  for (const role of ['auditor', 'administrator', 'supplies-keeper', 'publicity-editor'] as const) {
    for (const purpose of PURPOSES) {
      expect(mayUnmask(actorAs(role, county), purpose, ['name']), `${role} ${purpose}`).toBe(false)
      expect(findPerson.allow(actorAs(role, county), { purpose }, { by: 'phone', phone: '13812341234' })).toBe(false)
    }
  }
})

test('no seat, no purpose: nobody looks', () => {
  for (const purpose of PURPOSES) {
    expect(mayLookFor(actorAs(null, county), purpose)).toBe(false)
    expect(purposeRoles[purpose].every((role) => ROLES.includes(role))).toBe(true)
  }
})

describe('how much is read', () =>
  accessTable(
    listReadings,
    { loaded: undefined, input: {}, seat: county },
    { ...nobody, 'county-desk': 'may', auditor: 'may', administrator: 'may' },
  ))
