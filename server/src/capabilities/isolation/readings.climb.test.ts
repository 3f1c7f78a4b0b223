import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId, type Scenario, scenario } from '../../../test/scenario/scenario.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { aReading, givenObserved, type Observed } from './readings.factory.ts'
import { checksOn, firstMissed, levelOf, publishedPlan } from './rules.readings.ts'
import { countBoard } from './sql.board.ts'
import { listClimbRows } from './sql.climb.ts'
import { findWatched, listReadings } from './sql.readings.ts'
import { checksOf, checksPerDay, climbStated, watchOf } from './watching.ts'

const at = (hours: number) => new Date(Date.parse('2020-02-03T00:00:00+08:00') + hours * 3_600_000)
const cell = (nth: number) => ({
  day: new Date(at(8).getTime() + Math.floor(nth / 2) * 86_400_000).toISOString().slice(0, 10),
  slot: nth % 2 === 0 ? ('morning' as const) : ('evening' as const),
})

/** Cells of the sheet that were filled in, some put right afterwards: moved to another cell, or never measured. */
const sheets = fc.sample(
  fc.array(
    fc.record({
      cell: fc.integer({ min: -3, max: 28 }),
      mended: fc.option(fc.oneof(fc.integer({ min: -3, max: 28 }), fc.constant('voided' as const))),
    }),
    { maxLength: 6 },
  ),
  { numRuns: 14, seed: 11 },
)

async function fillIn(cadre: Awaited<ReturnType<typeof givenObserved>>['cadre'], homes: readonly Observed[]) {
  const paper = (orderId: string, nth: number) =>
    aReading(orderId, { recordedAt: '2020-02-20T10:00:00+08:00', way: 'paper', ...cell(nth) })
  const first = sheets.flatMap((sheet, home) =>
    sheet.map((one) => ({ one, reading: paper(homes[home]?.orderId ?? '', one.cell) })),
  )
  const mending = first.flatMap(({ one: { mended }, reading }) => {
    if (mended === null) return []
    const same = { ...reading, id: newId(), corrects: reading.id, why: '抄错了' }
    return [mended === 'voided' ? { ...same, voided: true } : { ...same, ...cell(mended) }]
  })
  for (const items of [first.map(({ reading }) => reading), mending]) {
    const { body } = await cadre.post('/isolation/readings/batch', { items })
    expect(body.verdicts.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  }
}

/** What the pure rule says of each order at a moment, from the readings themselves. */
const byTheRule = ({ inside }: Scenario, homes: readonly Observed[], now: Date) =>
  inside(async (ctx) => {
    const watch = await watchOf(ctx)
    const said = []
    const board = { observed: 0, owed: 0, done: 0, late: 0, due: 0, missed: 0 }
    const today = dayInChina(now)
    for (const { orderId } of homes) {
      const order = await findWatched(ctx.tx, orderId)
      if (!order) throw new Error('no such order')
      const perDay = checksPerDay(watch.profiles.get(order.profile))
      const days = Array.from({ length: 14 }, (_, nth) => cell(nth * 2).day)
      const checks = days.flatMap((day) => checksOn(publishedPlan, perDay, day))
      const span = { from: order.startsAt, till: order.endsAt }
      const readings = await listReadings(ctx.tx, [orderId], null)
      const missed = now < order.startsAt || now >= order.endsAt ? null : firstMissed(checks, span, readings, now)
      const level = missed && levelOf(publishedPlan, missed.missedAt, now)
      if (missed && level) said.push({ orderId, day: missed.day, slot: missed.slot, level })
      if (now >= order.startsAt && now < order.endsAt) board.observed += 1
      const known = readings.filter(({ occurredAt }) => occurredAt <= now)
      for (const { standing } of checksOf(watch, order, known, { now, days: { from: today, to: today } }).checks) {
        board.owed += 1
        if (standing !== 'ahead') board[standing] += 1
      }
    }
    return { said, board }
  })

const sum = <K extends string>(rows: ReadonlyArray<Record<K, number>>, key: K) =>
  rows.reduce((so, row) => so + row[key], 0)

const bySql = ({ inside, county }: Scenario, now: Date) =>
  inside(async (ctx) => {
    const watch = await watchOf(ctx)
    const [area, today, stated] = [String(county), dayInChina(now), climbStated(watch, now)]
    const rows = await listClimbRows(ctx.tx, { area, level: null, after: null, limit: 100 }, stated, publishedPlan)
    const { checks, people } = await countBoard(ctx.tx, { area, day: today }, stated, publishedPlan)
    const board = {
      observed: sum(people, 'people'),
      owed: sum(checks, 'owed'),
      done: sum(checks, 'done'),
      late: sum(checks, 'late'),
      due: sum(checks, 'due'),
      missed: sum(checks, 'missed'),
    }
    const counted = sum(
      people.filter(({ level }) => level !== null),
      'people',
    )
    return { rows, counted, board }
  })

test(
  'the climbing list and the board say of every order at every hour what the pure rule says of its readings',
  scenario(async (stage) => {
    const { homes, cadre, desk } = await givenObserved(stage, { homes: sheets.length })
    await fillIn(cadre, homes)
    const [gone] = homes
    const end = { id: newId(), recordedAt: '2020-02-10T09:00:00+08:00', endedAt: '2020-02-10T09:00:00+08:00' }
    await desk.post(`/isolation/orders/${gone?.orderId}/end`, { ...end, orderId: gone?.orderId, why: 'released' })
    let found = 0
    for (const hours of [9, 13, 21, 36, 37, 47, 84, 130, 156, 181, 200, 275, 310]) {
      const { said: asked, board: askedBoard } = await byTheRule(stage, homes, at(hours))
      const { rows, counted, board } = await bySql(stage, at(hours))
      const sorted = (list: Array<{ orderId: string }>) => list.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))
      expect(
        sorted(rows.map(({ orderId, day, slot, level }) => ({ orderId, day, slot, level })) as typeof asked),
      ).toEqual(sorted(asked))
      expect(counted).toBe(asked.length)
      expect(board).toEqual(askedBoard)
      found += asked.length
    }
    expect(found).toBeGreaterThan(30)
  }),
)
