import { type Ctx, operation } from '../../kernel/operation.ts'
import { addDays, dayInChina, dayOfEnd, endOfDay } from '../places/rules.clock.ts'
import { countyMoment } from '../retention/index.ts'
import { editionNow } from './editions.ts'
import { homeProblem, judgeDecision } from './judging.ts'
import { tell } from './operations.open.ts'
import { mayDecide } from './policy.ts'
import { notLonger, notShorter, notUnderProfile, reviewTooLate, sourceUnknown } from './problems.ts'
import { lastReviewOf, REVIEW_DAYS } from './rules.ts'
import { ArrivedOf, ExtendOrder, ReviewOrder, ShortenOrder } from './schema.ts'
import { keepCourseFact } from './sql.course.ts'
import { findSources } from './sql.sources.ts'
import type { StoredOrder } from './sql.ts'
import { cameBefore, factOf, getOrder, laterProblem, standingProblem } from './standing.ts'

const ofOrder = {
  kind: 'write',
  output: ArrivedOf,
  load: (ctx: Ctx, { orderId }: { orderId: string }) => getOrder(ctx, orderId),
  allow: (actor: Ctx['actor'], { division }: StoredOrder) => mayDecide(actor, division),
} as const

export const auditOrder = ({
  input,
  output,
  loaded,
}: {
  input: { orderId: string }
  output: { arrival: string }
  loaded: StoredOrder
}) => ({ subject: input.orderId, division: loaded.division, note: { arrival: output.arrival } })

const done = ({ id, orderId }: { id: string; orderId: string }, arrival: 'new' | 'again') => ({ id, orderId, arrival })

export const extendOrder = operation({
  name: 'isolation.order.extend',
  summary: { zh: '延长隔离(重新决定)', en: 'Extend isolation by a fresh decision' },
  ...ofOrder,
  input: ExtendOrder,
  async run(ctx, sent, order) {
    const fact = factOf(ctx, sent, order.division)
    if (await cameBefore(ctx, 'extension', fact)) return done(sent, 'again')
    const decidedAt = new Date(sent.decidedAt)
    const { source, endsOn, reviewOn, anchorOn } = sent
    const profile = await editionNow(ctx, order)
    if (!profile) throw notUnderProfile({ profile: order.profile, kind: order.kind })
    const problem =
      standingProblem(ctx, order, decidedAt, await countyMoment(ctx)) ??
      (endsOn <= dayOfEnd(order.endsAt) ? notLonger({ endsOn: dayOfEnd(order.endsAt) }) : null) ??
      judgeDecision({ kind: order.kind, profile, startsAt: decidedAt, anchorOn, endsOn, reviewOn, now: ctx.now }) ??
      (await laterProblem(ctx, order, endOfDay(endsOn)))
    if (problem) throw problem
    if (!(await findSources(ctx.tx, [source]))(source))
      throw sourceUnknown({ kind: source.kind, ref: source.ref ?? '' })
    await keepCourseFact(ctx.tx, 'extension', {
      ...fact,
      order_id: order.id,
      ground: sent.ground,
      anchor_on: anchorOn,
      source_kind: source.kind,
      source_ref: source.ref,
      document_no: sent.documentNo,
      authority: sent.authority,
      decider: sent.decider,
      appeal: sent.appeal,
      decided_at: decidedAt,
      ends_on: endsOn,
      review_on: reviewOn,
    })
    tell(ctx, [order])
    return done(sent, 'new')
  },
  audit: auditOrder,
})

export const shortenOrder = operation({
  name: 'isolation.order.shorten',
  summary: { zh: '缩短隔离', en: 'Shorten isolation' },
  ...ofOrder,
  input: ShortenOrder,
  async run(ctx, sent, order) {
    const fact = factOf(ctx, sent, order.division)
    if (await cameBefore(ctx, 'shortening', fact)) return done(sent, 'again')
    const moment = await countyMoment(ctx)
    const problem = standingProblem(ctx, order, moment, moment)
    if (problem) throw problem
    const from = dayInChina(moment)
    const to = addDays(dayOfEnd(order.endsAt), -1)
    if (sent.endsOn < from || sent.endsOn > to) throw notShorter({ from, to })
    const { endsOn: ends_on, decider, why } = sent
    await keepCourseFact(ctx.tx, 'shortening', { ...fact, order_id: order.id, ends_on, decider, why })
    tell(ctx, [order])
    return done(sent, 'new')
  },
  audit: auditOrder,
})

export const reviewOrder = operation({
  name: 'isolation.order.review',
  summary: { zh: '复核隔离', en: 'Review isolation' },
  ...ofOrder,
  input: ReviewOrder,
  async run(ctx, sent, order) {
    const fact = factOf(ctx, sent, order.division)
    if (await cameBefore(ctx, 'review', fact)) return done(sent, 'again')
    const reviewedAt = new Date(sent.reviewedAt)
    const problem = standingProblem(ctx, order, reviewedAt, await countyMoment(ctx)) ?? homeNow(ctx, order, sent)
    if (problem) throw problem
    const reviewedOn = dayInChina(reviewedAt)
    const by = addDays(reviewedOn, REVIEW_DAYS)
    if (sent.nextOn < reviewedOn || sent.nextOn > by) throw reviewTooLate({ by: lastReviewOf(reviewedOn, by) })
    await keepCourseFact(ctx.tx, 'review', {
      ...fact,
      order_id: order.id,
      reviewed_at: reviewedAt,
      reviewer: sent.reviewer,
      home_met: sent.homeMet,
      next_on: sent.nextOn,
    })
    tell(ctx, [order])
    return done(sent, 'new')
  },
  audit: auditOrder,
})

/** A home that does not do any more is no place to go on: the person is moved to a central one. */
const homeNow = ({ now }: Ctx, { kind }: StoredOrder, { homeMet, reviewedAt, reviewer }: ReviewOrder) =>
  kind === 'home' && homeMet ? homeProblem({ checkedAt: reviewedAt, checkedBy: reviewer, met: homeMet }, now) : null
