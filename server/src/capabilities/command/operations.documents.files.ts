import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { operation } from '../../kernel/operation.ts'
import { loadDocument, type Whole } from './documents.ts'
import { columnsOf, fileSent } from './files.ts'
import { mayDraft, mayReadDraft, mayReadIssued } from './policy.documents.ts'
import { attachmentUnknown, stepOutOfOrder } from './problems.documents.ts'
import { AskAttachment, AttachFile } from './schema.documents.ts'
import { Attached, File } from './schema.files.ts'
import { findFile, findIssued } from './sql.documents.ts'

/** A file is uploaded before the draft that names it is submitted; nothing is added to what was issued. */
export const attachFile = operation({
  name: 'command.attachment.add',
  summary: { zh: '上传附件', en: 'Upload an attachment' },
  kind: 'write',
  input: AttachFile,
  output: Attached,
  load: loadDocument,
  allow: (actor, whole: Whole) => mayDraft(actor, whole),
  async run(ctx, input, { division, state }) {
    const { documentId } = input
    const columns = columnsOf(input)
    const done = { id: input.id, sha256: columns.sha256.toString('hex') }
    await lockOne(ctx, `command.document/${documentId}`)
    if (await isAgain(ctx, 'command.attachment', input)) return { ...done, arrival: 'again' as const }
    if (!OPEN.has(state)) throw stepOutOfOrder({ state, step: 'revised' })
    const origin = originOf(ctx, { division }, input)
    await keepNew(ctx, 'command.attachment', { ...origin, document_id: documentId, ...columns })
    return { ...done, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: input.documentId,
    division: loaded.division,
    note: { attachment: input.id, sha256: output.sha256, arrival: output.arrival },
  }),
})
const OPEN: ReadonlySet<string> = new Set(['drafting', 'returned', 'passed'])

export const readAttachment = operation({
  name: 'command.attachment.read',
  summary: { zh: '下载附件', en: 'Download an attachment' },
  kind: 'read',
  input: AskAttachment,
  output: File,
  async load({ tx }, { attachmentId }) {
    const file = await findFile(tx, attachmentId)
    if (!file) throw attachmentUnknown({ id: attachmentId })
    const issued = (await findIssued(tx, [file.documentId])).get(file.documentId)
    return { file, isIssued: issued?.content.attachments.some(({ id }) => id === attachmentId) ?? false }
  },
  allow: (actor, { file, isIssued }) => (isIssued ? mayReadIssued(actor) : mayReadDraft(actor, file)),
  run: async (_ctx, _input, { file }) => fileSent(file),
  audit: () => null,
})
