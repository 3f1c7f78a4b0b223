import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type CaseFile, type Entry, touchedBy } from './queries.ts'
import { entrySaid } from './words.ts'

/** The same entry once more, saying that it never was. */
function backOf({ id, at, code, details, decider }: Entry, why: string) {
  const said = { id: newId(), recordedAt: new Date().toISOString(), at, corrects: id, why, voided: true }
  const decision = {
    ...said,
    status: code as 'excluded',
    ground: details.ground ?? 'clinical',
    institution: details.institution ?? '',
    clinician: decider,
  }
  return { said, decision }
}

/** Decisions and results are what weighs: they are taken back here, and said anew as a new entry. */
export function TakeBackDialog({ file, entry, onClose }: { file: CaseFile; entry: Entry; onClose(): void }) {
  const { t } = useTranslation()
  const params = { path: { caseId: file.id } }
  const record = useOperation(
    ({ why }: { why: string }) => {
      const { said, decision } = backOf(entry, why)
      if (entry.kind === 'decision') return answer(api.POST('/cases/{caseId}/decisions', { params, body: decision }))
      const result = {
        ...said,
        sampleId: entry.sampleId ?? '',
        test: entry.details.test ?? 'pcr',
        finding: entry.code as 'negative',
      }
      return answer(api.POST('/cases/{caseId}/results', { params, body: result }))
    },
    { touches: touchedBy(file.id), onDone: onClose },
  )
  return (
    <FormDialog
      name="take-back"
      title={t('caseFile.takeBackTitle')}
      verb={t('caseFile.takeBack')}
      about={
        <>
          <b>{entrySaid(t, entry)}</b>
          <br />
          {t('caseFile.takeBackAbout')}
        </>
      }
      danger
      keep={record}
      onClose={onClose}
    >
      <Form.Item
        name="why"
        label={t('caseFile.why')}
        rules={[{ required: true, min: 2, message: t('caseFile.whyNeeded') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
