import { type Ctx, operation, positionOf } from '../../kernel/operation.ts'
import { mayRead } from './policy.ts'
import { likenessOf, piecesOf, shinglesOf } from './rules.likeness.ts'
import { shownCount } from './rules.ts'
import { AskTopic, ListTopics, TopicPage, TopicRead } from './schema.ts'
import { listHistory } from './sql.history.ts'
import { findCandidates } from './sql.signals.ts'
import {
  findCourses,
  listChannels,
  listCourses,
  listDays,
  listOpenCourses,
  listTownships,
  listWordings,
} from './sql.topics.ts'
import { counted, getTopic, matrixAt, momentOf, type Standing, standing } from './topics.ts'

/** What runs out first stands first; then the graver; then what was found last. */
const FAR = Date.UTC(9999, 0)
const gravity = ({ grade }: Standing): number => ['low', 'medium', 'high'].indexOf(grade ?? 'high')
const place = (one: Standing): string =>
  `${new Date(one.dueAt?.getTime() ?? FAR).toISOString()}~${2 - gravity(one)}~${one.course.id}`

const isOfDay = (at: Date | null, moment: Date): boolean =>
  at !== null && moment.getTime() - at.getTime() < 86_400_000 && at <= moment

export const listTopics = operation({
  name: 'rumours.topic.list',
  summary: { zh: '话题列表(满十条才显示),按时限排列', en: 'Topics of ten items or more, by what runs out first' },
  kind: 'read',
  apart: true,
  input: ListTopics,
  output: TopicPage,
  load: momentOf,
  allow: (actor) => mayRead(actor),
  async run(ctx, { show, theme = null, after, limit }, { moment }) {
    const matrix = await matrixAt(ctx, moment)
    const weigh = (course: Standing['course']) => standing(course, matrix, moment)
    const open = (await listOpenCourses(ctx.tx, moment, theme)).map(weigh)
    const counts = {
      open: open.length,
      overdue: open.filter(({ isOverdue }) => isOverdue).length,
      unassessed: open.filter(({ grade }) => grade === null).length,
      answeredToday: open.filter(({ course }) => isOfDay(course.answeredAt, moment)).length,
    }
    const asOf = moment.toISOString()
    if (show === 'closed' || show === 'all') {
      const rows = await listCourses(ctx.tx, moment, {
        closed: show === 'closed',
        theme,
        after: positionOf(after),
        limit,
      })
      const last = rows.length < limit ? undefined : rows.at(-1)
      const next = last ? `${last.foundAt.toISOString()}~${last.id}` : null
      return { asOf, items: await counted(ctx, rows.map(weigh), moment), next, counts }
    }
    const wanted = open
      .filter(({ isOverdue }) => show === 'open' || isOverdue)
      .map((one) => ({ one, at: place(one) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .filter(({ at }) => !after || at > after)
    const page = wanted.slice(0, limit)
    const next = wanted.length > limit ? (page.at(-1)?.at ?? null) : null
    const items = await counted(
      ctx,
      page.map(({ one }) => one),
      moment,
    )
    return { asOf, items, next, counts }
  },
  audit: () => null,
})

const WORDINGS_SHOWN = 12
export const readTopic = operation({
  name: 'rumours.topic.read',
  summary: {
    zh: '一个话题:说法、范围、时限、经过',
    en: 'One topic: how it is said, how far it goes, its clocks and its course',
  },
  kind: 'read',
  apart: true,
  input: AskTopic,
  output: TopicRead,
  load: momentOf,
  allow: (actor) => mayRead(actor),
  async run(ctx, { topicId }, { moment }) {
    const topic = await getTopic(ctx, topicId, moment)
    const { tx } = ctx
    const [wordings, channels, townships, days, history] = await Promise.all([
      listWordings(tx, topicId, WORDINGS_SHOWN),
      listChannels(tx, topicId, moment),
      listTownships(tx, topicId, moment),
      listDays(tx, topicId, moment),
      listHistory(tx, topicId, moment),
    ])
    const hushed = (parts: typeof channels) => parts.map(({ code, items }) => ({ code, items: shownCount(items) }))
    return {
      asOf: moment.toISOString(),
      topic,
      wordings,
      channels: hushed(channels),
      townships: hushed(townships),
      days: days.map(({ code, items }) => ({ day: code, items })).sort((a, b) => (a.day < b.day ? -1 : 1)),
      history: history.map((one) => ({ ...one, at: one.at.toISOString() })),
      alike: await alikeTo(ctx, topicId, wordings, moment),
    }
  },
  audit: () => null,
})

const SUGGESTED_FROM = 0.15
/** Topics that may be the same one in other words: for somebody to decide. */
async function alikeTo(ctx: Ctx, topicId: string, wordings: ReadonlyArray<{ words: string }>, moment: Date) {
  const asked = wordings.slice(0, 3).map(({ words }) => shinglesOf(words))
  const best = new Map<string, number>()
  for (const found of await findCandidates(ctx.tx, asked.map(piecesOf))) {
    const likeness = likenessOf(asked[found.nth] ?? new Set(), shinglesOf(found.words))
    if (found.topicId !== topicId && likeness >= SUGGESTED_FROM)
      best.set(found.topicId, Math.max(best.get(found.topicId) ?? 0, likeness))
  }
  const matrix = await matrixAt(ctx, moment)
  const shown = await counted(
    ctx,
    (await findCourses(ctx.tx, [...best.keys()], moment)).map((course) => standing(course, matrix, moment)),
    moment,
  )
  return shown
    .map(({ id, title }) => ({ id, title, likeness: Math.round((best.get(id) ?? 0) * 100) / 100 }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
}
