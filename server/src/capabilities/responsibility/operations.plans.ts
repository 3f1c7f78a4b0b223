import { operation } from '../../kernel/operation.ts'
import { idTaken } from '../../kernel/problem.ts'
import { digestOf } from '../../kernel/seal.ts'
import { holderOf } from './holders.ts'
import { origin, tellPosts, timeProblem } from './operations.posts.ts'
import { dutiesOf, planFor } from './planning.ts'
import { mayManage } from './policy.ts'
import { planStale } from './problems.ts'
import type { PlanPiece } from './rules.plan.ts'
import { AppliedPlan, ApplyPlan, AskPlan, Proposal } from './schema.plans.ts'
import { keepDuties, keepDutyEnds } from './sql.duties.ts'
import { findPlan, keepPlan, lockVillage, type PlanDoor } from './sql.plans.ts'

export const proposePlan = operation({
  name: 'responsibility.plan.propose',
  summary: {
    zh: '生成分派方案(相邻的户不拆开,只看不改)',
    en: 'Propose who answers for whom, neighbours together; changes nothing',
  },
  kind: 'read',
  input: AskPlan,
  output: Proposal,
  allow: (actor, _loaded, { division }) => mayManage(actor, division),
  async run(ctx, asked) {
    const { plan, basis, usual, most, doors, seats, before, begins, ends } = await planFor(ctx, asked)
    const lines = plan.lines.map(({ postId, load, pieces }) => {
      const seat = seats.get(postId)
      return {
        postId,
        title: seat?.title ?? '',
        holder: seat ? holderOf(seat) : null,
        before: before.get(postId)?.length ?? 0,
        load,
        pieces: pieces.map((piece) => showPiece(piece, doors)),
      }
    })
    const cut = new Set(
      plan.lines.flatMap(({ pieces }) => pieces.flatMap(({ unit, whole }) => (whole || !unit ? [] : unit))),
    )
    return {
      ...asked,
      basis,
      households: doors.size,
      usual,
      most,
      lines,
      leftOver: plan.left.length,
      ends: ends.length,
      begins: begins.length,
      cut: cut.size,
    }
  },
  audit: () => null,
})

function showPiece({ whole, households }: PlanPiece, doors: ReadonlyMap<string, PlanDoor>) {
  const own = households.flatMap((id) => doors.get(id) ?? [])
  const walk = own.map(({ walkOrder }) => walkOrder)
  return {
    compoundId: own[0]?.compoundId ?? null,
    block: own[0]?.block ?? null,
    whole,
    households: households.length,
    firstDoor: walk.reduce((least, door) => Math.min(least, door)),
    lastDoor: walk.reduce((greatest, door) => Math.max(greatest, door)),
  }
}

export const applyPlan = operation({
  name: 'responsibility.plan.apply',
  summary: {
    zh: '执行分派方案(整批生效;情况有变则拒绝)',
    en: 'Apply a plan as one; refused when anything has changed since',
  },
  kind: 'write',
  input: ApplyPlan,
  output: AppliedPlan,
  allow: (actor, _loaded, { division }) => mayManage(actor, division),
  async run(ctx, input) {
    const { id, division, kind, mode, basis } = input
    const digest = digestOf(input)
    await lockVillage(ctx.tx, division)
    const known = await findPlan(ctx.tx, id)
    if (known) {
      if (!known.digest.equals(digest)) throw idTaken({ id })
      return { id, arrival: 'again' as const, begun: known.begun, ended: known.ended, leftOver: known.leftOver }
    }
    const at = new Date(input.at)
    const late = timeProblem(at, ctx.now)
    if (late) throw late
    const planned = await planFor(ctx, { division, kind, mode })
    if (planned.basis !== basis) throw planStale()
    const ended = planned.ends.map(({ id: duty_id }) => ({
      ...origin(ctx),
      duty_id,
      division,
      ended_at: at,
      plan_id: id,
    }))
    await keepDutyEnds(ctx.tx, ended)
    const begun = dutiesOf(ctx, planned, { id, division, at })
    await keepDuties(ctx.tx, begun)
    const counts = { begun: begun.length, ended: ended.length, leftOver: planned.plan.left.length }
    const { leftOver: left_over, ...numbers } = counts
    const plan = { ...origin(ctx), ...numbers, left_over, id, division, kind, mode, basis, applied_at: at, digest }
    if ((await keepPlan(ctx.tx, plan)) !== 'new') throw idTaken({ id })
    const touched = [...planned.ends, ...planned.begins].map(({ postId }) => ({ id: postId, division }))
    tellPosts(ctx, touched)
    return { id, arrival: 'new' as const, ...counts }
  },
  audit: ({ input, output }) => ({
    division: input.division,
    count: output.begun + output.ended,
    note: { plan: input.id, kind: input.kind, mode: input.mode, arrival: output.arrival, left: output.leftOver },
  }),
})
