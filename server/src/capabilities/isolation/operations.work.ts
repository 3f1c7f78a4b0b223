import { z } from 'zod'
import { type Ctx, cursorOf, operation, positionOf, purposeOf } from '../../kernel/operation.ts'
import { doorsOf, maskedMany } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { dayInChina, dayOfEnd, daysBetween } from '../places/rules.clock.ts'
import { DivisionCode } from '../places/schema.ts'
import { countyMoment } from '../retention/index.ts'
import { mayCountReadings, maySeeWatched } from './policy.readings.ts'
import { orderUnknown } from './problems.ts'
import { levels, slots } from './rules.readings.ts'
import {
  AskBoard,
  AskOrder,
  ClimbingPage,
  DoubtfulPage,
  ListClimbing,
  ListDoubtful,
  ListWork,
  OrderReadings,
  ReadingBoard,
  WorkPage,
} from './schema.readings.ts'
import { type CheckCount, countBoard, type PeopleCount } from './sql.board.ts'
import { listClimbRows } from './sql.climb.ts'
import { findWatched, listDoubtfulRows, listReadings, type StoredReading } from './sql.readings.ts'
import { listWorkRows, type WorkPlace, type WorkRow } from './sql.work.ts'
import { checksOf, checksPerDay, climbStated, readingRow, statedFor, symptomsOf, watchOf } from './watching.ts'

/** Where a page of the walk ended. Opaque: a group of villagers has a name in it. */
export const placeCursor = (rows: readonly WorkRow[], limit: number): string | null => {
  const last = rows.at(-1)
  if (!last || rows.length < limit) return null
  const { division, unit, walkOrder, orderId } = last
  return Buffer.from(JSON.stringify([division, unit, walkOrder, orderId])).toString('base64url')
}
const Place = z.tuple([DivisionCode, z.string(), z.int32().min(0), z.guid()])
export function placeOf(cursor: string | undefined): WorkPlace | null {
  if (!cursor) return null
  try {
    const said = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const [division, unit, walkOrder, orderId] = Place.parse(said)
    return { division, unit, walkOrder, orderId }
  } catch {
    return null
  }
}

/** From door to door: who has to be measured, in the order in which a team walks. */
export const listWork = operation({
  name: 'isolation.reading.list-work',
  summary: { zh: '体温监测任务清单', en: 'Whom to measure, door by door' },
  kind: 'read',
  personal: true,
  input: ListWork,
  output: WorkPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeWatched(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, kind = null, state, after, limit }) {
    const now = await countyMoment(ctx)
    const watch = await watchOf(ctx)
    const today = dayInChina(now)
    const days = { from: today, to: today }
    const query = { area, kind, state, after: placeOf(after), limit }
    const rows = await listWorkRows(ctx.tx, query, statedFor(watch, now, days))
    const [readings, persons, doors] = await Promise.all([
      listReadings(
        ctx.tx,
        rows.map(({ orderId }) => orderId),
        days,
      ),
      maskedMany(
        ctx,
        rows.map(({ personId }) => personId),
        ['address'],
      ),
      doorsOf(
        ctx,
        rows.flatMap(({ householdId }) => householdId ?? []),
      ),
    ])
    const byOrder = Map.groupBy(readings, ({ orderId }) => orderId)
    const items = rows.map((row) => ({
      orderId: row.orderId,
      kind: row.kind,
      division: row.division,
      personId: row.personId,
      person: persons.get(row.personId) ?? null,
      householdId: row.householdId,
      block: row.block,
      door: (row.householdId && doors.get(row.householdId)) ?? null,
      dayNumber: daysBetween(row.anchorOn, today),
      lastDay: dayOfEnd(row.endsAt),
      startsAt: row.startsAt.toISOString(),
      endsAt: row.endsAt.toISOString(),
      checksPerDay: checksPerDay(watch.profiles.get(row.profile)),
      symptoms: [...symptomsOf(watch.profiles.get(row.profile))],
      checks: checksOf(watch, row, byOrder.get(row.orderId) ?? [], { now, days }).checks,
    }))
    return { items, next: placeCursor(rows, limit) }
  },
  audit: ({ input, output }) => ({
    count: output.items.length,
    note: { state: input.state, area: input.area ?? null, first: output.items[0]?.orderId ?? null },
  }),
})

const withPersons = async <R extends { personId: string }>(ctx: Ctx, rows: readonly R[]) => {
  const persons = await maskedMany(
    ctx,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => ({ ...row, person: persons.get(row.personId) ?? null }))
}

/** Whom nobody has met in time, the longest first, and which office has to act by now. */
export const listClimbing = operation({
  name: 'isolation.reading.list-climbing',
  summary: { zh: '漏测逐级上报清单', en: 'Missed checks that climb from office to office' },
  kind: 'read',
  personal: true,
  input: ListClimbing,
  output: ClimbingPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeWatched(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, level = null, after, limit }) {
    const now = await countyMoment(ctx)
    const watch = await watchOf(ctx)
    const query = { area, level, after: positionOf(after), limit }
    const plan = watch.planOn(dayInChina(now))
    const rows = await listClimbRows(ctx.tx, query, climbStated(watch, now), plan)
    const items = (await withPersons(ctx, rows)).map(({ missedAt, lastReadingAt, ...row }) => ({
      ...row,
      missedAt: missedAt.toISOString(),
      lastReadingAt: lastReadingAt?.toISOString() ?? null,
    }))
    return { items, next: cursorOf(rows, limit, ({ missedAt, orderId }) => ({ at: missedAt, id: orderId })) }
  },
  audit: ({ input, output }) => ({
    count: output.items.length,
    note: { level: input.level ?? null, area: input.area ?? null, first: output.items[0]?.orderId ?? null },
  }),
})

/** Readings whose time cannot be right as it stands. They were kept; somebody corrects them. */
export const listDoubtful = operation({
  name: 'isolation.reading.list-doubtful',
  summary: { zh: '时间存疑的体温记录', en: 'Readings whose time is in doubt' },
  kind: 'read',
  personal: true,
  input: ListDoubtful,
  output: DoubtfulPage,
  load: purposeOf,
  allow: (actor, { purpose }, { area }) => maySeeWatched(actor, purpose, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, after, limit }) {
    const rows = await listDoubtfulRows(ctx.tx, { area, before: positionOf(after), limit })
    const items = (await withPersons(ctx, rows)).map(({ orderId, division, kind, personId, person, ...row }) => ({
      ...readingRow({ ...row, orderId }),
      orderId,
      division,
      kind,
      personId,
      person,
    }))
    return { items, next: cursorOf(rows, limit, ({ receivedAt, id }) => ({ at: receivedAt, id })) }
  },
  audit: ({ output }) => ({ count: output.items.length, note: { first: output.items[0]?.id ?? null } }),
})

/** One person's observation from the first check to the last. */
export const readOrderReadings = operation({
  name: 'isolation.reading.read-order',
  summary: { zh: '一人的体温与症状记录', en: 'Readings of one person under observation' },
  kind: 'read',
  personal: true,
  input: AskOrder,
  output: OrderReadings,
  async load(ctx, { orderId }) {
    const order = await findWatched(ctx.tx, orderId)
    if (!order) throw orderUnknown({ id: orderId })
    return { order, purpose: ctx.purpose }
  },
  allow: (actor, { order, purpose }) => maySeeWatched(actor, purpose, order.division),
  async run(ctx, { orderId }, { order }) {
    const [watch, readings] = await Promise.all([watchOf(ctx), listReadings(ctx.tx, [orderId], null)])
    const now = await countyMoment(ctx)
    const profile = watch.profiles.get(order.profile)
    const days = { from: dayInChina(order.startsAt), to: dayOfEnd(order.endsAt) }
    const [{ person = null } = {}] = await withPersons(ctx, [order])
    return {
      orderId,
      kind: order.kind,
      division: order.division,
      personId: order.personId,
      person,
      profile: order.profile,
      startsAt: order.startsAt.toISOString(),
      endsAt: order.endsAt.toISOString(),
      anchorOn: order.anchorOn,
      symptoms: [...symptomsOf(profile)],
      feverC: profile?.body.fever?.thresholdC ?? null,
      ...checksOf(watch, order, readings as StoredReading[], { now, days }),
    }
  },
  audit: ({ input }) => ({ subject: input.orderId, count: 1 }),
})

type Tally = z.infer<typeof ReadingBoard>['total'][number]
const NOTHING = { owed: 0, done: 0, late: 0, due: 0, missed: 0, abnormal: 0 }

function totalOf(rows: readonly CheckCount[]): Tally[] {
  const bySlot = new Map<string, Tally>()
  for (const { division: _, ...row } of rows) {
    const so = bySlot.get(row.slot) ?? { slot: row.slot, ...NOTHING }
    for (const key of Object.keys(NOTHING) as Array<keyof typeof NOTHING>) so[key] += row[key]
    bySlot.set(row.slot, so)
  }
  return slots.flatMap((slot) => bySlot.get(slot) ?? [])
}

function standingOf(rows: readonly PeopleCount[]) {
  const climbing = Object.fromEntries(levels.map((level) => [level, 0])) as Record<(typeof levels)[number], number>
  for (const { level, people } of rows) if (level) climbing[level] += people
  return { observed: rows.reduce((sum, { people }) => sum + people, 0), climbing }
}

/** A day's checks of an area and of the divisions right below it, as they stood at a moment. */
export const readReadingBoard = operation({
  name: 'isolation.reading.read-board',
  summary: { zh: '体温监测看板', en: 'The board of checks' },
  kind: 'read',
  input: AskBoard,
  output: ReadingBoard,
  allow: (actor, _, { area }) => mayCountReadings(actor, area ?? actor.division),
  async run(ctx, { area = ctx.actor.division, asOf }) {
    const now = asOf ? new Date(asOf) : await countyMoment(ctx)
    const watch = await watchOf(ctx)
    const day = dayInChina(now)
    const [{ checks, people }, names] = await Promise.all([
      countBoard(ctx.tx, { area, day }, climbStated(watch, now), watch.planOn(day)),
      nameOfDivisions(ctx.tx),
    ])
    const codes = [...new Set([...checks, ...people].map(({ division }) => division))].sort()
    const divisions = codes.map((division) => ({
      division,
      name: names.get(division) ?? division,
      slots: totalOf(checks.filter((one) => one.division === division)),
      ...standingOf(people.filter((one) => one.division === division)),
    }))
    const { observed, climbing } = standingOf(people)
    return { day, asOf: now.toISOString(), area, observed, total: totalOf(checks), divisions, climbing }
  },
  audit: () => null,
})
