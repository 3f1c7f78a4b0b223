import { type Ctx, operation, purposeOf } from '../../kernel/operation.ts'
import { publicAddress } from '../access/index.ts'
import { type Grid, printGrids } from '../exchange/index.ts'
import { doorsOf, maskedMany } from '../people/index.ts'
import { nameOfDivisions } from '../places/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { placeCursor, placeOf } from './operations.work.ts'
import { mayCorrect, maySeeWatched } from './policy.readings.ts'
import { nobodyWatched, sheetUnknown, sheetUnreadable } from './problems.readings.ts'
import { FindSheet, FoundSheet, PrintSheet, PrintSheets, SheetPrinted, SheetsPrinted } from './schema.sheets.ts'
import { tailIn } from './sheet-codes.ts'
import { gridsOf } from './sheets.ts'
import { sheetWords } from './sheets.words.ts'
import { findOrdersByTail } from './sql.sheets.ts'
import type { StoredOrder } from './sql.ts'
import { listWorkRows, type WorkRow } from './sql.work.ts'
import { getOrder } from './standing.ts'
import { statedFor, type Watch, watchOf } from './watching.ts'

/** What one file takes: a page each. */
const PEOPLE_MOST = 100

type Kept = Pick<
  WorkRow,
  'orderId' | 'division' | 'personId' | 'householdId' | 'block' | 'profile' | 'startsAt' | 'endsAt'
>
const keptOf = (order: StoredOrder): Kept => ({ ...order, orderId: order.id, block: null })

const fileOf = (lang: 'zh' | 'en', of: string, grids: Grid[]) => {
  const { title, foot } = sheetWords[lang]
  const content = printGrids({ title, foot, grids }).toString('base64')
  return { fileName: `${title}-${of}.pdf`, type: 'application/pdf', content }
}

/** Fourteen days on paper for one person. */
export const printSheet = operation({
  name: 'isolation.sheet.print',
  summary: { zh: '打印一人的体温监测表', en: "Print one person's sheet of checks" },
  kind: 'read',
  personal: true,
  input: PrintSheet,
  output: SheetPrinted,
  load: async (ctx, { orderId }) => ({ order: await getOrder(ctx, orderId), purpose: ctx.purpose }),
  allow: (actor, { order, purpose }) => maySeeWatched(actor, purpose, order.division),
  async run(ctx, { language: lang }, { order }) {
    const grids = await gridsFor(ctx, await watchOf(ctx), [keptOf(order)], lang)
    return fileOf(lang, order.id.slice(-8), grids)
  },
  audit: ({ input, loaded }) => ({
    subject: loaded.order.personId,
    division: loaded.order.division,
    note: { order: input.orderId },
  }),
})

/** The same for everybody of a village, in the order in which they are walked. */
export const printSheets = operation({
  name: 'isolation.sheet.print-village',
  summary: { zh: '打印全村的体温监测表', en: 'Print the sheets of checks of a village' },
  kind: 'read',
  personal: true,
  input: PrintSheets,
  output: SheetsPrinted,
  load: purposeOf,
  allow: (actor, { purpose }, { division }) => maySeeWatched(actor, purpose, division),
  async run(ctx, { division, after, language: lang }) {
    const watch = await watchOf(ctx)
    const now = await countyMoment(ctx)
    const today = dayInChina(now)
    const query = { area: division, kind: null, state: 'all', after: placeOf(after), limit: PEOPLE_MOST } as const
    const rows = await listWorkRows(ctx.tx, query, statedFor(watch, now, { from: today, to: today }))
    if (rows.length === 0) throw nobodyWatched()
    const file = fileOf(lang, division, await gridsFor(ctx, watch, rows, lang))
    return { ...file, people: rows.length, next: placeCursor(rows, PEOPLE_MOST) }
  },
  audit: ({ input, output }) => ({ count: output.people, division: input.division, note: {} }),
})

async function gridsFor(ctx: Ctx, watch: Watch, rows: readonly Kept[], lang: 'zh' | 'en') {
  const [persons, doors, names] = [
    await maskedMany(
      ctx,
      rows.map(({ personId }) => personId),
      ['address'],
    ),
    await doorsOf(
      ctx,
      rows.flatMap(({ householdId }) => householdId ?? []),
    ),
    await nameOfDivisions(ctx.tx),
  ]
  const around = { lang, address: publicAddress(), planOn: watch.planOn }
  return rows.flatMap(({ orderId, personId, division, block, householdId, profile, startsAt, endsAt }) => {
    const door = (householdId && doors.get(householdId)) || ''
    const place = [names.get(division) ?? division, block ?? '', door]
    const name = persons.get(personId)?.name ?? null
    return gridsOf({ orderId, name, place, startsAt, endsAt, profile: watch.profiles.get(profile) }, around)
  })
}

/** Of two orders whose ids end alike nobody can say which is meant, so neither is. */
export const findSheet = operation({
  name: 'isolation.sheet.find',
  summary: { zh: '按表号找监测表', en: 'Find whose sheet a code stands on' },
  kind: 'read',
  input: FindSheet,
  output: FoundSheet,
  async load({ tx }, { code }) {
    const tail = tailIn(code)
    if (tail === null) throw sheetUnreadable()
    const [found, other] = await findOrdersByTail(tx, tail)
    if (!found || other) throw sheetUnknown()
    return found
  },
  allow: (actor, { division }) => mayCorrect(actor, division),
  run: async (_, __, { id }) => ({ orderId: id }),
  audit: ({ loaded }) => ({ note: { order: loaded.id } }),
})
