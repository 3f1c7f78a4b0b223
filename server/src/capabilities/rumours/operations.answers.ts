import { type Ctx, operation, performWithin } from '../../kernel/operation.ts'
import { readOrganisation } from '../command/index.ts'
import { auditOf, bare, keepFact, ofTopic } from './facts.ts'
import { mayRule, mayWork } from './policy.ts'
import { bodyUnknown, pieceUnknown, verdictUnknown } from './problems.ts'
import { AnswerTopic, FactKept, SetWatch } from './schema.ts'
import { findVerdict } from './sql.history.ts'
import { findAnswer } from './sql.neighbours.ts'

/** The clock of the answer stops when a piece has gone out, not when it is written. */
export const answerTopic = operation({
  name: 'rumours.topic.answer',
  summary: { zh: '登记答复:已发布的一篇答复', en: 'A topic is answered: by a piece that has gone out' },
  kind: 'write',
  apart: true,
  input: AnswerTopic,
  output: FactKept,
  load: async ({ tx }: Ctx, { pieceId, topicId }) => ({ piece: await findAnswer(tx, pieceId, topicId) }),
  allow: (actor) => mayWork(actor),
  run(ctx, { topicId, verdictId, pieceId, channels, ...sent }, { piece }) {
    const said = { topic_id: topicId, verdict_id: verdictId, piece_id: pieceId, channels: channels.map(bare) }
    return keepFact(ctx, 'rumours.answer', sent, said, async (at) => {
      await ofTopic(ctx, topicId, at)
      if (!piece || piece.publishedAt > at) throw pieceUnknown({ id: pieceId })
      const verdict = await findVerdict(ctx.tx, topicId, verdictId)
      if (!verdict || verdict.at > at) throw verdictUnknown({ id: verdictId })
    })
  },
  audit: auditOf,
})

export const setWatch = operation({
  name: 'rumours.watch.set',
  summary: { zh: '指定 24 小时值守组', en: 'Say whose rota is the watch of twenty-four hours' },
  kind: 'write',
  apart: true,
  input: SetWatch,
  output: FactKept,
  load: async (ctx: Ctx, { bodyId, at }) => {
    const { bodies } = await performWithin(ctx, readOrganisation, { asOf: at })
    return { isKnown: bodies.some(({ id }) => id === bodyId) }
  },
  allow: (actor) => mayRule(actor),
  run: (ctx, { bodyId, ...sent }, { isKnown }) =>
    keepFact(ctx, 'rumours.watch', sent, { body_id: bodyId }, async () => {
      if (!isKnown) throw bodyUnknown({ id: bodyId })
    }),
  audit: auditOf,
})
