import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptNumbers, type Knock, type Span, stepsOf } from './rules.steps.ts'
import {
  attemptsOf,
  type Counted,
  codeOf,
  doneOf,
  holds,
  isAsked,
  missingOf,
  neededOf,
  nothingCounted,
  openedBy,
  outcomes,
  placeOf,
  stateAfter,
  stateOf,
  states,
  toVisitOf,
  wrongAnswer,
} from './rules.ts'
import { startingFive } from './starting-five.ts'

test.each([
  [[], 'to-visit'],
  [['nobody', 'nobody', 'notice'], 'notice'],
  [['notice', 'nobody'], 'nobody'],
  [['met', 'nobody', 'refused'], 'met'],
  [['phone', 'nobody', 'notice'], 'phone'],
  [['phone', 'refused', 'nobody'], 'nobody'],
  [['phone', 'sealed'], 'sealed'],
  [['refused', 'phone'], 'phone'],
  [['sealed', 'met'], 'met'],
] as const)('%j leaves a household %s', (found, state) => {
  expect(stateOf(found)).toBe(state)
})

test('every knock at every state leads to a state, and somebody who was seen stays seen', () => {
  for (const state of states) for (const outcome of outcomes) expect(states).toContain(stateAfter(state, outcome))
  for (const outcome of outcomes) expect(stateAfter('met', outcome)).toBe('met')
})

test('attempts are counted, whether a notice was left or not', () => {
  expect(attemptNumbers(['nobody', 'notice', 'met', 'nobody'])).toEqual([1, 2, null, 3])
  expect(attemptsOf(['nobody', 'notice', 'met'])).toBe(2)
})

test('nothing is lost between the states of a count', () => {
  const counted: Counted = {
    ...nothingCounted(),
    households: 10,
    met: 3,
    phone: 1,
    notice: 1,
    nobody: 2,
    sealed: 1,
    refused: 1,
  }
  expect(doneOf(counted)).toBe(5)
  expect(toVisitOf(counted)).toBe(1)
  expect([neededOf(3, 50), neededOf(4, 50), neededOf(0, 100), neededOf(7, 100)]).toEqual([2, 2, 0, 7])
})

test('a code leads back to its village and number, and one wrong or swapped digit never does', () => {
  const place = fc.record({
    village: fc.integer({ min: 0, max: 999_999 }),
    number: fc.integer({ min: 1, max: 99_999 }),
  })
  fc.assert(
    fc.property(place, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ village, number }, where, by) => {
      const division = `130822${String(village).padStart(6, '0')}`
      const code = codeOf({ division, number })
      expect(placeOf(code, '130822')).toEqual({ division, number })
      expect(placeOf(code.replaceAll('-', ''), '130822')).toEqual({ division, number })
      expect(placeOf(code.slice(7), '130822', division)).toEqual({ division, number })
      const digits = [...code.replaceAll('-', '')]
      const at = where % digits.length
      const slip = digits.with(at, String((Number(digits[at]) + by) % 10)).join('')
      expect(placeOf(slip, '130822')).toBeNull()
      const next = (at + 1) % digits.length
      const swapped = digits.with(at, digits[next] ?? '').with(next, digits[at] ?? '')
      if (next > at && digits[at] !== digits[next]) expect(placeOf(swapped.join(''), '130822')).toBeNull()
    }),
  )
  for (const nonsense of ['', '1', 'abc', '100201-00000-0', '9'.repeat(20)])
    expect(placeOf(nonsense, '130822')).toBeNull()
  expect(placeOf('12-7', '130822'), 'without a village to put it in').toBeNull()
})

const T0 = Date.parse('2020-02-17T00:00:00Z')
const HOUR = 3_600_000
const knocks = fc
  .array(fc.record({ hour: fc.nat(72), outcome: fc.constantFrom(...outcomes) }), { maxLength: 8 })
  .map((all): Knock[] =>
    all
      .map(({ hour, outcome }) => ({ at: new Date(T0 + hour * HOUR), outcome }))
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
  )
const spans = fc.uniqueArray(fc.nat(72), { minLength: 1, maxLength: 4 }).map((hours): Span[] => {
  const edges = hours.sort((a, b) => a - b).map((hour) => new Date(T0 + hour * HOUR))
  return edges.map((from, nth) => ({ unit: `/${nth % 2}`, from, till: edges[nth + 1] ?? null }))
})

test('at any moment a household stands in the state its knocks so far say, where it lives, and nowhere else', () => {
  fc.assert(
    fc.property(spans, knocks, fc.nat(80), (lived, found, hour) => {
      const moment = new Date(T0 + hour * HOUR)
      const standing = new Map<string, number>()
      for (const { at, unit, state, change } of stepsOf(lived, found)) {
        if (at <= moment) standing.set(`${unit} ${state}`, (standing.get(`${unit} ${state}`) ?? 0) + change)
      }
      const here = lived.find(({ from, till }) => from <= moment && (till === null || moment < till))
      const state = stateOf(found.filter(({ at }) => at <= moment).map(({ outcome }) => outcome))
      const expected = here && state !== 'to-visit' ? [[`${here.unit} ${state}`, 1]] : []
      expect([...standing].filter(([, count]) => count !== 0)).toEqual(expected)
    }),
  )
})

const { questions } = startingFive
const no = { 'been-there': 'no', 'met-from-there': false, symptoms: ['none'], travelled: false }

test('answers have to fit the question, and be asked of whom they are said', () => {
  expect(wrongAnswer(questions, 'person', no)).toBeNull()
  expect(wrongAnswer(questions, 'person', { ...no, 'been-there': 'moon' })).toBe('been-there')
  expect(wrongAnswer(questions, 'person', { ...no, symptoms: 'none' })).toBe('symptoms')
  expect(wrongAnswer(questions, 'person', { ...no, symptoms: ['none', 'rash'] })).toBe('symptoms')
  expect(wrongAnswer(questions, 'person', { when: '2020-02-30' })).toBe('when')
  expect(wrongAnswer(questions, 'person', { when: 'yesterday' })).toBe('when')
  expect(wrongAnswer(questions, 'household', { 'living-here': 2.5 })).toBe('living-here')
  expect(wrongAnswer(questions, 'household', no)).toBe('been-there')
  expect(wrongAnswer(questions, 'person', { 'how-travelled': 'x' })).toBe('how-travelled')
})

test('what is asked only sometimes is missed only then', () => {
  expect(missingOf(questions, 'person', no)).toEqual([])
  expect(missingOf(questions, 'person', {})).toEqual(['been-there', 'met-from-there', 'symptoms', 'travelled'])
  const [when] = questions.filter(({ linkId }) => linkId === 'when')
  if (!when) throw new Error('no such question')
  expect(isAsked(when, no)).toBe(false)
  expect(isAsked(when, { ...no, 'been-there': '4201' })).toBe(true)
  expect(isAsked(when, { ...no, travelled: true })).toBe(true)
})

test('a positive answer opens its follow-up once, with what is known already', () => {
  expect(openedBy(questions, 'person', no)).toEqual([])
  const from = {
    ...no,
    'been-there': '4201',
    when: '2020-01-22',
    'by-what': 'rail',
    symptoms: ['fever', 'cough', 'weakness'],
  }
  expect(openedBy(questions, 'person', from)).toEqual([
    { linkId: 'been-there', kind: 'travel', draft: { from: '4201', arrivedOn: '2020-01-22', means: 'rail' } },
    { linkId: 'symptoms', kind: 'fever', draft: {} },
    { linkId: 'symptoms', kind: 'health', draft: {} },
  ])
  expect(openedBy(questions, 'household', { 'came-or-left': true })).toMatchObject([{ kind: 'roster' }])
})

test.each([
  ['=', 'a', 'a', true],
  ['=', ['a', 'b'], 'b', true],
  ['!=', ['a', 'b'], 'b', false],
  ['!=', undefined, 'b', false],
  ['!=', [], 'b', false],
  ['exists', undefined, false, true],
  ['exists', 'a', true, true],
  ['exists', '', true, false],
  ['>', 37.4, 37.3, true],
  ['<=', 37.4, 37.3, false],
  ['>=', '2020-02-01', '2020-01-15', true],
] as const)('%s of %j and %j is %s', (operator, given, wanted, held) => {
  expect(holds(operator, given as never, wanted)).toBe(held)
})
