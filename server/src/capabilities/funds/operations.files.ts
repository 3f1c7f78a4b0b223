import { idCursor } from '../../kernel/db.ts'
import { isAgain, keepNew, keepOne, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation, within } from '../../kernel/operation.ts'
import { Attached, attachmentRows, columnsOf, File, fileSent } from '../command/index.ts'
import { getCommitment } from './operations.commitments.ts'
import { getDonation } from './operations.donations.ts'
import { getPayment } from './operations.payments.ts'
import { tell } from './origin.ts'
import { mayKeepFunds, mayReadFunds } from './policy.ts'
import { getSource } from './posting.ts'
import { fileAlreadyVoid, fileOfPerson, fileUnknown } from './problems.ts'
import { AddFundFile, AskFundFile, FundFilePage, ListFundFiles, type Subject, VoidFundFile } from './schema.files.ts'
import { Kept } from './schema.ts'
import { besideColumn, findFundFile, listFileRows } from './sql.files.ts'

interface Beside {
  division: string
  ofPerson: boolean
}
/** What a file stands beside, as far as whoever asks may know of it. */
async function besideWhat(ctx: Ctx, { of, subjectId }: Subject): Promise<Beside> {
  if (of === 'donation') {
    const { division, donorKind } = await getDonation(ctx, { donationId: subjectId })
    return { division, ofPerson: donorKind === 'person' }
  }
  const { division } =
    of === 'payment'
      ? await getPayment(ctx, { paymentId: subjectId })
      : of === 'commitment'
        ? await getCommitment(ctx, { commitmentId: subjectId })
        : await getSource(ctx, subjectId)
  return { division, ofPerson: false }
}

export const addFundFile = operation({
  name: 'funds.file.add',
  summary: { zh: '上传拨款文件、合同、发票等附件', en: 'Attach a notice, contract, invoice or deed of gift' },
  kind: 'write',
  input: AddFundFile,
  output: Attached,
  load: besideWhat,
  allow: (actor, beside: Beside) => mayKeepFunds(actor, beside),
  async run(ctx, input, { division, ofPerson }) {
    // Who gave is known to `people` alone; a scan would say it in the open.
    if (ofPerson) throw fileOfPerson()
    const { id } = input
    const columns = columnsOf(input)
    const row = { ...originOf(ctx, { division }, input), ...besideColumn(input), ...columns }
    const arrival = await keepOne(ctx, 'funds.file', row)
    if (arrival === 'new') tell(ctx, division, [id])
    return { id, sha256: columns.sha256.toString('hex'), arrival }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.subjectId,
    division: loaded.division,
    note: { file: input.id, sha256: output.sha256, arrival: output.arrival },
  }),
})

async function getFile({ tx }: Ctx, { fileId }: { fileId: string }) {
  const file = await findFundFile(tx, fileId)
  if (!file) throw fileUnknown({ id: fileId })
  return file
}

/** The way out for a file that should not have been put there. */
export const voidFundFile = operation({
  name: 'funds.file.void',
  summary: { zh: '作废传错的资金附件', en: 'Mark a file beside money as void' },
  kind: 'write',
  input: VoidFundFile,
  output: Kept,
  load: getFile,
  allow: (actor, { division }) => mayKeepFunds(actor, { division }),
  async run(ctx, input, { division }) {
    const { id, fileId, why } = input
    await lockOne(ctx, `funds.file/${fileId}`)
    if (await isAgain(ctx, 'funds.file_void', input)) return { id, arrival: 'again' as const }
    if ((await getFile(ctx, input)).voidedAt) throw fileAlreadyVoid({ id: fileId })
    await keepNew(ctx, 'funds.file_void', { ...originOf(ctx, { division }, input), file_id: fileId, why })
    tell(ctx, division, [fileId])
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.fileId,
    division: loaded.division,
    note: { why: input.why, arrival: output.arrival },
  }),
})

export const listFundFiles = operation({
  name: 'funds.file.list',
  summary: { zh: '一笔资金的附件', en: 'Files beside an appropriation, commitment, payment or donation' },
  kind: 'read',
  input: ListFundFiles,
  output: FundFilePage,
  load: besideWhat,
  allow: (actor, { division }: Beside) => mayReadFunds(actor) && within(actor, division),
  async run(ctx, { after, limit, ...subject }) {
    const rows = await listFileRows(ctx.tx, subject, idCursor(after), limit)
    return { items: await attachmentRows(ctx, rows), next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) }
  },
  audit: () => null,
})

export const readFundFile = operation({
  name: 'funds.file.read',
  summary: { zh: '下载资金附件', en: 'Download a file beside money' },
  kind: 'read',
  input: AskFundFile,
  output: File,
  load: getFile,
  allow: (actor, { division }) => mayReadFunds(actor) && within(actor, division),
  run: async ({ actor }, _input, file) => fileSent(actor, file),
  audit: ({ input: { fileId }, loaded: { division, voidedAt } }) =>
    voidedAt && { subject: fileId, division, note: { void: fileId } },
})
