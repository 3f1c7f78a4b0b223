import { Form, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import styles from './cases.module.css'
import { EntryDialog, Line, orNull } from './entry-dialog.tsx'
import type { CaseFile, NewDecision } from './queries.ts'

type Decided = NewDecision['status']
type Ground = NewDecision['ground']

/** On what each decision can rest here: a fever nobody suspected ends with what the hospital found. */
function groundsFor(file: CaseFile, status: Decided): Ground[] {
  switch (status) {
    case 'suspected':
      return ['rule', 'judgement']
    case 'asymptomatic':
      return ['laboratory']
    case 'confirmed':
      return file.explanation && file.explanation.confirming.length > 0 ? ['laboratory'] : ['clinical']
    default:
      return file.status === 'fever' ? ['clinical', 'negatives'] : ['negatives', 'authorised']
  }
}

interface DecisionForm {
  ground: Ground
  institution: string
  clinician?: string
  document?: string
  note?: string
}

export function DecisionDialog({ file, onClose }: { file: CaseFile; onClose(): void }) {
  const { t } = useTranslation()
  const [status, setStatus] = useState<Decided>(file.status === 'fever' ? 'excluded' : (file.next[0] ?? 'suspected'))
  const grounds = groundsFor(file, status)
  const [picked, setPicked] = useState<Ground>()
  const ground = picked && grounds.includes(picked) ? picked : grounds[0]
  const isNamed = ground === 'judgement' || ground === 'authorised'
  return (
    <EntryDialog<Omit<DecisionForm, 'ground'>>
      caseId={file.id}
      form="case-decision"
      title={t('caseFile.decide')}
      send={(said, { institution, clinician, document, note }) =>
        answer(
          api.POST('/cases/{caseId}/decisions', {
            params: { path: { caseId: file.id } },
            body: {
              ...said,
              status,
              ground: ground ?? 'clinical',
              institution,
              clinician: orNull(clinician),
              document: orNull(document),
              note: orNull(note),
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item label={t('caseForm.status')}>
        <Radio.Group
          value={status}
          onChange={(event) => setStatus(event.target.value as Decided)}
          options={file.next.map((value) => ({ value, label: t(`cases.statuses.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('caseForm.ground')}>
        <Radio.Group
          value={ground}
          onChange={(event) => setPicked(event.target.value as Ground)}
          options={grounds.map((value) => ({ value, label: t(`caseForm.grounds.${value}`) }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Line name="institution" label={t('caseForm.institution')} needed />
        <Line name="clinician" label={t('caseForm.clinician')} needed={isNamed} max={30} />
      </div>
      <div className={styles.pair}>
        <Line name="document" label={t('caseForm.document')} />
        <Line name="note" label={t('caseForm.note')} max={300} />
      </div>
    </EntryDialog>
  )
}
