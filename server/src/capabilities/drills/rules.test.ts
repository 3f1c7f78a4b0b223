import { describe, expect, test } from 'vitest'
import { publishedProfiles } from '../cases/editions.ts'
import { aSetting } from './drills.factory.ts'
import { delayTable, drawsOf, intervalTable, offspringTable, pick, poissonTable } from './rules.chance.ts'
import { planOf, runOnce } from './rules.run.ts'
import { populated, settingFrom, simulate } from './rules.ts'
import { type Ground, Setting } from './schema.ts'

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
const totals = (setting: Setting, of: 'infected' | 'found' | 'patients' | 'central' | 'home' = 'infected') => {
  const plan = planOf(setting)
  return Array.from({ length: setting.runs }, (_, nth) => sum(runOnce(plan, nth)[of]))
}
const mean = (values: readonly number[]) => sum(values) / values.length

describe('chance', () => {
  test('is the same from the same seed, and another from another', () => {
    const first = (seed: number, run: number) => Array.from({ length: 5 }, drawsOf(seed, run))
    expect(first(7, 1)).toEqual(first(7, 1))
    expect(first(7, 1)).not.toEqual(first(7, 2))
    expect(first(7, 1)).not.toEqual(first(8, 1))
    // Written down, so that a change of the generator does not pass for the same drill.
    expect(first(7, 1).map((one) => Math.floor(one * 1e6))).toMatchInlineSnapshot(`
      [
        773884,
        712617,
        231606,
        128541,
        764350,
      ]
    `)
  })
  test('is even', () => {
    const draw = drawsOf(3, 0)
    const counts = new Array<number>(10).fill(0)
    for (let nth = 0; nth < 100_000; nth++) {
      const tenth = Math.floor(draw() * 10)
      counts[tenth] = (counts[tenth] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })
  test.each([
    ['Poisson', poissonTable(3.4), 3.4, 3.4],
    ['negative binomial', offspringTable(2.5, 0.4), 2.5, 2.5 + 2.5 ** 2 / 0.4],
    ['delay', delayTable({ meanDays: 5, sdDays: 3 }), 5, 9 + 1 / 12],
    ['interval', intervalTable({ meanDays: 4.7, sdDays: 2.9 }), 4.7, 2.9 ** 2 + 1 / 6],
    ['nobody', poissonTable(0), 0, 0],
  ] as const)('%s has its mean and its variance', (_, table, average, variance) => {
    const chances = table.map((upTo, nth) => upTo - (table[nth - 1] ?? 0))
    const found = sum(chances.map((chance, nth) => chance * nth))
    expect(found).toBeCloseTo(average, 1)
    expect(sum(chances.map((chance, nth) => chance * (nth - found) ** 2)) / Math.max(variance, 1)).toBeCloseTo(
      variance / Math.max(variance, 1),
      1,
    )
    expect(pick(table, () => 0.999_999_999_99)).toBeLessThan(table.length)
  })
})

describe('an outbreak that nothing is done about', () => {
  test('comes to seeds ÷ (1 − R) where it dies out', () => {
    const setting = aSetting({ runs: 1_000, days: 180 })
    const all = totals(setting)
    // Its variance is known too: (R + R²/k) ÷ (1 − R)³ for each seed, so the mean of a thousand is within 1 of 12.5.
    expect(Math.abs(mean(all) - 5 / (1 - 0.6))).toBeLessThan(1)
  })
  test('dies out as often as the branching process does', () => {
    const disease = { ...aSetting().disease, reproduction: 2 }
    const setting = aSetting({ disease, runs: 400, days: 24, start: { township: null, infected: 1, importsPerDay: 0 } })
    let extinct = 0
    for (let nth = 0; nth < 500; nth++) extinct = (1 + (2 * (1 - extinct)) / 0.5) ** -0.5
    const small = totals(setting).filter((total) => total < 40).length / setting.runs
    expect(Math.abs(small - extinct)).toBeLessThan(0.05)
  })
  test('ends where z = 1 − exp(−R z) when there is nobody left to infect', () => {
    const setting = aSetting({
      runs: 20,
      days: 180,
      townships: [{ code: '999999100', residents: 8_000 }],
      disease: { ...aSetting().disease, reproduction: 1.8, dispersion: 50 },
      start: { township: null, infected: 20, importsPerDay: 0 },
    })
    let final = 0.5
    for (let nth = 0; nth < 500; nth++) final = 1 - Math.exp(-1.8 * final)
    expect(Math.abs(mean(totals(setting)) / 8_000 - final)).toBeLessThan(0.015)
  })
  test('reaches other townships by their people, and none without mixing', () => {
    const townships = [
      { code: '999999100', residents: 200_000 },
      { code: '999999101', residents: 100_000 },
      { code: '999999102', residents: 0 },
    ]
    const start = { township: '999999100', infected: 20, importsPerDay: 0 }
    const disease = { ...aSetting().disease, reproduction: 1.3, dispersion: 50 }
    const seen = (mixing: number) =>
      simulate(aSetting({ townships, start, disease, mixing, runs: 20, days: 40 })).townships
    expect(seen(0).map(({ shareReached }) => shareReached)).toEqual([1, 0, 0])
    const [first, second, empty] = seen(1)
    expect(empty?.infected.high90).toBe(0)
    expect((first?.infected.middle ?? 0) / (second?.infected.middle ?? 1)).toBeGreaterThan(1.5)
    expect((first?.infected.middle ?? 0) / (second?.infected.middle ?? 1)).toBeLessThan(2.6)
  })
})

describe('what is needed', () => {
  const still = { ...aSetting().disease, reproduction: 0, unnoticed: 0 }
  test('is a bed for each who is found, for as long as it takes', () => {
    const setting = aSetting({ disease: still, days: 90 })
    expect(new Set(totals(setting, 'found'))).toEqual(new Set([5]))
    expect(new Set(totals(setting, 'patients'))).toEqual(new Set([50]))
    expect(new Set(totals(setting, 'central'))).toEqual(new Set([0]))
  })
  test('is a place for each contact, in a room or at home, and then at home for what follows', () => {
    const isolation = { from: 0, reach: 0, effect: 0 }
    const watched = { days: 10, monitoringDays: 4, centralShare: 0.25, contactsPerCase: 8 }
    const setting = aSetting({
      ...{ disease: still, days: 120, runs: 1_000, observation: watched },
      measures: { ...aSetting().measures, isolation },
    })
    // Five cases with eight contacts each: ten of them in rooms, all of them fourteen days in all.
    expect(mean(totals(setting, 'central')) / (5 * 8 * 0.25 * 10)).toBeCloseTo(1, 1)
    expect(mean(totals(setting, 'home')) / (5 * 8 * 0.75 * 14 + 5 * 8 * 0.25 * 4)).toBeCloseTo(1, 1)
  })
  test('is held against what there is: rooms, beds, teams and goods', () => {
    const isolation = { from: 0, reach: 0, effect: 0 }
    const goods = [
      { id: 'a', name: '口罩', unit: 'piece', inStore: 10, perObserved: 2, perPatient: 0 },
      { id: 'b', name: '防护服', unit: 'piece', inStore: 1_000_000, perObserved: 0, perPatient: 3 },
    ]
    const county = { rooms: 0, patientBeds: 5, teams: 100_000, homesPerTeam: 8, goods }
    const outcome = simulate(
      aSetting({ disease: still, days: 90, measures: { ...aSetting().measures, isolation }, county }),
    )
    expect(outcome.rooms.over?.share).toBe(1)
    expect(outcome.rooms.over?.days.middle).toBeGreaterThanOrEqual(14)
    expect(outcome.beds.over).toMatchObject({ share: 0, firstDay: null, days: { high90: 0 } })
    expect(outcome.teamsNeeded.over?.share).toBe(0)
    const unsaid = simulate(aSetting({ disease: still, county: { ...county, patientBeds: null } }))
    expect(unsaid.beds).toMatchObject({ peak: { middle: 5 }, over: null })
    const [masks, suits] = outcome.goods
    expect(masks?.shareOver).toBe(1)
    expect(masks?.firstDay).toBeGreaterThan(0)
    expect(suits).toMatchObject({ shareOver: 0, need: { middle: 150, low90: 150, high90: 150 } })
  })
  test('comes with bands that lie within each other', () => {
    const outcome = simulate(
      aSetting({ disease: { ...aSetting().disease, reproduction: 1.2, unnoticed: 0.2 }, days: 60 }),
    )
    for (const { low90, low50, middle, high50, high90 } of [...outcome.infected, ...outcome.patients, outcome.total]) {
      expect([low90, low50, middle, high50, high90]).toEqual(
        [low90, low50, middle, high50, high90].sort((a, b) => a - b),
      )
    }
    expect(outcome.total.low90).toBeLessThan(outcome.total.high90)
    expect(outcome.runs).toBe(200)
  })
})

describe('measures', () => {
  const townships = [
    { code: '999999100', residents: 4_000 },
    { code: '999999101', residents: 4_000 },
  ]
  const base = aSetting({
    ...{ townships, mixing: 0.3, days: 40, runs: 80 },
    disease: { ...aSetting().disease, reproduction: 1.8, dispersion: 5, unnoticed: 0.2 },
    start: { township: '999999100', infected: 10, importsPerDay: 0.5 },
  })
  const withMeasure = (name: keyof Setting['measures'], from: number | null = 0): Setting => ({
    ...base,
    measures: { ...base.measures, [name]: { ...base.measures[name], from } },
  })
  test.each(['closures', 'isolation', 'checkpoints', 'screening'] as const)(
    '%s: fewer, and fewer the sooner',
    (name) => {
      const [none, late, now] = [null, 15, 0].map((from) => mean(totals(withMeasure(name, from))))
      expect(late).toBeLessThan(none ?? 0)
      expect(now).toBeLessThan(late ?? 0)
    },
  )
})

test('the same setting gives the same outcome, another seed another', () => {
  const setting = aSetting({ runs: 40, days: 60 })
  const told: number[] = []
  expect(simulate(setting, (done) => told.push(done))).toEqual(simulate(setting))
  expect(simulate({ ...setting, seed: 8 }).total).not.toEqual(simulate(setting).total)
  expect(told.at(-1)).toBe(40)
})

const good = aSetting()
test.each<[string, object]>([
  ['nothing', {}],
  ['a run too many', { ...good, runs: 1_001 }],
  ['a seed that is none', { ...good, seed: 0.5 }],
  ['days without end', { ...good, days: 100_000 }],
  ['no township', { ...good, townships: [] }],
  ['nobody in it', { ...good, townships: [{ code: '999999100', residents: 0 }] }],
  ['a township twice', { ...good, townships: [...good.townships, ...good.townships] }],
  ['a beginning elsewhere', { ...good, start: { ...good.start, township: '999999109' } }],
  ['a share above one', { ...good, mixing: 1.2 }],
  ['an interval of a day', { ...good, disease: { ...good.disease, serialInterval: { meanDays: 1, sdDays: 1 } } }],
  ['a number that is none', { ...good, disease: { ...good.disease, reproduction: Number.NaN } }],
  ['a word too much', { ...good, fact: true }],
])('refused: %s', (_, setting) => {
  expect(() => simulate(setting)).toThrow()
})

const ground: Ground = {
  asOf: '2020-02-18T00:00:00.000Z',
  townships: [
    { code: '999999100', name: '甲镇', residents: 0, villages: 30 },
    { code: '999999101', name: '乙镇', residents: 0, villages: 10 },
  ],
  ...{ rooms: 60, freeRooms: 42, teams: 12 },
  goods: [
    { id: '019c0000-0000-7000-8000-000000000001', name: '口罩', unit: 'piece', inStore: 900, perObserved: 2 },
    { id: '019c0000-0000-7000-8000-000000000002', name: '护目镜', unit: 'piece', inStore: 5, perObserved: null },
  ],
}
test('every published edition gives a setting that can be run, with what it says in it', () => {
  for (const { code, body } of publishedProfiles) {
    const setting = settingFrom(ground, body, 40_000)
    expect([code, Setting.safeParse(setting).error?.issues ?? []]).toEqual([code, []])
    expect(setting.observation.days).toBe(body.observation.days)
    expect(setting.county).toMatchObject({ rooms: 60, teams: 12 })
  }
  const chik = publishedProfiles.find(({ code }) => code === 'chik-cn-2025')
  if (!chik) throw new Error('chikungunya has an edition')
  expect(settingFrom(ground, chik.body, 40_000).observation).toMatchObject({ contactsPerCase: 0, centralShare: 0 })
})
test('people are where the register has them, and by villages where it is empty', () => {
  expect(populated(ground, 40_000).map(({ residents }) => residents)).toEqual([30_000, 10_000])
  const registered = ground.townships.map((one, nth) => ({ ...one, residents: nth === 0 ? 100 : 300 }))
  expect(populated({ ...ground, townships: registered }, null).map(({ residents }) => residents)).toEqual([100, 300])
  expect(populated({ ...ground, townships: registered }, 4_000).map(({ residents }) => residents)).toEqual([1000, 3000])
})
