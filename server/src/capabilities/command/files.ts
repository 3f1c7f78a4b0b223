import { createHash } from 'node:crypto'
import type { AttachmentRow, File, StoredFile, Upload } from './schema.files.ts'

/** The columns of a file, whoever keeps it. */
export function columnsOf({ fileName, type, content: encoded }: Upload) {
  const content = Buffer.from(encoded, 'base64')
  const sha256 = createHash('sha256').update(content).digest()
  return { file_name: fileName, type, size: content.length, sha256, content }
}

export const attachmentRow = ({ id, fileName, type, size, sha256 }: StoredFile): AttachmentRow => ({
  ...{ id, fileName, type, size },
  sha256: sha256.toString('hex'),
})

export const fileSent = ({ fileName, type, content }: StoredFile & { content: Buffer }): File => ({
  ...{ fileName, type },
  content: content.toString('base64'),
})
