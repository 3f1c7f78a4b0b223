import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { exactTime } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { decisionName, reasonName, symptomName } from '../../ui/words.ts'
import { decisions, reasons, symptoms } from './codes.ts'
import type { PassageRow } from './queries.ts'

interface CorrectionForm {
  temperatureC: number | null
  symptoms: PassageRow['symptoms']
  decision: PassageRow['decision']
  reason: PassageRow['reason'] | undefined
  voided: boolean
  why: string
}

/** Only what was changed is said: the rest of the record stays what the shift wrote. */
function toCorrection(passage: PassageRow, form: CorrectionForm) {
  const reason = form.reason ?? null
  return {
    id: newId(),
    recordedAt: new Date().toISOString(),
    why: form.why,
    voided: form.voided,
    ...(form.temperatureC === passage.temperatureC ? {} : { temperatureC: form.temperatureC }),
    ...(form.symptoms.join() === passage.symptoms.join() ? {} : { symptoms: form.symptoms }),
    ...(form.decision === passage.decision ? {} : { decision: form.decision }),
    ...(reason === passage.reason ? {} : { reason }),
  }
}

export function CorrectionDialog({ passage, onClose }: { passage: PassageRow; onClose(): void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<CorrectionForm>()
  const voided = Form.useWatch('voided', form) ?? passage.voided
  const correct = useOperation(
    (values: CorrectionForm) =>
      answer(
        api.POST('/passages/{passageId}/corrections', {
          params: { path: { passageId: passage.id } },
          body: toCorrection(passage, values),
        }),
      ),
    { onDone: onClose, touches: [['passages'], ['checkpoint-day'], ['board'], ['hand-overs']] },
  )
  return (
    <Dialog
      title={t('correction.title', { time: exactTime(passage.occurredAt) })}
      verb={t('correction.verb')}
      busy={correct.busy}
      refusal={correct.refusal}
      form="correction"
      onClose={onClose}
    >
      <p className="muted">{t('correction.about')}</p>
      <Form<CorrectionForm>
        name="correction"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={correct.send}
        initialValues={{ ...passage, reason: passage.reason ?? undefined, why: '' }}
      >
        <Form.Item name="voided" valuePropName="checked">
          <Checkbox>{t('correction.voided')}</Checkbox>
        </Form.Item>
        <Form.Item name="temperatureC" label={t('records.temperature')}>
          <InputNumber min={30} max={45} step={0.1} precision={1} suffix="℃" disabled={voided} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="symptoms" label={t('records.symptoms')}>
          <Select
            mode="multiple"
            disabled={voided}
            options={symptoms.map((value) => ({ value, label: symptomName(t, value) }))}
          />
        </Form.Item>
        <Form.Item name="decision" label={t('records.decision')}>
          <Select disabled={voided} options={decisions.map((value) => ({ value, label: decisionName(t, value) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('records.reason')}>
          <Select
            allowClear
            disabled={voided}
            options={reasons.map((value) => ({ value, label: reasonName(t, value) }))}
          />
        </Form.Item>
        <Form.Item
          name="why"
          label={t('correction.why')}
          rules={[{ required: true, min: 2, whitespace: true, message: t('correction.whyNeeded') }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} placeholder={t('correction.whyHint')} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
