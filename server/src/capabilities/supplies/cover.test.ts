import { expect, test } from 'vitest'
import { newId, scenario } from '../../../test/scenario/scenario.ts'
import { DAYS_NEEDED, daysOf, knownOf, untilOf, useOf } from './rules.cover.ts'
import { accepted, aReceipt, aSlip, givenStock, on } from './supplies.factory.ts'

/** Made of a seed, so that the same days come out each time. */
function drawn(seed: number) {
  let state = seed
  const uniform = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state + 1) / 2_147_483_649
  }
  return () => Math.max(0, 100 + 20 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()))
}

test('of days ahead that are like those before, about four of five fall within the band, and fewer than that without it', () => {
  const day = drawn(20_200_206)
  let within = 0
  const RUNS = 2000
  for (let run = 0; run < RUNS; run += 1) {
    const known = knownOf(Array.from({ length: 14 }, day))
    const used = Array.from({ length: 10 }, day).reduce((sum, one) => sum + one, 0)
    if (!known) throw new Error('fourteen days are enough')
    const { least, most } = useOf(known, 10)
    if (used >= least && used <= most) within += 1
  }
  expect(within / RUNS).toBeGreaterThan(0.76)
  expect(within / RUNS).toBeLessThan(0.84)
})

test('too few days say nothing, nothing used says nothing, and the band only widens', () => {
  expect(knownOf(Array.from({ length: DAYS_NEEDED - 1 }, () => 5))).toBeNull()
  const same = knownOf([5, 5, 5, 5, 5, 5, 5])
  expect(same && untilOf(same, 50, '2020-02-18')).toEqual({
    early: '2020-02-28',
    likely: '2020-02-28',
    late: '2020-02-28',
  })
  const none = knownOf([0, 0, 0, 0, 0, 0, 0])
  expect(none && untilOf(none, 50, '2020-02-18')).toEqual({ early: null, likely: null, late: null })
  const known = knownOf([3, 5, 7, 5, 4, 6, 5])
  if (!known) throw new Error('seven days are enough')
  const widths = [1, 5, 10, 20].map((ahead) => useOf(known, ahead)).map(({ least, most }) => most - least)
  expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  const { early, likely, late } = untilOf(known, 50, '2020-02-18')
  expect([early, likely, late]).toEqual([early, likely, late].toSorted())
  expect([daysOf(10, 4), daysOf(10, 0)]).toEqual([2.5, null])
})

test(
  'days of cover follow from what is assumed, from its day on, and from what was used; each is shown',
  scenario(async (stage) => {
    const { desk, keeper, goods, depot, township: storeOfTown, send } = await givenStock(stage, 0)
    await accepted(send([aReceipt(depot, goods, 1000, { at: on(2, '08:00') })]))
    for (let day = 3; day <= 12; day += 1) {
      const slip = aSlip(depot, goods, 10 + (day % 3), { at: on(day) })
      await accepted(desk.post('/supplies/slips/batch', { items: [slip] }))
      const confirmation = { id: newId(), slipId: slip.id, at: on(day, '13:00') }
      await accepted(keeper.post('/supplies/confirmations/batch', { items: [confirmation] }))
    }
    const say = (said: object, client = desk) =>
      client.post('/supplies/assumptions/batch', {
        items: [{ id: newId(), itemId: goods.itemId, because: '试行标准', ...said }],
      })
    await accepted(say({ basis: 'resident', perDay: 0.0001, heads: 330_000, from: '2020-02-01' }))
    await accepted(say({ basis: 'day', perDay: 12, from: '2020-02-10' }))
    const problem = async (reply: ReturnType<typeof say>) => (await reply).body.verdicts?.[0]?.problem?.code
    expect(await problem(say({ basis: 'resident', perDay: 1, from: '2020-02-03' }))).toBe('supplies.heads-needed')
    expect(await problem(say({ basis: 'day', perDay: 1, from: '2020-02-10' }))).toBe('supplies.assumption-taken')
    const township = await stage.as.role('township-officer', { division: `${stage.county}100` })
    expect(await problem(say({ basis: 'day', perDay: 1, from: '2020-02-11' }, township))).toBe('kernel.not-allowed')

    const cover = async (asOf: string) =>
      (await desk.get(`/supplies/cover/${goods.itemId}?ahead=5&asOf=${encodeURIComponent(asOf)}`)).body
    const early = await cover(on(5, '20:00'))
    expect(early).toMatchObject({ inStore: 967, assumedPerDay: 33, days: 29.3, until: null, ahead: [] })
    const late = await cover(on(13, '08:00'))
    expect(late.assumed.map(({ basis, heads, use }: Record<string, unknown>) => [basis, heads, use])).toEqual([
      ['day', 1, 12],
      ['resident', 330_000, 33],
    ])
    expect(late).toMatchObject({ inStore: 891, assumedPerDay: 45, observedDays: 11 })
    expect(late.observedPerDay).toBeCloseTo(109 / 11, 5)
    expect(late.before.at(-1)).toEqual({ day: '2020-02-12', stock: 891, used: 10 })
    expect(late.before[0]).toEqual({ day: '2020-02-02', stock: 1000, used: 0 })
    expect(late.ahead).toHaveLength(5)
    for (const { least, likely, most } of late.ahead)
      expect([least, likely, most]).toEqual([least, likely, most].toSorted((a, b) => a - b))
    expect(late.until.early < late.until.likely).toBe(true)
    const sending = { id: newId(), kind: 'sent', storeId: depot, toStoreId: storeOfTown, at: on(13, '07:00') }
    await accepted(send([{ ...sending, lines: [{ itemId: goods.itemId, lotId: goods.lotId, amount: '100' }] }]))
    expect(await cover(on(13, '08:00')), 'goods on their way are the county’s').toMatchObject({ inStore: 891 })
    const { items } = (await desk.get(`/supplies/cover?asOf=${encodeURIComponent(on(13, '08:00'))}`)).body
    expect(items.find(({ itemId }: { itemId: string }) => itemId === goods.itemId)).toMatchObject({ days: 19.8 })
  }),
)
