import { type Ctx, operation } from '../../kernel/operation.ts'
import { auditOf, bare, keepFact, ofTopic } from './facts.ts'
import { mayWork } from './policy.ts'
import { otherContent, sameTopic, topicUnknown, wordingElsewhere } from './problems.ts'
import { SHOWN_FROM } from './rules.ts'
import { FactKept, MergeTopics, SplitTopic } from './schema.ts'
import { beginTopic, isFound, moveWordings, standingIn } from './sql.history.ts'
import { keepFindings, lockWords } from './sql.signals.ts'
import { findCourses } from './sql.topics.ts'

const shown = async (ctx: Ctx, id: string) => {
  if ((await findCourses(ctx.tx, [id], ctx.now)).length === 0) throw topicUnknown({ id })
}

/** The same thing in words too different for the machine: all that was said there stands here from now on. */
export const mergeTopics = operation({
  name: 'rumours.topic.merge',
  summary: { zh: '把一个话题并入另一个', en: 'Put a topic into another one' },
  kind: 'write',
  apart: true,
  input: MergeTopics,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  async run(ctx, { topicId, intoId, why, ...sent }) {
    if (topicId === intoId) throw sameTopic()
    await lockWords(ctx.tx, ctx.actor.county)
    const said = { kind: 'merged', topic_id: topicId, into_id: intoId, why: bare(why) }
    const arrived = await keepFact(ctx, 'rumours.regrouping', sent, said, async (at) => {
      await ofTopic(ctx, topicId, at)
      await shown(ctx, topicId)
      await shown(ctx, intoId)
    })
    if (arrived.arrival === 'new')
      await moveWordings(ctx.tx, { topicId, intoId, regroupingId: sent.id, only: null, now: ctx.now })
    return arrived
  },
  audit: auditOf,
})

/** Two things that were taken for one: some of the wordings begin a topic of their own. */
export const splitTopic = operation({
  name: 'rumours.topic.split',
  summary: { zh: '把一些说法分出去另立话题', en: 'Let some wordings of a topic begin one of their own' },
  kind: 'write',
  apart: true,
  input: SplitTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  async run(ctx, { topicId, intoId, wordings, why, ...sent }) {
    if (topicId === intoId) throw sameTopic()
    await lockWords(ctx.tx, ctx.actor.county)
    await beginTopic(ctx.tx, ctx.actor.county, intoId, ctx.now)
    const said = { kind: 'split', topic_id: topicId, into_id: intoId, why: bare(why) }
    const arrived = await keepFact(ctx, 'rumours.regrouping', sent, said, async (at) => {
      await ofTopic(ctx, topicId, at)
      if (await isFound(ctx.tx, intoId)) throw otherContent({ id: intoId })
      const own = await standingIn(ctx.tx, topicId, wordings)
      const missing = wordings.find((id) => !own.has(id))
      if (missing) throw wordingElsewhere({ id: missing })
    })
    if (arrived.arrival === 'new') {
      await moveWordings(ctx.tx, { topicId, intoId, regroupingId: sent.id, only: wordings, now: ctx.now })
      await keepFindings(ctx.tx, [intoId], SHOWN_FROM, ctx.now)
    }
    return arrived
  },
  audit: auditOf,
})
