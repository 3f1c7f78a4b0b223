import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useOperation } from '../../ui/operation.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type DocumentDetails, touchesDocuments } from './queries.ts'

const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
const endOf = (name: string): string => name.split('.').at(-1)?.toLowerCase() ?? ''
const typeOf = (name: string) => TYPES[endOf(name) as keyof typeof TYPES] ?? TYPES.pdf

async function encoded(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}

/** A file beside the words: uploaded, and named in a new version of the draft. */
export function Attach({ document }: { document: DocumentDetails }) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const attach = useOperation(
    async (file: File) => {
      const params = { path: { documentId: document.id } }
      const id = newId()
      const body = { id, fileName: file.name, type: typeOf(file.name), content: await encoded(file) }
      await answer(api.POST('/documents/{documentId}/attachments', { params, body }))
      const attachments = [...document.content.attachments, { id, title: file.name.replace(/\.[^.]+$/, '') }]
      const content = { ...document.content, attachments }
      const version = { id: newId(), onVersion: document.versionId ?? '', content }
      return answer(api.POST('/documents/{documentId}/versions', { params, body: version }))
    },
    { touches: touchesDocuments },
  )
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('documents.attach')}
        accept={Object.keys(TYPES)
          .map((end) => `.${end}`)
          .join(',')}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) attach.send(file)
          target.value = ''
        }}
      />
      <Button loading={attach.busy} onClick={() => input.current?.click()}>
        {t('documents.attach')}
      </Button>
      {attach.refusal ? <ProblemNotice error={attach.refusal} /> : null}
    </>
  )
}
