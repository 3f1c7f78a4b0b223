import { type Ctx, operation } from '../../kernel/operation.ts'
import { digestOf, idFrom, seal } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { auditOrder } from './operations.course.ts'
import { tell } from './operations.open.ts'
import { mayDecide, mayReceiveAppeal } from './policy.ts'
import { appealDecided, appealToDecider, appealUnknown, beforeStart, inFuture } from './problems.ts'
import { certificateNo } from './rules.ts'
import { ArrivedOf, DecideAppeal, LodgeAppeal } from './schema.ts'
import { findAppeal, keepCourseFact, type StoredAppeal } from './sql.course.ts'
import { keepEndings, type StoredOrder } from './sql.ts'
import { cameBefore, factOf, getOrder } from './standing.ts'

export const appealSeal = (appealId: string): string => `isolation.appeal:${appealId}:said`

/** Wherever somebody says so, it is written down; also when the measure is over already. */
export const lodgeAppeal = operation({
  name: 'isolation.appeal.lodge',
  summary: { zh: '登记申诉', en: 'Write down an appeal' },
  kind: 'write',
  input: LodgeAppeal,
  output: ArrivedOf,
  load: (ctx, { orderId }) => getOrder(ctx, orderId),
  allow: (actor, order) => mayReceiveAppeal(actor, order),
  async run(ctx, sent, order) {
    const { id, said, lodger } = sent
    const fact = factOf(ctx, sent, order.division)
    if (await cameBefore(ctx, 'appeal', fact)) return { id, orderId: order.id, arrival: 'again' as const }
    const lodgedAt = new Date(sent.lodgedAt)
    if (isAhead(lodgedAt, ctx.now)) throw inFuture({ at: sent.lodgedAt, now: ctx.now.toISOString() })
    if (lodgedAt < order.startsAt) throw beforeStart({ startsAt: order.startsAt.toISOString() })
    const words = said === null ? null : seal(said, appealSeal(id))
    await keepCourseFact(ctx.tx, 'appeal', { ...fact, order_id: order.id, lodged_at: lodgedAt, lodger, said: words })
    tell(ctx, [order])
    return { id, orderId: order.id, arrival: 'new' as const }
  },
  audit: auditOrder,
})

/** An appeal that is upheld ends the measure at that moment. */
export const decideAppeal = operation({
  name: 'isolation.appeal.decide',
  summary: { zh: '裁决申诉', en: 'Decide an appeal' },
  kind: 'write',
  input: DecideAppeal,
  output: ArrivedOf,
  async load(ctx, { orderId, appealId }) {
    const [order, appeal] = [await getOrder(ctx, orderId), await findAppeal(ctx.tx, appealId)]
    if (appeal?.orderId !== orderId) throw appealUnknown({ id: appealId })
    return { order, appeal }
  },
  allow: (actor, { order }) => mayDecide(actor, order.division),
  async run(ctx, sent, { order, appeal }) {
    const { id } = sent
    const fact = factOf(ctx, sent, order.division)
    if (await cameBefore(ctx, 'appeal_decision', fact)) return { id, orderId: order.id, arrival: 'again' as const }
    const decidedAt = refuseUnsound(ctx, sent, { order, appeal })
    await keepCourseFact(ctx.tx, 'appeal_decision', {
      ...fact,
      appeal_id: appeal.id,
      decided_at: decidedAt,
      outcome: sent.outcome,
      document_no: sent.documentNo,
      decider: sent.decider,
      reason: sent.reason,
    })
    const isOver = order.endingId !== null || order.endsAt <= decidedAt
    if (sent.outcome === 'upheld' && !isOver) await endByAppeal(ctx, { order, fact, decidedAt })
    tell(ctx, [order])
    return { id, orderId: order.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => auditOrder({ input, output, loaded: loaded.order }),
})

function refuseUnsound(
  { now }: Ctx,
  sent: DecideAppeal,
  { order, appeal }: { order: StoredOrder; appeal: StoredAppeal },
): Date {
  const decidedAt = new Date(sent.decidedAt)
  if (appeal.decided) throw appealDecided()
  if (isAhead(decidedAt, now)) throw inFuture({ at: sent.decidedAt, now: now.toISOString() })
  if (decidedAt < order.startsAt) throw beforeStart({ startsAt: order.startsAt.toISOString() })
  if (sent.outcome !== 'withdrawn' && sent.decider === order.decider) throw appealToDecider({ decider: sent.decider })
  return decidedAt
}

const endByAppeal = (
  { tx }: Ctx,
  { order, fact, decidedAt }: { order: StoredOrder; fact: ReturnType<typeof factOf>; decidedAt: Date },
) =>
  keepEndings(tx, [
    {
      ...fact,
      id: idFrom('isolation.appeal-upheld', fact.id),
      digest: digestOf({ upheld: fact.id }),
      order_id: order.id,
      ended_at: decidedAt,
      why: 'appeal-upheld',
      note: null,
      certificate_no: certificateNo(order.id, decidedAt),
    },
  ])
