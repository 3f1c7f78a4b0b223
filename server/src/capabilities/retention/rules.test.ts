import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLASSES, isPersonal, PARTS, PURPOSES_OF_FIELDS, parseCard, parseTerm, partAfter } from './rules.ts'

const card = (change: Partial<Record<string, string>> = {}) =>
  Object.entries({
    purpose: 'home-visit: find the door',
    basis: 'PIPL 13(1)(4), Infectious Diseases Act',
    class: 'sensitive, sealed',
    retention: '30 days after the purpose',
    readers: 'whole by purpose',
    ...change,
  })
    .map(([key, value]) => `${key}=${value}`)
    .join('; ')

test('a card says what for, by what right, how personal, how long and for whom', () => {
  expect(parseCard(card())).toEqual({
    purpose: 'home-visit',
    words: 'find the door',
    basis: 'PIPL 13(1)(4), Infectious Diseases Act',
    class: 'sensitive',
    sealed: true,
    term: { kind: 'days', count: 30, after: 'purpose' },
    readers: 'whole by purpose',
  })
})

test.each([
  ['', 'nothing'],
  [card({ purpose: 'curiosity' }), 'a purpose of no list'],
  [card({ purpose: 'Home visit' }), 'a purpose in free words'],
  [card({ class: 'secretish' }), 'a class of no list'],
  [card({ class: 'sensitive, open' }), 'something else than sealed'],
  [card({ retention: 'for ever' }), 'a term of no list'],
  [card({ basis: '' }), 'no basis'],
  [card({ readers: '' }), 'no readers'],
  [`${card()}; more=1`, 'more than a card'],
  [card().replace('; readers=whole by purpose', ''), 'less than a card'],
])('%s is no card: %s', (text) => expect(parseCard(text)).toBeNull())

test.each([
  ['21 days', { kind: 'days', count: 21, after: null }],
  ['1 day', { kind: 'days', count: 1, after: null }],
  ['14 days after the release', { kind: 'days', count: 14, after: 'release' }],
  ['3 years', { kind: 'years', count: 3, after: null }],
  ['3 years after the account', { kind: 'years', count: 3, after: 'account' }],
  ['event', { kind: 'event' }],
  ['with the household', { kind: 'with', owner: 'household' }],
  ['until replaced', { kind: 'until-replaced' }],
  ['0 days', null],
  ['21 days after tea', null],
  ['with the wind', null],
  ['as long as needed', null],
])('"%s" is a term: %j', (text, term) => expect(parseTerm(text)).toEqual(term))

const column = { relation: 'people.planted', field: 'shade', type: 'text', refersToPerson: false }
test.each([
  [{ field: 'person_id', type: 'uuid' }, true],
  [{ field: 'with_person_id', type: 'uuid' }, true],
  [{ field: 'recorded_by', type: 'uuid' }, true],
  [{ type: 'bytea' }, true],
  [{ refersToPerson: true, type: 'uuid' }, true],
  [{ field: 'phone' }, true],
  [{ field: 'phone', type: 'integer' }, false],
  [{ field: 'checkpoint_id', type: 'uuid' }, false],
  [{}, false],
])('%j is personal: %s', (change, expected) => expect(isPersonal({ ...column, ...change })).toBe(expected))

test('the page on data protection has a word for everything in the lists', () => {
  const page = readFileSync(new URL('../../../../docs/data-protection.md', import.meta.url), 'utf8')
  expect([...PURPOSES_OF_FIELDS, ...CLASSES].filter((word) => !page.includes(`\`${word}\``))).toEqual([])
})

test('the parts of a run follow each other to an end', () => {
  const walked = []
  for (let part: (typeof PARTS)[number] | null = PARTS[0]; part; part = partAfter(part)) walked.push(part)
  expect(walked).toEqual([...PARTS])
})
