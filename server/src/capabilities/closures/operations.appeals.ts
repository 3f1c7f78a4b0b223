import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { loadOrder, loadSubject, pastAt, tell } from './facts.ts'
import { mayDecide, mayInspect } from './policy.ts'
import { appealDecided, appealToDecider, appealUnknown, beforeThat, notHeld } from './problems.ts'
import { DecideAppeal, Kept, LodgeAppeal } from './schema.ts'
import { type Appeal, findAppeal } from './sql.course.ts'
import { listHolds } from './sql.orders.ts'

/** Wherever a firm objects, it is written down; also when the closure is over already. */
export const lodgeAppeal = operation({
  name: 'closures.appeal.lodge',
  summary: { zh: '登记对关停的申诉', en: 'Write down an appeal against a closure' },
  kind: 'write',
  input: LodgeAppeal,
  output: Kept,
  load: loadSubject,
  allow: (actor, subject) => mayInspect(actor, subject),
  async run(ctx, input, subject) {
    if (await isAgain(ctx, 'closures.appeal', input)) return { id: input.id, arrival: 'again' as const }
    const order = await loadOrder(ctx, input)
    if (!(await listHolds(ctx.tx, subject.id)).some(({ id }) => id === order.id)) throw notHeld()
    const at = pastAt(ctx, input.at)
    if (at < order.startsAt) throw beforeThat({ at: order.startsAt.toISOString() })
    const said = { order_id: order.id, subject_id: subject.id, letter_no: input.letterNo, at }
    await keepNew(ctx, 'closures.appeal', { ...originOf(ctx, subject, input), ...said })
    tell(ctx, subject, subject.id)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.id,
    division: loaded.division,
    note: { order: input.orderId, arrival: output.arrival },
  }),
})

async function loadAppeal({ tx }: Ctx, { appealId }: { appealId: string }): Promise<Appeal> {
  const found = await findAppeal(tx, appealId)
  if (!found) throw appealUnknown({ id: appealId })
  return found
}

/** An appeal that is upheld frees this one from that closure; the others it holds for stay closed. */
export const decideAppeal = operation({
  name: 'closures.appeal.decide',
  summary: { zh: '答复申诉', en: 'Answer an appeal' },
  kind: 'write',
  input: DecideAppeal,
  output: Kept,
  load: loadAppeal,
  allow: (actor, appeal) => mayDecide(actor, appeal),
  async run(ctx, input) {
    await lockOne(ctx, `closures.appeal/${input.appealId}`)
    if (await isAgain(ctx, 'closures.appeal_decision', input)) return { id: input.id, arrival: 'again' as const }
    const appeal = await loadAppeal(ctx, input)
    const order = await loadOrder(ctx, appeal)
    const at = pastAt(ctx, input.at)
    const { outcome, decider, reason } = input
    if (appeal.decided) throw appealDecided()
    if (at < appeal.at) throw beforeThat({ at: appeal.at.toISOString() })
    if (outcome !== 'withdrawn' && decider === order.decider) throw appealToDecider({ decider })
    const about = { appeal_id: appeal.id, order_id: appeal.orderId, subject_id: appeal.subjectId }
    const row = { ...originOf(ctx, appeal, input), ...about, outcome, decider, reason, at }
    await keepNew(ctx, 'closures.appeal_decision', row)
    tell(ctx, appeal, appeal.subjectId)
    return { id: input.id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.subjectId,
    division: loaded.division,
    note: { outcome: input.outcome, arrival: output.arrival },
  }),
})
