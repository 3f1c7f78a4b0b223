import type { z } from 'zod'
import type { Ctx } from '../../kernel/operation.ts'
import { checksAt } from '../isolation/index.ts'
import { dayInChina } from '../places/rules.clock.ts'
import { dueOf, holdsAt, MEALS, type Meal, mealAt, platesOf } from './rules.ts'
import type { DayMeal, DueArea, Matters } from './schema.work.ts'
import { type LodgerDetails, listLodgerRows, listObserved } from './sql.lodging.ts'
import { listOpenTransfers, type Transfer } from './sql.rides.ts'
import type { Site } from './sql.ts'
import { type Eater, listDelivered, listEaters, listRoutines } from './sql.work.ts'
import { type SiteStanding, standingOfSites } from './standing.ts'

const DAY_MS = 86_400_000

type Course = Pick<Transfer, 'arrivedAt' | 'cleanedAt'>
export const stateOf = ({ arrivedAt, cleanedAt }: Course): 'under-way' | 'to-clean' | 'done' =>
  cleanedAt ? 'done' : arrivedAt ? 'to-clean' : 'under-way'

/** What somebody could eat at a moment: the last that was said by then. */
export const needsAt = ({ said }: Eater, moment: Date): string[] =>
  said.findLast(({ at }) => new Date(at) <= moment)?.needs ?? []

export function mealsOf(
  day: string,
  eaters: readonly Eater[],
  delivered: ReadonlyArray<{ meal: Meal; portions: number }>,
): Array<z.infer<typeof DayMeal>> {
  return MEALS.map((meal) => {
    const at = mealAt(day, meal)
    const here = eaters.filter((one) => holdsAt(one, at))
    return {
      meal,
      at: at.toISOString(),
      persons: here.length,
      plates: platesOf(here.map((one) => ({ needs: needsAt(one, at) }))),
      delivered: delivered.find((one) => one.meal === meal)?.portions ?? null,
    }
  })
}

export async function dayMeals({ tx }: Ctx, siteId: string, day: string, moment: Date | null) {
  const from = mealAt(day, 'breakfast')
  const till = new Date(mealAt(day, 'dinner').getTime() + 1)
  const [eaters, delivered] = await Promise.all([
    listEaters(tx, siteId, from, till),
    listDelivered(tx, siteId, day, moment),
  ])
  return { eaters, meals: mealsOf(day, eaters, delivered) }
}

export async function areasDue({ tx }: Ctx, siteId: string, moment: Date): Promise<DueArea[]> {
  const routines = await listRoutines(tx, siteId, moment)
  return routines.flatMap((routine) => {
    const due = dueOf(routine, moment)
    if (!due) return []
    const { area, everyHours, lastDoneAt, dueAt, isOverdue } = due
    const told = { everyHours, lastDoneAt: lastDoneAt?.toISOString() ?? null, dueAt: dueAt.toISOString() }
    return [{ ...told, area: area as DueArea['area'], overdue: isOverdue }]
  })
}

/** Checks that are open now, or were not done in time; of whoever's order the reader may know. */
async function readingsOpen(ctx: Ctx, lodgers: readonly LodgerDetails[], moment: Date): Promise<Matters['readings']> {
  const orders = await listObserved(
    ctx.tx,
    lodgers.map(({ orderId }) => orderId),
  )
  if (orders.length === 0) return []
  const checks = await checksAt(ctx, orders, moment)
  return lodgers
    .toSorted((a, b) => (a.room < b.room ? -1 : 1))
    .flatMap(({ orderId, room }) =>
      (checks.get(orderId) ?? []).flatMap(({ slot, standing }) =>
        standing === 'due' || standing === 'missed' ? [{ room, slot, standing }] : [],
      ),
    )
}

const LODGERS_MAX = 500
export interface SiteNow {
  standing: SiteStanding
  areas: DueArea[]
  meals: Array<z.infer<typeof DayMeal>>
  matters: Matters
}
/** Everything about a site at a moment, and what of it is open. */
export async function siteAt(ctx: Ctx, site: Site, moment: Date): Promise<SiteNow> {
  const { tx } = ctx
  const day = dayInChina(moment)
  const [standings, areas, { meals }, transfers, lodgers] = await Promise.all([
    standingOfSites(ctx, [site.id], moment),
    areasDue(ctx, site.id, moment),
    dayMeals(ctx, site.id, day, moment),
    listOpenTransfers(tx, site.id, moment),
    listLodgerRows(tx, { siteId: site.id, moment, after: null, limit: LODGERS_MAX }),
  ])
  const standing = standings.get(site.id)
  if (!standing) throw new Error('sites: a site without a standing')
  const waiting = standing.rooms.filter((one) => one.standing.state === 'to-disinfect')
  const open = transfers.map((one) => ({
    id: one.id,
    vehicle: one.vehicle,
    to: one.toPlace,
    leftAt: one.leftAt.toISOString(),
    state: stateOf({
      arrivedAt: one.arrivedAt && one.arrivedAt <= moment ? one.arrivedAt : null,
      cleanedAt: null,
    }),
  }))
  const matters: Matters = {
    persons: standing.capacity.persons,
    toDisinfect: waiting.flatMap(({ room, standing: { vacatedAt, isOverdue } }) =>
      vacatedAt ? [{ room: room.label, vacatedAt: vacatedAt.toISOString(), overdue: isOverdue }] : [],
    ),
    overdueAreas: areas.filter(({ overdue }) => overdue).map(({ area, dueAt }) => ({ area, dueAt })),
    transfers: open,
    mealsToDeliver: meals
      .filter(({ persons, delivered, at }) => persons > 0 && delivered === null && new Date(at) <= moment)
      .map(({ meal, persons }) => ({ meal, persons })),
    readings: await readingsOpen(ctx, lodgers, moment),
    counselling: lodgers.flatMap(({ room, counsellingDueOn }) =>
      counsellingDueOn !== null && counsellingDueOn <= day ? [{ room, dueOn: counsellingDueOn }] : [],
    ),
    leaving: lodgers
      .filter(({ until }) => until.getTime() - moment.getTime() <= DAY_MS)
      .map(({ room, until }) => ({ room, until: until.toISOString() })),
  }
  return { standing, areas, meals, matters }
}
