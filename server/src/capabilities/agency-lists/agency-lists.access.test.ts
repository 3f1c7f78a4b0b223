import { describe, expect, test } from 'vitest'
import { accessTable, actorAs, everybody } from '../../../test/access-table/access-table.ts'
import { giveAnswers, identifyEntries } from './operations.answers.ts'
import { getEntry, listEntries, showEntry } from './operations.entries.ts'
import { destroyList, getList, listLists } from './operations.lists.ts'
import { passEntry } from './operations.passing.ts'
import { previewList, receiveList } from './operations.receiving.ts'
import { consentReturn, makeReturn } from './operations.return.ts'
import { mayReceive, mayReturn, seesNumbers } from './policy.ts'
import type { EntryFound } from './sql.ts'

const county = { division: '130822' }
const village = { division: '130822100201' }
const nobody = everybody('may not')
const keeping = { ...nobody, 'county-desk': 'may' } as const
const verifying = { ...keeping, 'data-verifier': 'may', 'township-officer': 'may', 'village-cadre': 'may' } as const
const reading = { ...verifying, auditor: 'may' } as const
const asked = 'agency-list-check'
const entry = { division: '130822100201', asked }

describe('taking a list in, and giving the answers back', () => {
  accessTable(previewList, { loaded: undefined, input: {}, seat: county }, keeping)
  accessTable(receiveList, { loaded: undefined, input: {}, seat: county }, keeping)
  accessTable(makeReturn, { loaded: { list: {}, asked }, input: {}, seat: county }, keeping)
  accessTable(consentReturn, { loaded: {}, input: {}, seat: county }, keeping)
  accessTable(destroyList, { loaded: {}, input: {}, seat: county }, keeping)

  test('only for a seat that sees the county, and only for the purpose of the list', () => {
    expect(mayReceive(actorAs('county-desk', { division: '130822100' }))).toBe(false)
    expect(mayReturn(actorAs('county-desk', county), 'supervision')).toBe(false)
  })
})

describe('what lists there are', () => {
  accessTable(listLists, { loaded: undefined, input: {}, seat: village }, reading)
  accessTable(getList, { loaded: {}, input: {}, seat: village }, reading)
})

describe('entries', () => {
  accessTable(listEntries, { loaded: { purpose: asked }, input: {}, seat: village }, verifying)
  accessTable(getEntry, { loaded: entry, input: {}, seat: village }, verifying)
  accessTable(passEntry, { loaded: entry, input: {}, seat: village }, verifying)
  accessTable(showEntry, { loaded: entry, input: {}, seat: village }, verifying)
  const found = new Map([['e', { division: '130822100201' } as EntryFound]])
  accessTable(identifyEntries, { loaded: found, input: { entryId: 'e' }, seat: village }, verifying)
  accessTable(giveAnswers, { loaded: found, input: { entryId: 'e' }, seat: village }, verifying)

  test('not of another village, not for another purpose, and not when they are unknown', () => {
    const elsewhere = actorAs('village-cadre', { division: '130822100202' })
    const cadre = actorAs('village-cadre', village)
    expect(getEntry.allow(elsewhere, { ...entry } as never, { entryId: 'e' })).toBe(false)
    expect(getEntry.allow(cadre, { ...entry, asked: 'home-visit' } as never, { entryId: 'e' })).toBe(false)
    expect(passEntry.allow(elsewhere, { ...entry } as never, { entryId: 'e' } as never)).toBe(false)
    expect(giveAnswers.allow(elsewhere, found, { entryId: 'e' } as never)).toBe(false)
    expect(giveAnswers.allow(cadre, new Map(), { entryId: 'x' } as never)).toMatchObject({ status: 404 })
  })

  test('a cadre reads no numbers', () => {
    expect(seesNumbers(actorAs('village-cadre', village))).toBe(false)
    expect(seesNumbers(actorAs('township-officer', { division: '130822100' }))).toBe(true)
  })
})
