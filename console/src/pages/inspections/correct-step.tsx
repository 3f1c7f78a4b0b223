import { Form, Input, InputNumber, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type Finding, touchesInspections } from './queries.ts'

interface Said {
  how: 'corrected' | 'voided'
  why: string
  note?: string
  counted?: number | null
}
interface CorrectStepProps {
  step: Finding['steps'][number]
  finding: Finding
  onClose(): void
}

/** What was said of a finding, said again; the first stays, crossed out. */
export function CorrectStep({ step, finding, onClose }: CorrectStepProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Said>()
  const voided = Form.useWatch('how', form) === 'voided'
  const keep = useOperation(
    ({ why, note, counted }: Said) => {
      const { photoIds, dueAt, at: recordedAt } = step
      const told = { note: note?.trim() || null, counted: counted ?? null, photoIds, dueAt, recordedAt }
      const body = { ...told, id: newId(), step: step.step, corrects: step.id, why, voided }
      const params = { path: { findingId: finding.id } }
      return answer(api.POST('/inspection-findings/{findingId}/steps', { params, body }))
    },
    { touches: touchesInspections, onDone: onClose },
  )
  return (
    <Dialog
      title={`${t(`inspections.step.${step.step}`)} · ${t('inspections.correct')}`}
      verb={t(voided ? 'inspections.voided' : 'inspections.correct')}
      danger={voided}
      busy={keep.busy}
      refusal={keep.refusal}
      form="correct-step"
      onClose={onClose}
    >
      <p className="muted">{finding.what}</p>
      <Form
        form={form}
        name="correct-step"
        layout="vertical"
        requiredMark={false}
        initialValues={{ how: 'corrected', note: step.note ?? '', counted: step.counted }}
        onFinish={keep.send}
      >
        <Form.Item name="how" label={t('inspections.how')}>
          <Radio.Group
            options={[
              { value: 'corrected', label: t('inspections.correct') },
              { value: 'voided', label: t('inspections.voided') },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="why"
          label={t('inspections.why')}
          rules={[{ required: true, whitespace: true, message: t('inspections.needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        {!voided && (
          <Form.Item
            name="note"
            label={t(step.step === 'rectified' ? 'inspections.whatWasDone' : 'inspections.whatWasSeen')}
          >
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {!voided && step.step === 'rectified' && (
          <Form.Item name="counted" label={t('inspections.counted')}>
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
