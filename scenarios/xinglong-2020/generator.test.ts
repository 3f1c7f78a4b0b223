import { expect, test } from 'vitest'
import { isSynthetic } from '../../server/src/capabilities/people/rules.ts'
import { countAt } from './count.ts'
import { readFigures } from './figures.ts'
import { generate } from './generator.ts'
import { SYNTHETIC_PREFIX } from './people.ts'
import type { Division } from './plan.ts'

const xinglong = readFigures(new URL('./figures.json', import.meta.url))
const another = readFigures(new URL('./another-county.figures.json', import.meta.url))

/** A county with villages dealt out to its townships; only codes and names matter to the generator. */
function divisionsOf(county: string, townships: readonly string[], villages: number): Division[] {
  const list: Division[] = [
    { code: county, name: '县' },
    ...townships.map((code) => ({ code, name: `镇${code.slice(6)}` })),
  ]
  for (let nth = 0; nth < villages; nth += 1) {
    const township = townships[nth % townships.length]
    list.push({ code: `${township}${200 + Math.floor(nth / townships.length)}`, name: `第${nth}村民委员会` })
  }
  return [...list, { code: `${townships[0]}001`, name: '东关社区居民委员会' }]
}

const townshipsOfXinglong = [...new Set(xinglong.checkpoints.stations.map(({ division }) => division))]
const county = divisionsOf('130822', townshipsOfXinglong, 289)
const full = generate(xinglong, { county: '130822', divisions: county })
const cutOff = '2020-02-06T08:00:00+08:00'

test('the account comes out to the person, and work goes on after its cut-off', () => {
  expect(countAt(full, cutOff)).toMatchObject({ screened: 99_013, fevers: 2, excluded: 2, open: 0 })
  expect(countAt(full, full.endsAt).screened).toBeGreaterThan(105_000)
  const kinds = full.checkpoints.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind !== 'village-turn-back')).toHaveLength(22)
  expect(kinds.filter((kind) => kind === 'expressway-exit')).toHaveLength(3)
  expect(kinds.filter((kind) => kind === 'village-turn-back')).toHaveLength(289)
  expect(full.checkpoints.every(({ openedAt }) => openedAt >= '2020-01-24' && openedAt < cutOff)).toBe(true)
})

test('most people have a record of their own', () => {
  const { individual, screened } = countAt(full, cutOff)
  expect(individual / screened).toBeGreaterThan(0.6)
  expect(full.passages.length).toBeLessThan(100_000)
})

test('the same figures give the same events, other figures other ids', () => {
  const small = generate(xinglong, { county: '130822', divisions: county, scale: 0.01 })
  expect(generate(xinglong, { county: '130822', divisions: county, scale: 0.01 })).toEqual(small)
  const known = new Set(full.passages.map(({ id }) => id))
  expect(small.passages.some(({ id }) => known.has(id))).toBe(false)
  expect(countAt(small, cutOff)).toMatchObject({ screened: 990, fevers: 2, open: 0 })
})

test('the server takes everybody with a document for made up, passports too: else the county would not stay in the past', () => {
  const documents = full.passages.flatMap(({ traveller }) =>
    traveller && 'document' in traveller && traveller.document ? [traveller.document] : [],
  )
  expect(documents.some(({ kind }) => kind === 'passport')).toBe(true)
  expect(documents.filter(({ number }) => !isSynthetic(number))).toEqual([])
})

test('no id and no identity number is used twice', () => {
  const facts = [full.passages, full.tallies, full.shifts, full.corrections, full.outcomes, full.checkpoints].flat()
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length)
  expect(
    facts.every(({ id }) => /^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
  ).toBe(true)
  const owner = new Map<string, unknown>()
  for (const { traveller } of full.passages) {
    const number = traveller.document?.number
    if (number === undefined) continue
    expect(owner.get(number) ?? traveller).toBe(traveller)
    owner.set(number, traveller)
  }
  expect(owner.size).toBeGreaterThan(30_000)
})

test('everybody can be told from a resident, and the numbers pass their check', () => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  for (const { traveller } of full.passages.slice(0, 5_000)) {
    if (traveller.document?.kind === 'resident-id') {
      const { number } = traveller.document
      const sum = weights.reduce((so, weight, index) => so + weight * Number(number[index]), 0)
      expect(number.startsWith(SYNTHETIC_PREFIX)).toBe(true)
      expect(number[17]).toBe('10X98765432'[sum % 11])
    }
    if (traveller.phone !== null) expect(traveller.phone).toMatch(/^154\d{8}$/)
  }
})

test('day and night, places and days look like a winter at the county line', () => {
  const byHour = (from: number, to: number) =>
    full.passages.filter(
      ({ recordedAt }) => Number(recordedAt.slice(11, 13)) >= from && Number(recordedAt.slice(11, 13)) < to,
    ).length
  expect(byHour(8, 18)).toBeGreaterThan(byHour(0, 6) * 5)
  const villages = new Set(full.checkpoints.filter(({ kind }) => kind === 'village-turn-back').map(({ id }) => id))
  const atNight = full.passages.filter(
    ({ checkpointId, recordedAt }) => villages.has(checkpointId) && recordedAt.slice(11, 13) < '05',
  )
  expect(atNight).toEqual([])
  const at = (key: string) =>
    countAt({ ...full, checkpoints: full.checkpoints.filter((point) => point.key === key) }, cutOff).screened
  expect(at('banbishan-exit')).toBeGreaterThan(at('anziling') * 3)
  const dayOf = (day: string) =>
    countAt(full, `${day}T23:59:59+08:00`).screened - countAt(full, `${day}T00:00:00+08:00`).screened
  expect(dayOf('2020-02-05')).toBeGreaterThan(dayOf('2020-01-26'))
})

test('a fever is above 37.3, is handed over, and its outcome comes later', () => {
  const fevers = full.passages.filter(({ temperatureC }) => temperatureC !== null && temperatureC > 37.3)
  expect(fevers.map(({ decision }) => decision)).toEqual(['medical', 'medical'])
  expect(full.passages.some(({ temperatureC }) => temperatureC === 37.3)).toBe(true)
  for (const { passageId, recordedAt } of full.outcomes) {
    const fever = fevers.find(({ id }) => id === passageId)
    expect(fever && fever.recordedAt < recordedAt && recordedAt < cutOff).toBe(true)
  }
})

test('nothing happens before its checkpoint opens, outside its shift, or at a full minute', () => {
  const opened = new Map(full.checkpoints.map(({ id, openedAt }) => [id, openedAt]))
  const began = new Map(full.shifts.map(({ id, recordedAt }) => [id, recordedAt]))
  for (const { checkpointId, recordedAt, shiftId } of [...full.passages, ...full.tallies]) {
    if (recordedAt < (opened.get(checkpointId) ?? '9') || recordedAt.slice(17, 19) === '00') expect.fail(recordedAt)
    if (shiftId !== null && (began.get(shiftId) ?? '9') > recordedAt) expect.fail(shiftId)
  }
  const stations = full.checkpoints.filter(({ kind }) => kind !== 'village-turn-back').map(({ id }) => id)
  for (const id of stations) {
    const turns = full.shifts.filter(({ checkpointId }) => checkpointId === id)
    expect(turns.slice(1).map(({ handedOverFrom }) => handedOverFrom)).toEqual(
      turns.slice(0, -1).map((turn) => turn.id),
    )
  }
})

test('tallies of one lane do not overlap, and whoever is written down after a tally is in it', () => {
  const ends = new Map<string, string>()
  for (const { checkpointId, startedAt, recordedAt, screened } of full.tallies) {
    expect(startedAt < recordedAt && startedAt > (ends.get(checkpointId) ?? '')).toBe(true)
    expect(screened).toBeGreaterThan(0)
    ends.set(checkpointId, recordedAt)
  }
  const tallies = new Map(full.tallies.map((tally) => [tally.id, tally]))
  const written = full.passages.filter(({ fromTallyId }) => fromTallyId !== null)
  expect(written.length).toBeGreaterThan(10)
  expect(
    written.every((passage) => tallies.get(passage.fromTallyId ?? '')?.checkpointId === passage.checkpointId),
  ).toBe(true)
})

test('another county with another figures file has its own figures, at each of its moments', () => {
  const townships = ['130881100', '130881101', '130881102', '130881200']
  const drill = generate(another, { county: '130881', divisions: divisionsOf('130881', townships, 61) })
  expect(countAt(drill, '2020-02-01T12:00:00+08:00')).toMatchObject({ screened: 407, fevers: 3, excluded: 2, open: 1 })
  expect(countAt(drill, '2020-02-09T17:30:00+08:00')).toMatchObject({ screened: 1861, fevers: 7, excluded: 5, open: 1 })
  expect(drill.checkpoints).toHaveLength(5 + 61)
  expect(drill.checkpoints.filter(({ kind }) => kind === 'expressway-exit')).toHaveLength(2)
  expect(new Set(drill.checkpoints.map(({ name, division }) => `${name}${division}`)).size).toBe(66)
})

test("Xinglong's figures laid on another county: its own villages and townships, the same totals", () => {
  const divisions = divisionsOf('441900', ['441900003', '441900004'], 12)
  const moved = generate(xinglong, { county: '441900', divisions, scale: 0.02 })
  expect(moved.checkpoints.filter(({ kind }) => kind === 'village-turn-back')).toHaveLength(12)
  expect(moved.checkpoints.every(({ division }) => division.startsWith('441900'))).toBe(true)
  expect(countAt(moved, cutOff)).toMatchObject({ screened: 1980, fevers: 2, open: 0 })
})

test('a town without a single village has its stations', () => {
  const divisions = [
    { code: '110101', name: '东城区' },
    { code: '110101001', name: '东华门街道' },
    { code: '110101001001', name: '多福巷社区' },
  ]
  const town = generate(xinglong, { county: '110101', divisions, scale: 0.01 })
  expect(town.checkpoints).toHaveLength(22)
  expect(countAt(town, cutOff).screened).toBe(990)
})

test.each([
  ['more points than villages', { 'checkpoints.turn-back-points': 900 }, /900 turn-back points/],
  ['more outcomes than fevers', { 'checkpoints.fevers-excluded': 5 }, /More outcomes/],
  ['open fevers that do not add up', { 'checkpoints.fevers-open': 1 }, /leave 0/],
  ['more fevers than records', { 'checkpoints.fevers': 99_013 }, /individual records/],
])('figures that contradict each other are refused: %s', (_, changed: Record<string, number>, sentence) => {
  const figures = xinglong.figures.map((figure) => ({ ...figure, value: changed[figure.name] ?? figure.value }))
  const wish = { county: '130822', divisions: county, scale: 0.01 }
  expect(() => generate({ ...xinglong, figures }, wish)).toThrow(sentence)
})
