import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { showDaily } from './operations.board.ts'
import { givenPublicity } from './publicity.factory.ts'
import { type Band, breakDown } from './rules.figures.ts'

/** Who tries to get behind the numbers: every value that each part may have, given all that was shown. Slow, and thinks for itself. */
function solve(bands: readonly Band[], total: number): number[][] {
  const reach = (parts: readonly Band[]) =>
    parts.reduce(
      (sums, { from, to }) => {
        const next = new Set<number>()
        for (const sum of sums)
          for (let value = from; value <= to && sum + value <= total; value++) next.add(sum + value)
        return next
      },
      new Set([0]),
    )
  return bands.map(({ from, to }, nth) => {
    const others = reach(bands.filter((_, at) => at !== nth))
    return Array.from({ length: to - from + 1 }, (_, step) => from + step).filter((value) => others.has(total - value))
  })
}
const recovered = (values: readonly number[], bands: readonly Band[], total: number) =>
  solve(bands, total).filter((open, nth) => {
    const value = values[nth] ?? 0
    return value >= 1 && value <= 9 && open.length === 1
  }).length

const sum = (values: readonly number[]) => values.reduce((added, one) => added + one, 0)
/** Thirty days of a county’s townships, some with hundreds and some with hardly anybody. */
const month = fc
  .tuple(
    fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 120 })), {
      minLength: 2,
      maxLength: 9,
    }),
    fc.array(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 9, maxLength: 9 }), {
      minLength: 29,
      maxLength: 29,
    }),
  )
  .map(([first, steps]) => {
    const days = [first]
    for (const step of steps) days.push((days.at(-1) ?? []).map((value, nth) => Math.max(0, value + (step[nth] ?? 0))))
    return days
  })

test('thirty days of what is shown give no small number of a township away', () => {
  let shown = 0
  fc.assert(
    fc.property(month, (days) => {
      for (const values of days) {
        const total = sum(values)
        const bands = breakDown(values, total)
        if (!bands) continue
        shown += 1
        expect(recovered(values, bands, total)).toBe(0)
        // A day beside its neighbour tells no more: each is a stock of its own, and no part of it is said to grow.
        expect(bands.every(({ from, to }, nth) => from <= (values[nth] ?? 0) && (values[nth] ?? 0) <= to)).toBe(true)
      }
    }),
    { numRuns: 60 },
  )
  expect(shown).toBeGreaterThan(500)
})

test('the same solver gets behind the usual way, where a small number is left out and its neighbours are exact', () => {
  const naive = (values: readonly number[]): Band[] =>
    values.map((value) => (value < 10 ? { from: 0, to: 9 } : { from: value, to: value }))
  const values = [112, 45, 7, 230]
  expect(recovered(values, naive(values), sum(values))).toBe(1)
  // Bands alone are not enough either where everything stands at its edge.
  const edge = [19, 9]
  const bands = edge.map((value) => ({ from: Math.floor(value / 10) * 10, to: Math.floor(value / 10) * 10 + 9 }))
  expect(recovered(edge, bands, sum(edge))).toBe(1)
  expect(breakDown(edge, sum(edge))).toBeNull()
  expect(breakDown(values, sum(values))).toEqual([
    { from: 110, to: 119 },
    { from: 40, to: 49 },
    { from: 0, to: 9 },
    { from: 230, to: 239 },
  ])
  // Parts that do not add up to their total would say that somebody is counted elsewhere.
  expect(breakDown(values, sum(values) + 1)).toBeNull()
})

test(
  'nothing is shown by itself before the county has shown its first day; each day after it is',
  scenario(async (stage) => {
    const { desk } = await givenPublicity(stage)
    const shown = async () => (await desk.get('/shown-figures')).body.shown
    // After the eight o'clock at which a day is shown, whenever the test runs.
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    const byItself = (now = new Date(`${day}T09:00:00+08:00`)) => stage.inside((ctx) => showDaily({ ...ctx, now }))
    await byItself()
    expect(await shown()).toBeNull()
    await desk.post('/shown-figures', { id: newId(), asOf: '2020-02-06T08:00:00+08:00' })
    expect(await shown()).toMatchObject({ asOf: '2020-02-06 08:00' })
    await byItself()
    await byItself()
    const days = await stage.inside(
      ({ tx }) => tx<{ day: string }[]>`
        select shown_on::text as day from publicity.figures_shown where county = ${stage.county} order by 1`,
    )
    expect(days.map((one) => one.day)).toEqual(['2020-02-06', day])
  }),
)

test(
  'the figures of a day are shown once, by the county or by themselves',
  scenario(async (stage) => {
    const { desk, editor } = await givenPublicity(stage)
    const show = (given: object = {}) =>
      desk.post('/shown-figures', { id: newId(), asOf: '2020-02-06T08:00:00+08:00', ...given })
    const id = newId()
    expect((await show({ id })).body).toMatchObject({ day: '2020-02-06', arrival: 'new' })
    expect((await show({ id })).body.arrival).toBe('again')
    expect((await show()).body.code).toBe('publicity.figures-shown')
    expect((await show({ asOf: '2220-02-06T08:00:00+08:00' })).body.code).toBe('publicity.time-ahead')
    expect((await editor.post('/shown-figures', { id: newId(), asOf: '2020-02-07T08:00:00+08:00' })).status).toBe(403)
    const { body } = await stage.as.nobody().get(`/public/${stage.county}/board`)
    expect(body.figures).toMatchObject({ asOf: '2020-02-06 08:00' })
  }),
)
