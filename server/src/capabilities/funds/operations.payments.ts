import { isAgain, keepNew, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { getCommitment } from './operations.commitments.ts'
import { momentOf, type PaperColumns, paperOf, tell } from './origin.ts'
import { mayKeepFunds, mayReadFunds } from './policy.ts'
import { post, roomFor } from './posting.ts'
import { decidedAlready, paymentUnknown, secondPerson, whyNeeded } from './problems.ts'
import { needsTwo } from './rules.ts'
import { AskPayment, DecidePayment, ListPayments, PaymentKept, PaymentPage } from './schema.ts'
import { type Commitment, findPayment, listPaymentRows, type Payment, paidThatDay } from './sql.commitments.ts'
import { lockSource, ruleAt } from './sql.ts'

const AGAIN = 'again' as const
const NEW = 'new' as const
interface Paying {
  id: string
  division: string
  sourceId: string
  purposeId: string
  commitmentId: string
  fen: number
  paper: PaperColumns
}
const pay = (ctx: Ctx, { id, ...of }: Paying, at: Date) =>
  post(ctx, [{ ...of, id, kind: 'paid' as const, paymentId: id, at }])

export const askPayment = operation({
  name: 'funds.payment.ask',
  summary: { zh: '付款(超过限额的须另一人批准)', en: 'Pay, or ask for it above the limit of one person' },
  kind: 'write',
  input: AskPayment,
  output: PaymentKept,
  load: getCommitment,
  allow: (actor, commitment: Commitment) => mayKeepFunds(actor, commitment),
  async run(ctx, input, commitment) {
    const { id, fen } = input
    const { division, sourceId, purposeId, id: commitmentId } = commitment
    await lockSource(ctx, sourceId)
    if (await isAgain(ctx, 'funds.payment', input))
      return { id, arrival: AGAIN, state: (await findPayment(ctx.tx, id, ctx.now))?.state ?? 'waiting' }
    const at = momentOf(ctx, input.at, commitment.at)
    const paper = await paperOf(ctx, input.paper)
    const moved = {
      fromAccount: 'committed',
      toAccount: 'paid',
      purposeId,
      toPurposeId: null,
      commitmentId,
      fen,
    } as const
    await roomFor(ctx, sourceId, moved, at)
    const [above, today] = [await ruleAt(ctx.tx, at), await paidThatDay(ctx.tx, commitmentId, at)]
    await keepNew(ctx, 'funds.payment', {
      ...originOf(ctx, { division }, input),
      commitment_id: commitmentId,
      fen,
      ...paper,
      at,
    })
    tell(ctx, division, [id])
    if (needsTwo(fen, today, above)) return { id, arrival: NEW, state: 'waiting' as const }
    await pay(ctx, { id, division, sourceId, purposeId, commitmentId, fen, paper }, at)
    return { id, arrival: NEW, state: 'paid' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { commitment: loaded.id, fen: input.fen, state: output.state, arrival: output.arrival },
  }),
})

export async function getPayment({ tx, now }: Ctx, { paymentId }: { paymentId: string }): Promise<Payment> {
  const found = await findPayment(tx, paymentId, now)
  if (!found) throw paymentUnknown({ id: paymentId })
  return found
}

export const decidePayment = operation({
  name: 'funds.payment.decide',
  summary: { zh: '批准或退回付款', en: 'Approve or refuse a payment' },
  kind: 'write',
  input: DecidePayment,
  output: PaymentKept,
  load: getPayment,
  allow: (actor, payment: Payment) => mayKeepFunds(actor, payment),
  async run(ctx, input, { sourceId }) {
    const { id, paymentId, decision, why } = input
    await lockSource(ctx, sourceId)
    const payment = await getPayment(ctx, input)
    if (await isAgain(ctx, 'funds.payment_decision', input)) return { id, arrival: AGAIN, state: payment.state }
    if (payment.state !== 'waiting') throw decidedAlready({ state: payment.state })
    if (payment.by === ctx.actor.accountId) throw secondPerson()
    if (decision === 'refused' && why === null) throw whyNeeded()
    const at = momentOf(ctx, input.at, payment.at)
    const { division, purposeId, commitmentId, fen } = payment
    const origin = originOf(ctx, { division }, input)
    await keepNew(ctx, 'funds.payment_decision', { ...origin, payment_id: paymentId, decision, why, at })
    tell(ctx, division, [paymentId])
    if (decision === 'refused') return { id, arrival: NEW, state: 'refused' as const }
    const { documentId, documentNo, authority, documentOn } = payment
    const paper = { document_id: documentId, document_no: documentNo, authority, document_on: documentOn }
    await pay(ctx, { id: paymentId, division, sourceId, purposeId, commitmentId, fen, paper }, at)
    return { id, arrival: NEW, state: 'paid' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.paymentId,
    division: loaded.division,
    note: { decision: input.decision, fen: loaded.fen, arrival: output.arrival },
  }),
})

export const listPayments = operation({
  name: 'funds.payment.list',
  summary: { zh: '付款', en: 'Payments, the latest first' },
  kind: 'read',
  input: ListPayments,
  output: PaymentPage,
  allow: (actor) => mayReadFunds(actor),
  async run(ctx, { asOf, state = null, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listPaymentRows(ctx.tx, { moment, state, after: positionOf(after), limit })
    const items = rows.map(({ by, purposeId: _p, sourceId: _s, ...row }) => ({
      ...{ ...row, at: row.at.toISOString() },
      mine: by !== null && by === ctx.actor.accountId,
    }))
    return { items, next: cursorOf(rows, limit, (row) => row) }
  },
  audit: () => null,
})
