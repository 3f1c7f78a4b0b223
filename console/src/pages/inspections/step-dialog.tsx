import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, moveHours, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Finding, touchesInspections } from './queries.ts'

export type StepKind = 'rectified' | 'passed' | 'failed' | 'withdrawn'
interface Said {
  note?: string
  counted?: number | null
  at: string
  dueAt?: string
}

/** A box holds no seconds: what nobody changed is the moment itself, which may lie behind something of the same minute. */
const exactly = (local: string, now: string): string =>
  local.slice(0, 16) === toLocalInput(now) ? now : fromLocalInput(local)

interface StepDialogProps {
  step: StepKind
  finding: Finding
  onClose(): void
}
export function StepDialog({ step, finding, onClose }: StepDialogProps) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const [opened] = useState(() => new Date().toISOString())
  const now = livesAt ?? opened
  const say = useOperation(
    ({ note, counted, at, dueAt }: Said) => {
      const told = { note: note?.trim() || null, counted: counted ?? null }
      // What was photographed since the last step is its evidence.
      const photoIds = step === 'rectified' ? finding.photoIds.slice(0, 9) : []
      const due = dueAt ? fromLocalInput(dueAt) : null
      const body = { ...told, id: newId(), step, photoIds, dueAt: due, recordedAt: exactly(at, now) }
      const params = { path: { findingId: finding.id } }
      return answer(api.POST('/inspection-findings/{findingId}/steps', { params, body }))
    },
    { touches: touchesInspections, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('inspections.needed') }]
  return (
    <Dialog
      title={t(`inspections.say.${step}`)}
      verb={t(`inspections.say.${step}`)}
      danger={step === 'withdrawn'}
      busy={say.busy}
      refusal={say.refusal}
      form="finding-step"
      onClose={onClose}
    >
      <p className="muted">{finding.what}</p>
      <Form
        name="finding-step"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          at: toLocalInput(now),
          dueAt: step === 'failed' ? toLocalInput(moveHours(now, 24)) : undefined,
        }}
        onFinish={say.send}
      >
        <Form.Item
          name="note"
          label={t(step === 'rectified' ? 'inspections.whatWasDone' : 'inspections.whatWasSeen')}
          rules={step === 'passed' ? [] : needed}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {step === 'rectified' && (
          <Form.Item name="counted" label={t('inspections.counted')}>
            <InputNumber min={0} max={1000000} precision={0} />
          </Form.Item>
        )}
        {step === 'failed' && (
          <Form.Item name="dueAt" label={t('inspections.newDue')} rules={needed}>
            <Input type="datetime-local" />
          </Form.Item>
        )}
        <Form.Item name="at" label={t('inspections.at')} rules={needed}>
          <Input type="datetime-local" />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
