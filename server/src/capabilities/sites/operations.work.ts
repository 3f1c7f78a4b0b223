import { type Actor, type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { endOfDay, midnightInChina } from '../places/rules.clock.ts'
import { aboutSite, keepAt, loadSite, saidAt } from './facts.ts'
import { dayMeals, needsAt } from './matters.ts'
import { mayWorkAt } from './policy.ts'
import { roomUnknown } from './problems.ts'
import { holdsAt, MEALS, mealAt, platesOf } from './rules.ts'
import {
  AskDiary,
  AskMeals,
  DeliverMeal,
  Diary,
  DisinfectionPage,
  ListDisinfections,
  MealSheet,
  RecordActivity,
  RecordDisinfection,
  SetRoutine,
  UseGoods,
} from './schema.work.ts'
import { findRooms, type Site } from './sql.ts'
import {
  countCounselled,
  type Eater,
  keepDisinfected,
  listActivities,
  listDisinfectionRows,
  sumGoods,
} from './sql.work.ts'

export const readingSite = {
  kind: 'read' as const,
  load: loadSite,
  allow: (actor: Actor, site: Site): boolean => mayWorkAt(actor, site),
  audit: () => null,
}

export const setRoutine = operation({
  name: 'sites.routine.set',
  summary: { zh: '设定定时消毒的区域和间隔', en: 'Say what is disinfected how often' },
  ...aboutSite,
  input: SetRoutine,
  run: (ctx, input, site) =>
    keepAt(
      ctx,
      { site, sent: input, table: 'sites.routine' },
      { site_id: site.id, area: input.area, every_hours: input.everyHours },
    ),
})

async function requireRooms({ tx }: Ctx, site: Site, roomIds: readonly string[]): Promise<void> {
  const rooms = await findRooms(tx, roomIds)
  const stranger = roomIds.find((id) => rooms.get(id)?.siteId !== site.id)
  if (stranger) throw roomUnknown({ id: stranger })
}

export const recordDisinfection = operation({
  name: 'sites.disinfection.record',
  summary: { zh: '登记消毒', en: 'Record a disinfection' },
  ...aboutSite,
  input: RecordDisinfection,
  async run(ctx, input, site) {
    const { agent, mgPerLitre, persons } = input
    const [areas, roomIds] = [[...new Set(input.areas)], [...new Set(input.roomIds)]]
    await requireRooms(ctx, site, roomIds)
    const done = await keepAt(
      ctx,
      { site, sent: input, table: 'sites.disinfection' },
      { site_id: site.id, agent, mg_per_litre: mgPerLitre, persons },
    )
    const { county } = ctx.actor
    const common = {
      county,
      disinfection_id: input.id,
      division: site.division,
      site_id: site.id,
      at: saidAt(ctx, input.at),
    }
    const reached = [
      ...areas.map((area) => ({ area, room_id: null })),
      ...roomIds.map((room_id) => ({ area: null, room_id })),
    ]
    if (done.arrival === 'new')
      await keepDisinfected(
        ctx.tx,
        reached.map((one, nth) => ({ ...common, nth, ...one })),
      )
    return done
  },
})

export const listDisinfections = operation({
  name: 'sites.disinfection.list',
  summary: { zh: '消毒记录', en: 'Disinfections of a site' },
  ...readingSite,
  input: ListDisinfections,
  output: DisinfectionPage,
  async run(ctx, { siteId, after, limit }) {
    const rows = await listDisinfectionRows(ctx.tx, siteId, positionOf(after), limit)
    const names = await nameAccounts(
      ctx,
      rows.flatMap(({ accountId }) => accountId ?? []),
    )
    const items = rows.map(({ accountId, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      by: names.get(accountId ?? '')?.name ?? null,
    }))
    return { items, next: cursorOf(rows, limit, ({ at, id }) => ({ at, id })) }
  },
})

/** Door by door, with what goes to it. */
function doorsOf(day: string, eaters: readonly Eater[]) {
  return MEALS.flatMap((meal) => {
    const at = mealAt(day, meal)
    const here = Map.groupBy(
      eaters.filter((one) => holdsAt(one, at)),
      ({ room }) => room,
    )
    return [...here].map(([room, own]) => ({
      room,
      floor: own[0]?.floor ?? 0,
      meal,
      plates: platesOf(own.map((one) => ({ needs: needsAt(one, at) }))),
    }))
  })
}

export const readMeals = operation({
  name: 'sites.meal.read',
  summary: { zh: '当日配餐单', en: 'What the kitchen cooks on a day' },
  ...readingSite,
  input: AskMeals,
  output: MealSheet,
  async run(ctx, { siteId, day }, site) {
    const { eaters, meals } = await dayMeals(ctx, siteId, day, null)
    return { siteName: site.name, day, meals, rooms: doorsOf(day, eaters) }
  },
})

export const deliverMeal = operation({
  name: 'sites.meal.deliver',
  summary: { zh: '登记送餐', en: 'Record that a meal went out' },
  ...aboutSite,
  input: DeliverMeal,
  run: (ctx, input, site) =>
    keepAt(
      ctx,
      { site, sent: input, table: 'sites.meal' },
      { site_id: site.id, day: input.day, meal: input.meal, portions: input.portions },
    ),
})

export const recordActivity = operation({
  name: 'sites.activity.record',
  summary: { zh: '登记文体活动', en: 'Record an activity' },
  ...aboutSite,
  input: RecordActivity,
  run: (ctx, input, site) =>
    keepAt(
      ctx,
      { site, sent: input, table: 'sites.activity' },
      { site_id: site.id, title: input.title, persons: input.persons },
    ),
})

export const useGoods = operation({
  name: 'sites.goods.use',
  summary: { zh: '登记物资消耗', en: 'Record what was used up' },
  ...aboutSite,
  input: UseGoods,
  run: (ctx, input, site) =>
    keepAt(
      ctx,
      { site, sent: input, table: 'sites.goods_use' },
      { site_id: site.id, item: input.item, unit: input.unit, quantity: input.quantity },
    ),
})

export const readDiary = operation({
  name: 'sites.diary.read',
  summary: { zh: '活动、疏导和物资消耗', en: 'Activities, talks and goods used' },
  ...readingSite,
  input: AskDiary,
  output: Diary,
  async run({ tx }, { siteId, from, till }) {
    const since = midnightInChina(from)
    const until = endOfDay(till)
    const [activities, goods, counselled] = await Promise.all([
      listActivities(tx, siteId, since, until),
      sumGoods(tx, siteId, since, until),
      countCounselled(tx, siteId, since, until),
    ])
    return { activities: activities.map((one) => ({ ...one, at: one.at.toISOString() })), goods, counselled }
  },
})
