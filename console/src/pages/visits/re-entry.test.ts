import { expect, test } from 'vitest'
import type { FoundCard, Question } from './queries.ts'
import { allNo, cellsOf, chosenBy, clockOf, HOUSEHOLD, sheetsOf, typedOf } from './re-entry.ts'

const question = (given: Partial<Question> & { linkId: string }): Question => ({
  within: null,
  prefix: null,
  zh: given.linkId,
  en: null,
  kind: 'yes-no',
  asked: 'person',
  many: false,
  required: true,
  options: [],
  when: [],
  every: true,
  opens: [],
  ...given,
})
const option = (code: string) => ({ code, system: null, zh: code, en: null })
const questions = [
  question({ linkId: 'there', kind: 'choice', options: ['no', '4201', '42'].map(option) }),
  question({ linkId: 'ill', kind: 'choice', many: true, options: ['none', 'fever', 'cough'].map(option) }),
  question({
    linkId: 'when',
    kind: 'day',
    required: false,
    when: [{ question: 'there', operator: '!=', answer: 'no' }],
  }),
  question({ linkId: 'living', kind: 'whole', asked: 'household' }),
  question({ linkId: 'came', asked: 'household' }),
]
const card = {
  questionnaire: { key: 'five', version: 1, newest: true, zh: '五问', en: null, questions },
  members: [
    { relation: 'head', person: { id: 'a' } },
    { relation: 'spouse', person: { id: 'b' } },
  ],
} as unknown as FoundCard

test('a question that depends on another comes and goes with it', () => {
  const linkIds = (answers: Record<string, string>) => cellsOf(questions, 'person', answers).map(({ linkId }) => linkId)
  expect(linkIds({})).toEqual(['there', 'ill'])
  expect(linkIds({ there: 'no' })).toEqual(['there', 'ill'])
  expect(linkIds({ there: '4201' })).toEqual(['there', 'ill', 'when'])
})

test('all no fills in what is empty and touches nothing else', () => {
  const filled = allNo(card, { a: { there: '4201' } })
  expect(filled).toEqual({
    [HOUSEHOLD]: { came: false },
    a: { there: '4201', ill: ['none'] },
    b: { there: 'no', ill: ['none'] },
  })
  expect(sheetsOf(card, filled)).toEqual([
    { personId: null, answers: { came: false } },
    { personId: 'a', answers: { there: '4201', ill: ['none'] } },
    { personId: 'b', answers: { there: 'no', ill: ['none'] } },
  ])
})

test('an answer whose question fell away is not sent, nor a sheet without answers', () => {
  const filled = { a: { there: 'no', when: '2020-01-22' }, b: { ill: [] } }
  expect(sheetsOf(card, filled)).toEqual([{ personId: 'a', answers: { there: 'no' } }])
})

test('options are typed by their place', () => {
  const [, ill] = questions
  if (!ill) throw new Error('no question')
  expect(chosenBy(ill, '21')).toEqual(['fever', 'cough'])
  expect(chosenBy(ill, '9x1')).toEqual(['fever'])
  expect(typedOf(ill, ['fever', 'cough'])).toBe('12')
})

test.each([
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['1745', '17:45'],
  ['5', '00:05'],
  ['2460', null],
  ['12345', null],
  ['', null],
  ['half', null],
])('%s is read as %s', (typed, clock) => {
  expect(clockOf(typed)).toBe(clock)
})
