import { createHash } from 'node:crypto'
import { type Actor, type Ctx, within } from '../../kernel/operation.ts'
import { nameAccounts } from '../access/index.ts'
import { attachmentVoid } from './problems.documents.ts'
import type { AttachmentRow, File, StoredFile, Upload, WholeFile } from './schema.files.ts'

/** The columns of a file, whoever keeps it. */
export function columnsOf({ fileName, type, content: encoded }: Upload) {
  const content = Buffer.from(encoded, 'base64')
  const sha256 = createHash('sha256').update(content).digest()
  return { file_name: fileName, type, size: content.length, sha256, content }
}

/** Files as a list shows them; who marked one as void is said where the reader may know who works here. */
export async function attachmentRows(
  ctx: Ctx,
  files: readonly StoredFile[],
  { named = true }: { named?: boolean } = {},
): Promise<AttachmentRow[]> {
  const by = named ? files.flatMap(({ voidBy }) => voidBy ?? []) : []
  const names = await nameAccounts(ctx, by)
  return files.map(({ id, fileName, type, size, sha256, voidedAt, voidWhy, voidBy }) => ({
    ...{ id, fileName, type, size },
    sha256: sha256.toString('hex'),
    void:
      voidedAt && voidWhy
        ? { at: voidedAt.toISOString(), why: voidWhy, by: names.get(voidBy ?? '')?.name ?? null }
        : null,
  }))
}

/** The file itself. What is void is still looked into by whoever audits the area it is of, and by nobody else. */
export function fileSent(actor: Actor, { id, fileName, type, content, voidedAt, division }: WholeFile): File {
  if (voidedAt && !(actor.role === 'auditor' && within(actor, division))) throw attachmentVoid({ id })
  return { fileName, type, content: content.toString('base64') }
}
