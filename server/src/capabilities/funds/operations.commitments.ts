import { isAgain, keepNew, originOf } from '../../kernel/facts.ts'
import { type Ctx, cursorOf, operation, positionOf } from '../../kernel/operation.ts'
import { countyMoment } from '../retention/index.ts'
import { momentOf, paperOf, tell } from './origin.ts'
import { mayKeepFunds, mayReadFunds } from './policy.ts'
import { fitting, getSource, post } from './posting.ts'
import { commitmentUnknown } from './problems.ts'
import { Commit, CommitmentPage, Kept, ListCommitments, Refund, Release } from './schema.ts'
import { type Commitment, findCommitment, listCommitmentRows } from './sql.commitments.ts'
import { lockSource, type Source } from './sql.ts'

const AGAIN = 'again' as const
const NEW = 'new' as const

export async function getCommitment({ tx }: Ctx, { commitmentId }: { commitmentId: string }): Promise<Commitment> {
  const found = await findCommitment(tx, commitmentId)
  if (!found) throw commitmentUnknown({ id: commitmentId })
  return found
}

export const commit = operation({
  name: 'funds.commitment.add',
  summary: { zh: '登记支出承诺(合同、订单)', en: 'Commit money: a contract or an order' },
  kind: 'write',
  input: Commit,
  output: Kept,
  load: (ctx, { sourceId }) => getSource(ctx, sourceId),
  allow: (actor, source: Source) => mayKeepFunds(actor, source),
  async run(ctx, input, source) {
    const { id, purposeId, title, payee, fen } = input
    await lockSource(ctx, source.id)
    if (await isAgain(ctx, 'funds.commitment', input)) return { id, arrival: AGAIN }
    await fitting(ctx, source, [purposeId])
    const [at, paper] = [momentOf(ctx, input.at), await paperOf(ctx, input.paper)]
    const of = { purpose_id: purposeId, source_id: source.id, title, payee }
    await keepNew(ctx, 'funds.commitment', { ...originOf(ctx, source, input), ...of, ...paper, at })
    const { division, id: sourceId } = source
    await post(ctx, [{ id, division, kind: 'committed', sourceId, purposeId, commitmentId: id, fen, at, paper }])
    tell(ctx, division, [id])
    return { id, arrival: NEW }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { source: input.sourceId, fen: input.fen, arrival: output.arrival },
  }),
})

export const listCommitments = operation({
  name: 'funds.commitment.list',
  summary: { zh: '支出承诺', en: 'Commitments, the latest first' },
  kind: 'read',
  input: ListCommitments,
  output: CommitmentPage,
  allow: (actor) => mayReadFunds(actor),
  async run(ctx, { asOf, after, limit }) {
    const moment = asOf ? new Date(asOf) : await countyMoment(ctx)
    const rows = await listCommitmentRows(ctx.tx, moment, positionOf(after), limit)
    return {
      items: rows.map((row) => ({ ...row, at: row.at.toISOString() })),
      next: cursorOf(rows, limit, (row) => row),
    }
  },
  audit: () => null,
})

type Input = { id: string; commitmentId: string; fen: number; why: string; at: string }
/** Between a promise and what stands around it: the same work in two directions. */
async function moveOf(ctx: Ctx, kind: 'released' | 'refunded', input: Input, commitment: Commitment) {
  const { id, fen, why } = input
  const { sourceId, purposeId, division, id: commitmentId } = commitment
  await lockSource(ctx, sourceId)
  if (await isAgain(ctx, 'funds.entry', input)) return { id, arrival: AGAIN }
  const at = momentOf(ctx, input.at, commitment.at)
  const paper = await paperOf(ctx, null)
  await post(ctx, [{ id, division, kind, sourceId, purposeId, commitmentId, fen, why, at, paper, sent: input }])
  return { id, arrival: NEW }
}
const said = (done: { input: Input; output: { arrival: string }; loaded: Commitment }) => ({
  subject: done.input.id,
  division: done.loaded.division,
  note: { commitment: done.loaded.id, fen: done.input.fen, arrival: done.output.arrival },
})

export const release = operation({
  name: 'funds.commitment.release',
  summary: { zh: '释放未支付的承诺', en: 'Release what will not be paid of a commitment' },
  kind: 'write',
  input: Release,
  output: Kept,
  load: getCommitment,
  allow: (actor, commitment: Commitment) => mayKeepFunds(actor, commitment),
  run: (ctx, input, commitment) => moveOf(ctx, 'released', input, commitment),
  audit: said,
})

export const refund = operation({
  name: 'funds.commitment.refund',
  summary: { zh: '登记收款方退款', en: 'Record what the payee gave back' },
  kind: 'write',
  input: Refund,
  output: Kept,
  load: getCommitment,
  allow: (actor, commitment: Commitment) => mayKeepFunds(actor, commitment),
  run: (ctx, input, commitment) => moveOf(ctx, 'refunded', input, commitment),
  audit: said,
})
