import type { z } from 'zod'
import type { Ctx } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { topicUnknown } from './problems.ts'
import { clocksOf, FIRST_MATRIX, gradeOf, type Matrix, nextDue, SHOWN_FROM, stageOf } from './rules.ts'
import type { Topic } from './schema.ts'
import { type CourseRow, findCourses, listMatrices, type Tally, tallyTopics } from './sql.topics.ts'

/** As of when a list shows what is due: asked under the usual role, because the calendar is a neighbour's. */
export async function momentOf(ctx: Ctx, { asOf }: { asOf?: string | undefined }): Promise<{ moment: Date }> {
  return { moment: asOf ? new Date(asOf) : await countyMoment(ctx) }
}

export async function matrixAt(ctx: Ctx, moment: Date): Promise<Matrix> {
  return (await listMatrices(ctx.tx, moment))[0] ?? FIRST_MATRIX
}

/** How a topic stands by its own facts alone, before it is counted. */
export function standing(course: CourseRow, matrix: Matrix, moment: Date) {
  const { likelihood, harm } = course
  const grade = likelihood === null || harm === null ? null : gradeOf(matrix, likelihood, harm)
  const clocks = clocksOf(course, grade, matrix, moment)
  const isOverdue = clocks.first?.state === 'overdue' || clocks.final?.state === 'overdue'
  return { course, grade, clocks, dueAt: nextDue(clocks), isOverdue }
}
export type Standing = ReturnType<typeof standing>

const wireClock = (clock: Standing['clocks']['first']) =>
  clock && { dueAt: clock.dueAt.toISOString(), doneAt: clock.doneAt?.toISOString() ?? null, state: clock.state }

function wire({ course, grade, clocks, dueAt }: Standing, tally: Tally): z.input<typeof Topic> {
  const { foundAt, reportedAt, verifiedAt, answeredAt, settledAt: _, closedAt, ...said } = course
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    ...said,
    ...{ items: tally.items, villages: tally.villages, reach: tally.reach, itemsAfterAnswer: tally.itemsAfterAnswer },
    firstHeardAt: tally.firstHeardAt.toISOString(),
    lastHeardAt: tally.lastHeardAt.toISOString(),
    grade,
    stage: stageOf(course),
    foundAt: foundAt.toISOString(),
    reportedAt: iso(reportedAt),
    verifiedAt: iso(verifiedAt),
    answeredAt: iso(answeredAt),
    closedAt: iso(closedAt),
    first: wireClock(clocks.first),
    final: wireClock(clocks.final),
    dueAt: iso(dueAt),
  }
}

/** With its counts; what has fewer than ten items, because some were taken out of it, is not shown. */
export async function counted(
  ctx: Ctx,
  standings: readonly Standing[],
  moment: Date,
): Promise<Array<z.input<typeof Topic>>> {
  if (standings.length === 0) return []
  const ids = standings.map(({ course }) => course.id)
  const tallies = new Map((await tallyTopics(ctx.tx, ids, moment)).map((one) => [one.id, one]))
  return standings.flatMap((one) => {
    const tally = tallies.get(one.course.id)
    return tally && tally.items >= SHOWN_FROM ? [wire(one, tally)] : []
  })
}

export async function getTopic(ctx: Ctx, topicId: string, moment: Date): Promise<z.input<typeof Topic>> {
  const [course] = await findCourses(ctx.tx, [topicId], moment)
  const [topic] = course ? await counted(ctx, [standing(course, await matrixAt(ctx, moment), moment)], moment) : []
  if (!topic) throw topicUnknown({ id: topicId })
  return topic
}
