import type { z } from 'zod'
import type { Ctx } from '../../kernel/operation.ts'
import { dayInChina, dayOfEnd, midnightInChina } from '../places/rules.clock.ts'
import { PART_SHOWN_FROM } from './rules.ts'
import type { Week } from './schema.ts'
import { findCourses } from './sql.topics.ts'
import { countWeek, findAdvice, listTopicsOf } from './sql.week.ts'
import { counted, matrixAt, type Standing, standing } from './topics.ts'

const DAY_MS = 86_400_000

/** Seven days that end with the day of the moment. */
export const weekEnding = (moment: Date): string => dayInChina(new Date(moment.getTime() - 6 * DAY_MS))

const TOPICS_SHOWN = 20
export type WeekSaid = z.input<typeof Week>

/** What a week brought: as it stood at its end, or at the moment when it has not ended. */
export async function weekOf(ctx: Ctx, weekOn: string, moment: Date): Promise<WeekSaid> {
  const from = midnightInChina(weekOn)
  const till = new Date(from.getTime() + 7 * DAY_MS)
  const asOf = till < moment ? new Date(till.getTime() - 1) : moment
  const { tx } = ctx
  const [count, heard, advice, matrix] = [
    await countWeek(tx, from, till),
    await listTopicsOf(tx, from, till),
    await findAdvice(tx, weekOn),
    await matrixAt(ctx, asOf),
  ]
  const courses = await findCourses(
    tx,
    heard.map(({ id }) => id),
    asOf,
  )
  const standings = courses.map((course) => standing(course, matrix, asOf))
  const within = (at: Date | null): boolean => at !== null && at >= from && at < till
  const itemsOf = new Map(heard.map(({ id, items }) => [id, items]))
  const byItems = [...standings].sort((a, b) => (itemsOf.get(b.course.id) ?? 0) - (itemsOf.get(a.course.id) ?? 0))
  const verified = standings.filter(({ course }) => within(course.verifiedAt))
  const verdicts = { true: 0, false: 0, unsettled: 0 }
  for (const { course } of verified) if (course.verdict) verdicts[course.verdict] += 1
  return {
    weekOn,
    tillOn: dayOfEnd(till),
    ...count,
    found: standings.filter(({ course }) => within(course.foundAt)).length,
    answered: standings.filter(({ course }) => within(course.answeredAt)).length,
    overdue: standings.filter(({ isOverdue }) => isOverdue).length,
    verdicts,
    first: kept(standings, ({ clocks }) => clocks.first, till),
    final: kept(standings, ({ clocks }) => clocks.final, till),
    medianHoursToAnswer: median(standings.filter(({ course }) => within(course.answeredAt))),
    themes: themesOf(standings, itemsOf, from),
    topics: await counted(ctx, byItems.slice(0, TOPICS_SHOWN), asOf),
    advice,
  }
}

/** Of the clocks that ran out or were stopped by the end of the week: how many were kept. */
function kept(standings: readonly Standing[], of: (one: Standing) => Standing['clocks']['first'], till: Date) {
  const due = standings
    .flatMap((one) => of(one) ?? [])
    .filter(({ state, dueAt }) => state !== 'running' && dueAt < till)
  return { due: due.length, kept: due.filter(({ state }) => state === 'kept').length }
}

function median(answered: readonly Standing[]): number | null {
  const hours = answered
    .map(({ course }) => ((course.answeredAt?.getTime() ?? 0) - course.foundAt.getTime()) / 3_600_000)
    .sort((a, b) => a - b)
  const middle = hours[Math.floor((hours.length - 1) / 2)]
  return middle === undefined ? null : Math.round(middle * 10) / 10
}

function themesOf(standings: readonly Standing[], itemsOf: ReadonlyMap<string, number>, from: Date) {
  const groups = Map.groupBy(standings, ({ course }) => course.theme)
  return [...groups]
    .map(([theme, own]) => {
      const items = own.reduce((sum, { course }) => sum + (itemsOf.get(course.id) ?? 0), 0)
      return {
        theme,
        topics: own.length,
        items: items >= PART_SHOWN_FROM ? items : null,
        isNew: own.every(({ course }) => course.foundAt >= from),
      }
    })
    .sort((a, b) => (b.items ?? 0) - (a.items ?? 0) || b.topics - a.topics)
}
