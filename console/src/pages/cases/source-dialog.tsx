import { AutoComplete, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './cases.module.css'
import { EntryDialog, Line, orNull } from './entry-dialog.tsx'
import type { CaseFile } from './queries.ts'
import { patientName, settingName } from './words.ts'

const settings = [
  'household',
  'caregiver',
  'same-ward',
  'same-room',
  'shared-meal',
  'shared-utensils',
  'visiting',
  'same-vehicle',
  'judgement',
  'other',
  'affected-area',
  'unknown',
] as const
const certainties = ['high', 'moderate', 'low'] as const

interface SourceForm {
  setting: (typeof settings)[number]
  sourceCaseId?: string
  metFrom?: string
  metTill?: string
  certainty: (typeof certainties)[number]
  note?: string
}

const instant = (local: string | undefined) => (local ? fromLocalInput(local) : null)

/** By whom it may have been caught: what draws the tree, and what the incubation is estimated from. */
export function SourceDialog({ file, onClose }: { file: CaseFile; onClose(): void }) {
  const { t } = useTranslation()
  // Whoever they met and is a case too is most likely to be it.
  const known = file.contacts.flatMap(({ caseId, person, kind }) =>
    caseId ? [{ value: caseId, label: `${patientName(t, person)} · ${settingName(t, kind)}` }] : [],
  )
  return (
    <EntryDialog<SourceForm>
      caseId={file.id}
      form="case-source"
      title={t('caseFile.source')}
      initial={{ setting: 'household', certainty: 'high' }}
      send={(said, { sourceCaseId, metFrom, metTill, note, ...values }) =>
        answer(
          api.POST('/cases/{caseId}/sources', {
            params: { path: { caseId: file.id } },
            body: {
              ...said,
              ...values,
              sourceCaseId: orNull(sourceCaseId),
              metFrom: instant(metFrom),
              metTill: instant(metTill),
              note: orNull(note),
            },
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="setting" label={t('caseForm.setting')}>
          <Select options={settings.map((value) => ({ value, label: settingName(t, value) }))} />
        </Form.Item>
        <Form.Item name="certainty" label={t('caseForm.certainty')}>
          <Select options={certainties.map((value) => ({ value, label: t(`caseForm.certainties.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="sourceCaseId" label={t('caseForm.sourceCase')} extra={t('caseForm.sourceCaseHint')}>
        <AutoComplete options={known} maxLength={36} placeholder={t('forms.optional')} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="metFrom" label={t('caseForm.metFrom')}>
          <Input type="datetime-local" max={toLocalInput(new Date())} />
        </Form.Item>
        <Form.Item name="metTill" label={t('caseForm.metTill')}>
          <Input type="datetime-local" max={toLocalInput(new Date())} />
        </Form.Item>
      </div>
      <Line name="note" label={t('caseForm.note')} max={300} />
    </EntryDialog>
  )
}
