import { keepFacts, originOf } from '../../kernel/facts.ts'
import { batchOperation, type Ctx, operation } from '../../kernel/operation.ts'
import { findDivisions, listStations } from '../places/index.ts'
import { addDays, dayInChina, midnightInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { auditBatch, verdictOf } from './operations.catalogue.ts'
import { mayRead, mayRunCatalogue } from './policy.ts'
import { assumptionTaken, headsNeeded } from './problems.requests.ts'
import { divisionUnknown, itemUnknown } from './problems.ts'
import { DAYS_BACK, daysOf, knownOf, untilOf, useOf } from './rules.cover.ts'
import { AskCover, Cover, CoverPage, ListCover, SetAssumption } from './schema.requests.ts'
import { BATCH_MAX, Kept } from './schema.ts'
import { findItems } from './sql.catalogue.ts'
import {
  countIsolated,
  type DayUse,
  type Item,
  listAssumptions,
  listDays,
  listFirstDays,
  listItemStocks,
} from './sql.cover.ts'
import { findKept } from './sql.ledger.ts'

export const setAssumptions = batchOperation({
  name: 'supplies.assumption.set',
  summary: { zh: '设定每日用量', en: 'Say how much is used a day, from a day on' },
  kind: 'write',
  item: SetAssumption,
  done: Kept,
  max: BATCH_MAX,
  load: ({ tx }: Ctx, items) =>
    findItems(
      tx,
      items.map(({ itemId }) => itemId),
    ),
  allow: (actor, known, { itemId }) => mayRunCatalogue(actor) && (known.has(itemId) || itemUnknown({ id: itemId })),
  async runMany(ctx, items) {
    const division = String(ctx.actor.county)
    const fits = (item: SetAssumption) => (item.basis === 'resident') === (item.heads !== null)
    const sound = items.filter(fits)
    const rows = sound.map((item) => {
      const { itemId, basis, perDay, heads, because, from } = item
      return {
        ...originOf(ctx, { division }, item),
        item_id: itemId,
        basis,
        per_day: perDay,
        heads,
        because,
        from_day: from,
      }
    })
    const arrivals = await keepFacts(ctx.tx, 'supplies.assumption', rows)
    const known = await findKept(
      ctx.tx,
      'supplies.assumption',
      items.map(({ id }) => id),
    )
    const arrivalOf = new Map(sound.map((item, nth) => [item, arrivals[nth]]))
    return items.map((item) => {
      if (!fits(item)) return { ok: false, problem: headsNeeded() }
      const isTaken = !known.has(item.id)
      return verdictOf(item.id, arrivalOf.get(item), isTaken ? assumptionTaken({ from: item.from }) : undefined)
    })
  },
  audit: auditBatch,
})

/** Whole days before the day of the moment, back to the first on which there was any of it. */
function daysBefore(first: Date | undefined, moment: Date): string[] {
  const today = dayInChina(moment)
  const days = Array.from({ length: DAYS_BACK }, (_, nth) => addDays(today, nth - DAYS_BACK))
  return first ? days.filter((day) => day >= dayInChina(first)) : []
}

async function headsAt(ctx: Ctx, division: string, moment: Date) {
  const isolated = await countIsolated(ctx.tx, division, moment)
  const checkpoint = (await listStations(ctx.tx)).filter(
    ({ division: of, openedAt, closedAt }) =>
      of.startsWith(division) && openedAt <= moment && (closedAt === null || closedAt > moment),
  ).length
  return { isolated, checkpoint, day: 1 }
}

interface Area {
  division: string
  moment: Date
}
/** What each item comes to, by what is assumed and by what was used. */
async function coverOf(ctx: Ctx, items: readonly Item[], { division, moment }: Area) {
  const { tx } = ctx
  const ids = items.map(({ id }) => id)
  const today = dayInChina(moment)
  const from = midnightInChina(addDays(today, -DAYS_BACK))
  const till = midnightInChina(today)
  const [assumptions, days, firsts, heads] = await Promise.all([
    listAssumptions(tx, ids, today),
    listDays(tx, ids, division, new Date(from.getTime() - 1), new Date(till.getTime() - 1)),
    listFirstDays(tx, ids, division),
    headsAt(ctx, division, moment),
  ])
  return items.map((item) => {
    const own = days.filter(({ itemId }) => itemId === item.id)
    const usedOn = new Map(own.map(({ day, used }) => [day, used]))
    const first = firsts.find(({ itemId }) => itemId === item.id)?.at
    const list = daysBefore(first, moment).map((day) => ({ day, used: Math.max(0, usedOn.get(day) ?? 0) }))
    const assumed = assumptions
      .filter(({ itemId }) => itemId === item.id)
      .map(({ itemId: _, heads: said, basis, ...one }) => {
        const count = basis === 'resident' ? (said ?? 0) : heads[basis]
        return { ...one, basis, heads: count, use: one.perDay * count }
      })
    const assumedPerDay = assumed.reduce((sum, { use }) => sum + use, 0)
    const known = knownOf(list.map(({ used }) => used))
    const row = {
      ...{ itemId: item.id, code: item.code, name: item.name, unit: item.unit, inStore: item.inStore },
      ...{ assumed, assumedPerDay, observedPerDay: known?.mean ?? 0, observedDays: list.length },
      days: daysOf(item.inStore, assumedPerDay),
      until: known && known.mean > 0 ? untilOf(known, item.inStore, today) : null,
    }
    return { row, list, known, own }
  })
}

async function areaOf(
  ctx: Ctx,
  { division, asOf }: { division?: string | undefined; asOf?: string | undefined },
): Promise<Area> {
  const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
  if (division && !(await findDivisions(ctx.tx, [division])).has(division)) throw divisionUnknown({ division })
  return { division: division ?? ctx.actor.division, moment }
}

export const listCover = operation({
  name: 'supplies.cover.list',
  summary: { zh: '物资可用天数', en: 'For how many days what is there will do' },
  kind: 'read',
  input: ListCover,
  output: CoverPage,
  allow: (actor) => mayRead(actor),
  async run(ctx, { kind = null, after = null, limit, ...asked }) {
    const area = await areaOf(ctx, asked)
    const items = await listItemStocks(ctx.tx, { ...area, kind, itemId: null, after, limit })
    const next = items.length < limit ? null : (items.at(-1)?.code ?? null)
    const rows = await coverOf(ctx, items, area)
    return { asOf: area.moment.toISOString(), items: rows.map(({ row }) => row), next }
  },
  audit: () => null,
})

/** What was there at the end of each day before: what is there now, with all that came after taken off again. */
function stocksBefore(days: ReadonlyArray<{ day: string; used: number }>, own: readonly DayUse[], atMidnight: number) {
  let stock = atMidnight
  const told: Array<{ day: string; used: number; stock: number }> = []
  for (const { day, used } of days.toReversed()) {
    told.unshift({ day, used, stock })
    stock -= own.find((one) => one.day === day)?.moved ?? 0
  }
  return told
}

export const readCover = operation({
  name: 'supplies.cover.read',
  summary: { zh: '一种物资的用量与预计耗尽日', en: 'Use of one item, and when it would run out' },
  kind: 'read',
  input: AskCover,
  output: Cover,
  allow: (actor) => mayRead(actor),
  async run(ctx, { itemId, ahead, ...asked }) {
    const area = await areaOf(ctx, asked)
    const query = { ...area, kind: null, itemId, after: null, limit: 1 }
    const items = await listItemStocks(ctx.tx, query)
    const midnight = midnightInChina(dayInChina(area.moment))
    const [atMidnight] = await listItemStocks(ctx.tx, { ...query, moment: new Date(midnight.getTime() - 1) })
    const [found] = await coverOf(ctx, items, area)
    if (!found || !atMidnight) throw itemUnknown({ id: itemId })
    const { row, list, known, own } = found
    const days =
      known && row.until
        ? Array.from({ length: ahead }, (_, nth) => {
            const use = useOf(known, nth + 1)
            const left = (used: number) => Math.max(0, row.inStore - used)
            const day = addDays(dayInChina(area.moment), nth + 1)
            return { day, least: left(use.most), likely: left(use.likely), most: left(use.least) }
          })
        : []
    return {
      ...row,
      asOf: area.moment.toISOString(),
      before: stocksBefore(list, own, atMidnight.inStore),
      ahead: days,
    }
  },
  audit: () => null,
})
