import { operation } from '../../kernel/operation.ts'
import { auditOf, bare, keepFact, ofTopic } from './facts.ts'
import { mayRule, mayWork } from './policy.ts'
import { turnOutOfOrder } from './problems.ts'
import { AssessTopic, CodeTopic, FactKept, ReferMatter, ReportTopic, TurnTopic, VerifyTopic } from './schema.ts'
import { findCourses } from './sql.topics.ts'

export const codeTopic = operation({
  name: 'rumours.topic.code',
  summary: { zh: '给话题定名、归类', en: 'Name a topic and file it under a theme' },
  kind: 'write',
  apart: true,
  input: CodeTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  run: (ctx, { topicId, title, theme, kind, ...sent }) =>
    keepFact(ctx, 'rumours.coding', sent, { topic_id: topicId, title: bare(title), theme, kind }, (at) =>
      ofTopic(ctx, topicId, at),
    ),
  audit: auditOf,
})

export const assessTopic = operation({
  name: 'rumours.topic.assess',
  summary: { zh: '研判传播可能与危害', en: 'Judge how likely a topic spreads and how much harm it does' },
  kind: 'write',
  apart: true,
  input: AssessTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  run: (ctx, { topicId, likelihood, harm, why, ...sent }) =>
    keepFact(ctx, 'rumours.assessment', sent, { topic_id: topicId, likelihood, harm, why: bare(why) }, (at) =>
      ofTopic(ctx, topicId, at),
    ),
  audit: auditOf,
})

export const reportTopic = operation({
  name: 'rumours.topic.report',
  summary: { zh: '上报话题', en: 'Report a topic to whoever answers for the matter' },
  kind: 'write',
  apart: true,
  input: ReportTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  run: (ctx, { topicId, authority, note, ...sent }) =>
    keepFact(
      ctx,
      'rumours.report',
      sent,
      { topic_id: topicId, authority: bare(authority), note: note === null ? null : bare(note) },
      (at) => ofTopic(ctx, topicId, at),
    ),
  audit: auditOf,
})

export const verifyTopic = operation({
  name: 'rumours.topic.verify',
  summary: {
    zh: '核实结论(属实、不实、暂不能定),写明专家岗位和依据',
    en: 'A finding by a named post with its sources: true, false or unsettled',
  },
  kind: 'write',
  apart: true,
  input: VerifyTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  run: (ctx, { topicId, verdict, expert, sources, reasoning, ...sent }) =>
    keepFact(
      ctx,
      'rumours.verdict',
      sent,
      { topic_id: topicId, verdict, expert: bare(expert), sources: bare(sources), reasoning: bare(reasoning) },
      (at) => ofTopic(ctx, topicId, at),
    ),
  audit: auditOf,
})

export const referMatter = operation({
  name: 'rumours.matter.refer',
  summary: {
    zh: '把事(不是人)移交其他部门:文号、部门、日期',
    en: 'Refer a matter, never a person, to another authority: document number, authority, date',
  },
  kind: 'write',
  apart: true,
  input: ReferMatter,
  output: FactKept,
  allow: (actor) => mayRule(actor),
  run: (ctx, { topicId, matter, documentNo, authority, sentOn, note, ...sent }) =>
    keepFact(
      ctx,
      'rumours.referral',
      sent,
      {
        ...{ topic_id: topicId, matter, document_no: bare(documentNo), authority: bare(authority) },
        ...{ sent_on: sentOn, note: bare(note) },
      },
      (at) => ofTopic(ctx, topicId, at),
    ),
  audit: auditOf,
})

export const turnTopic = operation({
  name: 'rumours.topic.turn',
  summary: { zh: '办结或重新打开话题', en: 'Close a topic, or open it again' },
  kind: 'write',
  apart: true,
  input: TurnTopic,
  output: FactKept,
  allow: (actor) => mayWork(actor),
  run: (ctx, { topicId, turn, why, ...sent }) =>
    keepFact(ctx, 'rumours.turn', sent, { topic_id: topicId, turn, why: bare(why) }, async (at) => {
      await ofTopic(ctx, topicId, at)
      const [course] = await findCourses(ctx.tx, [topicId], at)
      if (course && (turn === 'closed') === (course.closedAt !== null)) throw turnOutOfOrder()
    }),
  audit: auditOf,
})
