import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { KeptFile, type Voiding } from '../../ui/kept-file.tsx'
import { attachmentOf, type DocumentDetails, touchesDocuments } from './queries.ts'

type Attachment = DocumentDetails['files'][number]

/** The file is void, and a draft that can be revised names it no longer. */
async function markVoid({ id: documentId, content, next, versionId }: DocumentDetails, fileId: string, said: Voiding) {
  const path = { params: { path: { attachmentId: fileId } }, body: said }
  await answer(api.POST('/document-attachments/{attachmentId}/void', path))
  const attachments = content.attachments.filter(({ id }) => id !== fileId)
  if (!next.includes('revised') || attachments.length === content.attachments.length) return
  const version = { id: newId(), onVersion: versionId ?? '', content: { ...content, attachments } }
  await answer(api.POST('/documents/{documentId}/versions', { params: { path: { documentId } }, body: version }))
}

/** The file as it was uploaded; its hash stands beside it, and anybody who has a copy can compare. */
export function AttachedFile({ document, file }: { document: DocumentDetails; file: Attachment }) {
  return (
    <KeptFile
      file={file}
      mayVoid={file.mayVoid}
      take={() => attachmentOf(file.id)}
      markVoid={(said) => markVoid(document, file.id, said)}
      touches={touchesDocuments}
    />
  )
}
