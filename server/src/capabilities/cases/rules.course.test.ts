import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedProfiles } from './editions.ts'
import { clocksOf } from './rules.clocks.ts'
import { canFollow, type Decision, decided, firstMisstep, ordered, statuses, statusOf } from './rules.course.ts'
import { objectionTo, type Proposed } from './rules.decisions.ts'
import { explain } from './rules.evidence.ts'
import { exclusionOf, type TestedSample } from './rules.samples.ts'

const HOUR = 3_600_000
const start = Date.parse('2020-02-10T00:00:00+08:00')
const hours = fc.integer({ min: 0, max: 200 }).map((hour) => new Date(start + hour * HOUR))
const decision = fc.record({ id: fc.uuid(), status: fc.constantFrom(...decided), at: hours, receivedAt: hours })
const decisions = fc.uniqueArray(decision, { maxLength: 8, selector: ({ id }) => id })

describe('the status of a case', () => {
  test('is the same in whichever order its decisions arrive', () => {
    fc.assert(
      fc.property(decisions, fc.infiniteStream(fc.double({ noNaN: true })), (standing, draw) => {
        const shuffled = standing
          .map((one) => ({ one, key: draw.next().value as number }))
          .sort((a, b) => a.key - b.key)
        expect(statusOf(shuffled.map(({ one }) => one))).toBe(statusOf(standing))
      }),
    )
  })
  test('is that of the last decision made, and a fever without any', () => {
    expect(statusOf([])).toBe('fever')
    fc.assert(
      fc.property(
        fc.uniqueArray(decision, { minLength: 1, maxLength: 8, selector: ({ at }) => at.getTime() }),
        (standing) => {
          const last = Math.max(...standing.map(({ at }) => at.getTime()))
          expect(statusOf(standing)).toBe(standing.find(({ at }) => at.getTime() === last)?.status)
        },
      ),
    )
  })
  test('never leaves confirmed but by taking a decision back, whatever is tried', () => {
    const tried = fc.array(fc.tuple(fc.constantFrom(...decided), fc.integer({ min: 0, max: 300 })), { maxLength: 30 })
    fc.assert(
      fc.property(tried, (attempts) => {
        const standing: Decision[] = []
        for (const [status, hour] of attempts) {
          const at = new Date(start + hour * HOUR)
          const one = {
            id: `${standing.length}`.padStart(4, '0'),
            status,
            at,
            receivedAt: new Date(start + standing.length),
          }
          if (!firstMisstep([...standing, one])) standing.push(one)
        }
        const walked = ordered(standing).map((one) => one.status)
        const confirmedAt = walked.indexOf('confirmed')
        if (confirmedAt >= 0) expect(walked.slice(confirmedAt)).toEqual(['confirmed'])
        expect(firstMisstep(standing)).toBeNull()
      }),
    )
  })
  test('may go where the table says and nowhere else', () => {
    const ways = statuses.map((from) => `${from} → ${decided.filter((to) => canFollow(from, to)).join(' ')}`)
    expect(ways).toEqual([
      'fever → suspected confirmed asymptomatic excluded',
      'suspected → confirmed asymptomatic excluded',
      'confirmed → ',
      'asymptomatic → confirmed',
      'excluded → suspected confirmed asymptomatic',
    ])
  })
})

const sample = (
  hour: number,
  finding: TestedSample['finding'] = 'negative',
  given: Partial<TestedSample> = {},
): TestedSample => ({
  sampleId: String(hour),
  specimen: 'throat-swab',
  takenAt: new Date(start + hour * HOUR),
  test: 'pcr',
  finding,
  titre: null,
  resultAt: new Date(start + hour * HOUR),
  ...given,
})
const twoADayApart = { negatives: 2, gapHours: 24 }
const known = { onset: '2020-02-10', moment: new Date(start + 1000 * HOUR) }
const excluded = (...results: TestedSample[]) => exclusionOf(twoADayApart, results, known).met

describe('two negatives exclude', () => {
  test.each([
    ['one', [sample(0)], false],
    ['two 23 h apart', [sample(0), sample(23)], false],
    ['two 24 h apart', [sample(0), sample(24)], true],
    ['three within 24 h, the outer ones 24 h apart', [sample(0), sample(12), sample(24)], true],
    ['two with a positive between', [sample(0), sample(12, 'positive'), sample(30)], false],
    ['two after a positive', [sample(0, 'positive'), sample(10), sample(34)], true],
    ['two and an unfit one between', [sample(0), sample(12, 'unfit'), sample(24)], true],
    ['a swab and a stool', [sample(0), sample(24, 'negative', { specimen: 'stool' })], false],
    ['two of which one is an antigen test', [sample(0), sample(24, 'negative', { test: 'antigen' })], false],
    [
      'two, the second answered later',
      [sample(0), sample(24, 'negative', { resultAt: new Date(start + 2000 * HOUR) })],
      false,
    ],
  ])('%s', (_, results, met) => {
    expect(excluded(...results)).toBe(met)
  })
  test('by the time of sampling: neither the order of results nor their delay changes it', () => {
    const taken = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom('negative', 'positive', 'inconclusive'),
        fc.integer({ min: 0, max: 90 }),
      ),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(taken, (all) => {
        const results = all.map(([hour, finding, delay], at) =>
          sample(hour, finding as TestedSample['finding'], {
            sampleId: String(at),
            resultAt: new Date(start + (hour + delay) * HOUR),
          }),
        )
        expect(excluded(...results.toReversed())).toBe(excluded(...results))
        const lastPositive = Math.max(
          -1,
          ...results.flatMap((one) => (one.finding === 'positive' ? [one.takenAt.getTime()] : [])),
        )
        const negatives = results.flatMap((one) =>
          one.finding === 'negative' && one.takenAt.getTime() > lastPositive ? [one.takenAt.getTime()] : [],
        )
        const span = negatives.length > 0 ? Math.max(...negatives) - Math.min(...negatives) : 0
        expect(excluded(...results)).toBe(negatives.length >= 2 && span >= 24 * HOUR)
      }),
    )
  })
})

const edition = (code: string) => {
  const found = publishedProfiles.find((one) => one.code === code)
  if (!found) throw new Error(code)
  return found.body
}
const suspectedBy = (code: string, ...present: string[]) =>
  explain(edition(code), { said: new Map(present.map((one) => [one, true])), fevers: [], results: [] })?.suspected

describe('the case rule of an edition', () => {
  test.each([
    ['covid19-cn-ed4', ['affected-area', 'imaging', 'blood-count'], true],
    ['covid19-cn-ed4', ['affected-area', 'fever-or-respiratory', 'blood-count'], true],
    ['covid19-cn-ed3', ['affected-area', 'fever-or-respiratory', 'blood-count'], false],
    ['covid19-cn-ed3', ['affected-area', 'imaging', 'blood-count'], true],
    ['covid19-cn-ed4', ['cluster', 'imaging'], false],
    ['covid19-cn-ed4', ['fever-or-respiratory', 'imaging', 'blood-count'], true],
    ['covid19-cn-ed4', ['affected-area', 'cluster', 'contact-with-positive'], false],
    ['measles-cn-2024', ['fever', 'rash', 'cough'], true],
    ['measles-cn-2024', ['fever', 'cough', 'coryza'], false],
  ])('%s with %j: %s', (code, present, met) => {
    expect(suspectedBy(code, ...present)).toBe(met)
  })
  test('a word against it stands above the thermometer; more evidence never makes less of a case', () => {
    const fevers = [{ temperatureC: 38.2, site: 'axillary' as const, symptoms: [] }]
    const body = edition('covid19-cn-ed4')
    const found = (said: Array<[string, boolean]>) =>
      explain(body, { said: new Map(said), fevers, results: [] })?.counted.findings
    expect([found([]), found([['fever-or-respiratory', false]])]).toEqual([1, 0])
    const codes = [...(body.caseRule?.history ?? []), ...(body.caseRule?.findings ?? [])].map(({ code }) => code)
    fc.assert(
      fc.property(fc.subarray(codes), fc.constantFrom(...codes), (some, more) => {
        if (suspectedBy('covid19-cn-ed4', ...some)) expect(suspectedBy('covid19-cn-ed4', ...some, more)).toBe(true)
      }),
    )
  })
})

test('a positive stands against every exclusion, whoever signs for it', () => {
  const results = [sample(0, 'positive')]
  const explanation = explain(edition('covid19-cn-ed4'), { said: new Map(), fevers: [], results })
  const at = new Date(start + HOUR)
  const proposed = fc.record({
    ground: fc.constantFrom('negatives', 'clinical', 'authorised'),
    clinician: fc.constantFrom(null, '李医生'),
    document: fc.constantFrom(null, '会诊7'),
    note: fc.constantFrom(null, '流感'),
  })
  fc.assert(
    fc.property(proposed, (said) => {
      const decision = { id: 'd', status: 'excluded' as const, at, receivedAt: at }
      const exclusion = exclusionOf(twoADayApart, results, { onset: null, moment: at })
      const grounds = { standing: [], explanation, exclusion, tested: true, ill: true }
      expect(objectionTo({ decision, ...said } as Proposed, grounds)?.code).toBe('premature')
    }),
  )
})

test('clocks: two hours to report, twelve for the laboratory, a day to investigate; what is done late stays late', () => {
  const rule = { suspected: 2, confirmed: 2, laboratory: 12, investigation: 24 }
  const at = (hour: number) => new Date(start + hour * HOUR)
  const course = {
    decisions: [{ id: 'd', status: 'suspected' as const, at: at(0) }],
    reports: [{ at: at(3) }],
    investigations: [],
    samples: [{ id: 's', from: at(1), resultAt: null }],
  }
  const told = (now: Date) =>
    clocksOf(rule, course, now).map(({ kind, overdue, doneAt }) => `${kind} ${overdue} ${doneAt !== null}`)
  expect(told(at(13))).toEqual(['report true true', 'investigation false false', 'laboratory false false'])
  expect(told(at(25))).toEqual(['report true true', 'investigation true false', 'laboratory true false'])
  expect(clocksOf({}, course, at(25))).toEqual([])
})
