import { batchOperation, type Ctx, type Sender, type Verdict, within } from '../../kernel/operation.ts'
import { idTaken, type Problem } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { isAhead } from '../places/rules.clock.ts'
import { auditOrders, tell } from './operations.open.ts'
import { mayDecide } from './policy.ts'
import { endedAlready, endOutside, inFuture, orderUnknown } from './problems.ts'
import { certificateNo, isRelease } from './rules.ts'
import { BATCH_MAX, Ended, EndOrder } from './schema.ts'
import { findOrders, keepEndings, type NewEnding, type StoredOrder } from './sql.ts'

/** Orders that end before their time. */
export const endOrders = batchOperation({
  name: 'isolation.order.end',
  summary: { zh: '解除隔离', en: 'End isolation' },
  kind: 'write',
  item: EndOrder,
  done: Ended,
  max: BATCH_MAX,
  load: (ctx, items) =>
    findOrders(
      ctx.tx,
      items.map(({ orderId }) => orderId),
    ),
  allow: (actor, orders, { orderId }) => {
    const order = orders.get(orderId)
    return order && within(actor, order.division) ? mayDecide(actor, order.division) : orderUnknown({ id: orderId })
  },
  async runMany(ctx, items, orders, senders) {
    const ended = new Map([...orders].map(([id, order]) => [id, order]))
    const added: NewEnding[] = []
    const verdicts = items.map((item, at): Verdict<Ended> => {
      const order = ended.get(item.orderId)
      const sender = senders[at]
      if (!order || !sender) throw new Error('isolation: allowed without an order')
      const digest = digestOf(item)
      if (order.endingId !== null) return judgeRepeated(item, order, digest)
      const problem = endProblem(ctx, item, order)
      if (problem) return { ok: false, problem }
      const row = endingOf(ctx, item, { order, sender, digest })
      added.push(row)
      ended.set(order.id, {
        ...order,
        endingId: row.id,
        endingDigest: digest,
        endedAt: row.ended_at,
        certificateNo: row.certificate_no,
      })
      return done(item, 'new', row.certificate_no)
    })
    await keepEndings(ctx.tx, added)
    tell(
      ctx,
      added.map(({ order_id: id, division }) => ({ id, division })),
    )
    return verdicts
  },
  audit: auditOrders,
})

const done = ({ id, orderId }: EndOrder, arrival: 'new' | 'again', certificate: string | null): Verdict<Ended> => ({
  ok: true,
  arrival,
  value: { id, orderId, arrival, certificateNo: certificate },
})

function judgeRepeated(item: EndOrder, order: StoredOrder, digest: Buffer): Verdict<Ended> {
  if (order.endingId !== item.id) {
    return { ok: false, problem: endedAlready({ endedAt: order.endedAt?.toISOString() ?? '' }) }
  }
  return order.endingDigest?.equals(digest)
    ? done(item, 'again', order.certificateNo)
    : { ok: false, problem: idTaken({ id: item.id }) }
}

function endProblem({ now }: Ctx, { why, endedAt }: EndOrder, order: StoredOrder): Problem | null {
  const at = new Date(endedAt)
  if (isAhead(at, now)) return inFuture({ at: endedAt, now: now.toISOString() })
  if (why === 'entered-wrongly' || (at >= order.startsAt && at <= order.endsAt)) return null
  return endOutside({ from: order.startsAt.toISOString(), to: order.endsAt.toISOString() })
}

function endingOf(
  { now }: Ctx,
  item: EndOrder,
  { order, sender, digest }: { order: StoredOrder; sender: Sender; digest: Buffer },
): NewEnding {
  // What was entered by mistake never stood.
  const endedAt = item.why === 'entered-wrongly' ? order.startsAt : new Date(item.endedAt)
  return {
    county: sender.actor.county,
    order_id: order.id,
    id: item.id,
    division: order.division,
    ended_at: endedAt,
    why: item.why,
    note: item.note,
    certificate_no: isRelease(item.why) ? certificateNo(order.id, endedAt) : null,
    recorded_by: sender.actor.accountId,
    recorded_at: new Date(Date.parse(item.recordedAt) + sender.clockOffsetMs),
    received_at: now,
    digest,
  }
}
