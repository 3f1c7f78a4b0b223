import { isAgain, keepNew, lockOne, originOf } from '../../kernel/facts.ts'
import { type Ctx, operation } from '../../kernel/operation.ts'
import { getDocument, loadDocument, tell, type Whole } from './documents.ts'
import { columnsOf, fileSent } from './files.ts'
import { mayDraft, mayReadDraft, mayReadIssued } from './policy.documents.ts'
import { alreadyVoid, attachmentStands, attachmentUnknown, stepOutOfOrder } from './problems.documents.ts'
import { mayVoid } from './rules.documents.ts'
import { AskAttachment, AttachFile, Kept, VoidAttachment } from './schema.documents.ts'
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

async function getFile({ tx }: Ctx, attachmentId: string) {
  const file = await findFile(tx, attachmentId)
  if (!file) throw attachmentUnknown({ id: attachmentId })
  return file
}

/** The way out for a file that should not have been uploaded, until it is part of a document that stands. */
export const voidAttachment = operation({
  name: 'command.attachment.void',
  summary: { zh: '作废传错的附件', en: 'Mark an attachment as void' },
  kind: 'write',
  input: VoidAttachment,
  output: Kept,
  load: (ctx, { attachmentId }) => getFile(ctx, attachmentId),
  allow: (actor, { division }) => mayDraft(actor, { division }),
  async run(ctx, input, { documentId, division }) {
    const { id, attachmentId, why } = input
    await lockOne(ctx, `command.document/${documentId}`)
    if (await isAgain(ctx, 'command.attachment_void', input)) return { id, arrival: 'again' as const }
    if ((await getFile(ctx, attachmentId)).voidedAt) throw alreadyVoid({ id: attachmentId })
    const { issued, state } = await getDocument(ctx, documentId)
    if (!mayVoid(state, issued?.content.attachments ?? [], attachmentId)) throw attachmentStands({ id: attachmentId })
    const origin = originOf(ctx, { division }, input)
    await keepNew(ctx, 'command.attachment_void', { ...origin, attachment_id: attachmentId, why })
    tell(ctx, division, documentId)
    return { id, arrival: 'new' as const }
  },
  audit: ({ input, output, loaded }) => ({
    subject: loaded.documentId,
    division: loaded.division,
    note: { attachment: input.attachmentId, why: input.why, arrival: output.arrival },
  }),
})

export const readAttachment = operation({
  name: 'command.attachment.read',
  summary: { zh: '下载附件', en: 'Download an attachment' },
  kind: 'read',
  input: AskAttachment,
  output: File,
  async load(ctx, { attachmentId }) {
    const file = await getFile(ctx, attachmentId)
    const issued = (await findIssued(ctx.tx, [file.documentId])).get(file.documentId)
    return { file, isIssued: issued?.content.attachments.some(({ id }) => id === attachmentId) ?? false }
  },
  allow: (actor, { file, isIssued }) => (isIssued ? mayReadIssued(actor) : mayReadDraft(actor, file)),
  run: async ({ actor }, _input, { file }) => fileSent(actor, file),
  audit: ({ input, loaded: { file } }) =>
    file.voidedAt && { subject: file.documentId, division: file.division, note: { void: input.attachmentId } },
})
