import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { dateTime, dayOf, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import styles from './cases.module.css'
import { EntryDialog, Line, orNull } from './entry-dialog.tsx'
import type { CaseFile } from './queries.ts'

const specimens = [
  'throat-swab',
  'nasal-swab',
  'sputum',
  'lower-respiratory',
  'blood-acute',
  'blood-convalescent',
  'stool',
  'other',
] as const
const tests = ['pcr', 'igm', 'igg', 'sequence', 'antigen'] as const
const findings = ['negative', 'positive', 'inconclusive', 'unfit'] as const

interface CaseDialogProps {
  file: CaseFile
  onClose(): void
}

export function OnsetDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation()
  const [well, setWell] = useState(false)
  return (
    <EntryDialog<{ day?: string; estimated?: boolean }>
      caseId={file.id}
      form="case-onset"
      title={t('caseFile.onsetSet')}
      send={(said, { day, estimated }) =>
        answer(
          api.POST('/cases/{caseId}/onsets', {
            params: { path: { caseId: file.id } },
            body: { ...said, day: well ? null : (day ?? null), estimated: estimated ?? false },
          }),
        )
      }
      onClose={onClose}
    >
      <Checkbox checked={well} onChange={(event) => setWell(event.target.checked)}>
        {t('caseForm.noOnset')}
      </Checkbox>
      {!well && (
        <>
          <Form.Item
            name="day"
            label={t('caseForm.onsetDay')}
            rules={[{ required: true, message: t('caseForm.needed') }]}
          >
            <Input type="date" max={dayOf(new Date())} />
          </Form.Item>
          <Form.Item name="estimated" valuePropName="checked">
            <Checkbox>{t('caseForm.estimated')}</Checkbox>
          </Form.Item>
        </>
      )}
    </EntryDialog>
  )
}

export function SampleDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation()
  return (
    <EntryDialog<{ specimen: (typeof specimens)[number]; laboratory: string; deliveredAt?: string }>
      caseId={file.id}
      form="case-sample"
      title={t('caseFile.addSample')}
      atLabel={t('caseFile.taken')}
      initial={{ specimen: 'throat-swab' }}
      send={(said, { specimen, laboratory, deliveredAt }) =>
        answer(
          api.POST('/cases/{caseId}/samples', {
            params: { path: { caseId: file.id } },
            body: { ...said, specimen, laboratory, deliveredAt: deliveredAt ? fromLocalInput(deliveredAt) : null },
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Form.Item name="specimen" label={t('caseFile.specimen')}>
          <Select options={specimens.map((value) => ({ value, label: t(`caseForm.specimens.${value}`) }))} />
        </Form.Item>
        <Line name="laboratory" label={t('caseFile.laboratoryName')} needed />
      </div>
      <Form.Item name="deliveredAt" label={t('caseForm.deliveredAt')}>
        <Input type="datetime-local" max={toLocalInput(new Date())} />
      </Form.Item>
    </EntryDialog>
  )
}

interface ResultForm {
  sampleId: string
  test: (typeof tests)[number]
  finding: (typeof findings)[number]
  titre?: number | null
}

export function ResultDialog({ file, sampleId, onClose }: CaseDialogProps & { sampleId: string }) {
  const { t } = useTranslation()
  const samples = file.entries.filter(({ kind, standing }) => kind === 'sample' && standing)
  return (
    <EntryDialog<ResultForm>
      caseId={file.id}
      form="case-result"
      title={t('caseFile.addResult')}
      initial={{ sampleId, test: 'pcr', finding: 'negative' }}
      send={(said, values) =>
        answer(
          api.POST('/cases/{caseId}/results', {
            params: { path: { caseId: file.id } },
            body: { ...said, ...values, titre: values.titre ?? null },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="sampleId" label={t('caseForm.sample')}>
        <Select
          options={samples.map(({ id, code, at }) => ({
            value: id,
            label: `${t(`caseForm.specimens.${code as 'other'}`)} ${dateTime(at)}`,
          }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="test" label={t('caseForm.test')}>
          <Select options={tests.map((value) => ({ value, label: t(`caseForm.tests.${value}`) }))} />
        </Form.Item>
        <Form.Item name="finding" label={t('caseForm.finding')}>
          <Select options={findings.map((value) => ({ value, label: t(`caseForm.findings.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="titre" label={t('caseForm.titre')}>
        <InputNumber min={1} max={1_000_000} style={{ width: '100%' }} placeholder={t('forms.optional')} />
      </Form.Item>
    </EntryDialog>
  )
}

export function InvestigationDialog({ file, onClose }: CaseDialogProps) {
  const { t } = useTranslation()
  return (
    <EntryDialog<{ investigator: string; unit: string; note?: string }>
      caseId={file.id}
      form="case-investigation"
      title={t('caseFile.investigation')}
      send={(said, { note, ...values }) =>
        answer(
          api.POST('/cases/{caseId}/investigations', {
            params: { path: { caseId: file.id } },
            body: { ...said, ...values, note: orNull(note) },
          }),
        )
      }
      onClose={onClose}
    >
      <div className={styles.pair}>
        <Line name="investigator" label={t('caseForm.investigator')} needed max={30} />
        <Line name="unit" label={t('caseForm.unit')} needed />
      </div>
      <Line name="note" label={t('caseForm.note')} max={300} />
    </EntryDialog>
  )
}
