import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import type { Draft } from './queries.ts'

interface FhirImportProps {
  onClose(): void
  onRead(draft: Omit<Draft, 'key' | 'version'>, key: string): void
}

type Read = Awaited<ReturnType<typeof read>>
const read = (resource: { resourceType: string }) =>
  answer(api.POST('/visits/questionnaires/from-fhir', { body: { resource } }))

function parsed(text: string): { resourceType: string } | null {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null && 'resourceType' in json
      ? (json as { resourceType: string })
      : null
  } catch {
    return null
  }
}

/** A questionnaire of another system: held against the standard, shown with what cannot be kept, and saved only afterwards. */
export function FhirImport({ onClose, onRead }: FhirImportProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isJson, setJson] = useState(true)
  const [found, setFound] = useState<Read | null>(null)
  const ask = useOperation(read, {
    onDone: (done) => (done.leftOut.length === 0 ? onRead(done.draft, done.suggestedKey) : setFound(done)),
  })
  const go = () => {
    if (found) return onRead(found.draft, found.suggestedKey)
    const resource = parsed(text)
    setJson(resource !== null)
    if (resource) ask.send(resource)
  }
  const take = async (file: File | undefined) => {
    if (file) setText(await file.text())
  }
  return (
    <Dialog
      title={t('questionnaires.pasteTitle')}
      verb={t('questionnaires.read')}
      busy={ask.busy}
      refusal={ask.refusal}
      onConfirm={go}
      onClose={onClose}
    >
      {found ? (
        <>
          <p>{t('questionnaires.leftOut')}</p>
          <ul className="small">
            {found.leftOut.map((path) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <label htmlFor="fhir-file" className="small">
            {t('questionnaires.file')}{' '}
            <input
              id="fhir-file"
              type="file"
              accept=".json,application/json,application/fhir+json"
              onChange={(event) => void take(event.target.files?.[0])}
            />
          </label>
          <Input.TextArea
            aria-label={t('questionnaires.paste')}
            placeholder={t('questionnaires.paste')}
            autoSize={{ minRows: 8, maxRows: 16 }}
            status={isJson ? '' : 'error'}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {!isJson && (
            <p role="alert" style={{ color: 'var(--alarm)' }}>
              {t('questionnaires.notJson')}
            </p>
          )}
        </>
      )}
    </Dialog>
  )
}
