import { isAgain, keepNew, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { momentOf, type PaperColumns, paperOf, tell } from './origin.ts'
import { mayKeepFunds } from './policy.ts'
import { fitting, getSource, post, roomFor, rowOf } from './posting.ts'
import { entryUnknown, notReversible, samePurpose, sourceUnknown } from './problems.ts'
import { type Moved, mirrorOf } from './rules.ts'
import { GiveBack, Kept, Reassign, Reverse } from './schema.ts'
import { type Entry, findEntry, lockSource, type Source } from './sql.ts'

const AGAIN = 'again' as const
const NEW = 'new' as const
const loadSource = (ctx: Ctx, { sourceId }: { sourceId: string }) => getSource(ctx, sourceId)
const said = ({ id, fen }: { id: string; fen: number }, { division, id: source }: Source, arrival: string) => ({
  subject: id,
  division,
  note: { source, fen, arrival },
})

export const reassign = operation({
  name: 'funds.entry.reassign',
  summary: { zh: '调整资金用途', en: 'Move money to another purpose' },
  kind: 'write',
  input: Reassign,
  output: Kept,
  load: loadSource,
  allow: (actor, source: Source) => mayKeepFunds(actor, source),
  async run(ctx, input, source) {
    const { id, purposeId, toPurposeId, fen, why } = input
    if (purposeId === toPurposeId) throw samePurpose()
    await lockSource(ctx, source.id)
    if (await isAgain(ctx, 'funds.entry', input)) return { id, arrival: AGAIN }
    await fitting(ctx, source, [purposeId, toPurposeId])
    const [at, paper] = [momentOf(ctx, input.at), await paperOf(ctx, input.paper)]
    const of = { id, division: source.division, sourceId: source.id, sent: input }
    await post(ctx, [{ ...of, kind: 'reassigned', purposeId, toPurposeId, fen, why, at, paper }])
    return { id, arrival: NEW }
  },
  audit: ({ input, output, loaded }) => said(input, loaded, output.arrival),
})

export const giveBack = operation({
  name: 'funds.entry.give-back',
  summary: { zh: '退回或上缴结余资金', en: 'Give money back to where it came from' },
  kind: 'write',
  input: GiveBack,
  output: Kept,
  load: loadSource,
  allow: (actor, source: Source) => mayKeepFunds(actor, source),
  async run(ctx, input, source) {
    const { id, purposeId, fen, why } = input
    await lockSource(ctx, source.id)
    if (await isAgain(ctx, 'funds.entry', input)) return { id, arrival: AGAIN }
    await fitting(ctx, source, [purposeId])
    const [at, paper] = [momentOf(ctx, input.at), await paperOf(ctx, input.paper)]
    const of = { id, division: source.division, sourceId: source.id, sent: input }
    await post(ctx, [{ ...of, kind: 'returned', purposeId, fen, why, at, paper }])
    return { id, arrival: NEW }
  },
  audit: ({ input, output, loaded }) => said(input, loaded, output.arrival),
})

const paperOfEntry = ({ documentId, documentNo, authority, documentOn }: Entry): PaperColumns => ({
  document_id: documentId,
  document_no: documentNo,
  authority,
  document_on: documentOn,
})

export const reverse = operation({
  name: 'funds.entry.reverse',
  summary: { zh: '冲正一笔分录', en: 'Reverse an entry' },
  kind: 'write',
  input: Reverse,
  output: Kept,
  async load({ tx }, { entryId }) {
    const entry = await findEntry(tx, entryId)
    if (!entry) throw entryUnknown({ id: entryId })
    return entry
  },
  allow: (actor, entry: Entry) => mayKeepFunds(actor, entry),
  async run(ctx, input, { sourceId, division, ...entry }) {
    const { id, entryId, why } = input
    await lockSource(ctx, sourceId)
    if (await isAgain(ctx, 'funds.entry', input)) return { id, arrival: AGAIN }
    const standing = await findEntry(ctx.tx, entryId)
    if (!standing) throw sourceUnknown({ id: sourceId })
    if (standing.kind === 'reversed' || standing.reversedBy) throw notReversible({ id: entryId })
    const at = momentOf(ctx, input.at, standing.at)
    const back: Moved = mirrorOf(standing)
    await roomFor(ctx, sourceId, back, at)
    const origin = originOf(ctx, { division }, input)
    const paper = paperOfEntry(standing)
    const row = {
      ...origin,
      kind: 'reversed',
      ...rowOf(back),
      source_id: sourceId,
      payment_id: null,
      reverses: entryId,
    }
    await keepNew(ctx, 'funds.entry', { ...row, why, ...paper, at })
    tell(ctx, division, [id, entry.id])
    return { id, arrival: NEW }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.id,
    division: loaded.division,
    note: { reverses: input.entryId, fen: loaded.fen, arrival: output.arrival },
  }),
})
