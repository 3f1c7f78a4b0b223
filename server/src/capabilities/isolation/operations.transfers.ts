import { type Ctx, operation, within } from '../../kernel/operation.ts'
import type { Problem } from '../../kernel/problem.ts'
import { digestOf, idFrom } from '../../kernel/seal.ts'
import type { Profile } from '../cases/index.ts'
import { findDivisions } from '../places/index.ts'
import { dayInChina, dayOfEnd, endOfDay } from '../places/rules.clock.ts'
import { editionNow } from './editions.ts'
import { homeProblem, judgeDecision } from './judging.ts'
import { auditOrder } from './operations.course.ts'
import { tell } from './operations.open.ts'
import { mayDecide } from './policy.ts'
import { divisionUnknown, freshDecisionNeeded, notUnderProfile, sameAgain, sourceUnknown } from './problems.ts'
import { lastReviewOf } from './rules.ts'
import { ArrivedOf, TransferOrder } from './schema.ts'
import { findSources } from './sql.sources.ts'
import { keepEndings, keepOpenings, type StoredOrder } from './sql.ts'
import { cameBefore, factOf, getOrder, laterProblem, momentProblem } from './standing.ts'

type Decided = NonNullable<TransferOrder['decided']>

/** The decision that holds, as it goes with the person to another place. A review that was due is due there. */
function carried(order: StoredOrder, movedOn: string): Decided {
  const endsOn = dayOfEnd(order.endsAt)
  const latest = lastReviewOf(movedOn, endsOn)
  const due = order.reviewOn < movedOn ? movedOn : order.reviewOn
  return {
    source: { kind: order.sourceKind, ref: order.sourceRef } as Decided['source'],
    documentNo: order.documentNo,
    authority: order.authority,
    decider: order.decider,
    ground: order.ground as Decided['ground'],
    anchorOn: order.anchorOn,
    endsOn,
    reviewOn: due < latest ? due : latest,
    appeal: order.appeal,
  }
}

/** Whoever answers for the person answers for the order, so another place is another order that takes the place of the first. */
export const transferOrder = operation({
  name: 'isolation.order.transfer',
  summary: { zh: '转送(居家与集中互转、换村换户)', en: 'Transfer to another place of isolation' },
  kind: 'write',
  input: TransferOrder,
  output: ArrivedOf,
  load: (ctx, { orderId }) => getOrder(ctx, orderId),
  allow: (actor, order, { division }) => mayDecide(actor, order.division) && within(actor, division),
  async run(ctx, sent, order) {
    const fact = factOf(ctx, sent, sent.division)
    if (await cameBefore(ctx, 'opening', fact)) return { id: sent.id, orderId: order.id, arrival: 'again' as const }
    const movedAt = new Date(sent.movedAt)
    const decided = sent.decided ?? carried(order, dayInChina(movedAt))
    const profile = await editionNow(ctx, order)
    if (!profile) throw notUnderProfile({ profile: order.profile, kind: sent.kind })
    const problem =
      transferProblem(ctx, sent, { order, decided, profile }) ?? (await placeProblem(ctx, sent, { order, decided }))
    if (problem) throw problem
    await keepEndings(ctx.tx, [
      {
        ...fact,
        id: idFrom('isolation.transfer', sent.id),
        division: order.division,
        digest: digestOf({ transferred: sent.id }),
        order_id: order.id,
        ended_at: movedAt,
        why: 'transferred',
        note: null,
        certificate_no: null,
      },
    ])
    await keepOpenings(ctx.tx, [
      {
        ...fact,
        person_id: order.personId,
        household_id: sent.householdId,
        kind: sent.kind,
        profile: order.profile,
        ground: decided.ground,
        anchor_on: decided.anchorOn,
        anchor_kind: order.anchorKind,
        source_kind: decided.source.kind,
        source_ref: decided.source.ref,
        document_no: decided.documentNo,
        authority: decided.authority,
        decider: decided.decider,
        appeal: decided.appeal,
        starts_at: movedAt,
        ends_on: decided.endsOn,
        review_on: decided.reviewOn,
        home_checked_at: sent.home ? new Date(sent.home.checkedAt) : null,
        home_checked_by: sent.home?.checkedBy ?? null,
        home_met: sent.home?.met ?? [],
        follows: order.id,
      },
    ])
    tell(ctx, [order, { id: sent.id, division: sent.division }])
    return { id: sent.id, orderId: order.id, arrival: 'new' as const }
  },
  audit: auditOrder,
})

interface Move {
  order: StoredOrder
  decided: Decided
  profile: Profile
}
function transferProblem(ctx: Ctx, sent: TransferOrder, { order, decided, profile }: Move): Problem | null {
  const movedAt = new Date(sent.movedAt)
  const isSame = sent.kind === order.kind && sent.division === order.division && sent.householdId === order.householdId
  if (isSame) return sameAgain()
  if (sent.kind !== order.kind && !sent.decided) return freshDecisionNeeded()
  return (
    momentProblem(ctx, order, movedAt) ??
    judgeDecision({ ...decided, kind: sent.kind, profile, startsAt: movedAt, now: ctx.now }) ??
    (sent.kind === 'home' ? homeProblem(sent.home, ctx.now) : null)
  )
}

async function placeProblem(
  ctx: Ctx,
  { division, kind }: TransferOrder,
  { order, decided: { source, endsOn } }: Pick<Move, 'order' | 'decided'>,
): Promise<Problem | null> {
  const isKnown = (await findDivisions(ctx.tx, [division])).has(division)
  if (!isKnown || (kind === 'home' && division.length !== 12)) return divisionUnknown({ division })
  const later = await laterProblem(ctx, order, endOfDay(endsOn))
  if (later) return later
  return (await findSources(ctx.tx, [source]))(source)
    ? null
    : sourceUnknown({ kind: source.kind, ref: source.ref ?? '' })
}
