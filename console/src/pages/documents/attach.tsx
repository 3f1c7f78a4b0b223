import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FileChoice, uploadOf } from '../../ui/file-choice.tsx'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type DocumentDetails, touchesDocuments } from './queries.ts'

/** A file beside the words: uploaded, and named in a new version of the draft. */
export function Attach({ document }: { document: DocumentDetails }) {
  const { t } = useTranslation()
  const attach = useOperation(
    async (file: File) => {
      const params = { path: { documentId: document.id } }
      const id = newId()
      await answer(api.POST('/documents/{documentId}/attachments', { params, body: { id, ...(await uploadOf(file)) } }))
      const attachments = [...document.content.attachments, { id, title: file.name.replace(/\.[^.]+$/, '') }]
      const content = { ...document.content, attachments }
      const version = { id: newId(), onVersion: document.versionId ?? '', content }
      return answer(api.POST('/documents/{documentId}/versions', { params, body: version }))
    },
    { touches: touchesDocuments },
  )
  return (
    <>
      <FileChoice label={t('documents.attach')} busy={attach.busy} onFile={attach.send} />
      {attach.refusal ? <ProblemNotice error={attach.refusal} /> : null}
    </>
  )
}
