import { Checkbox, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { outcomes } from './counted.ts'
import { touchesVisits, type Visit } from './queries.ts'

interface Correction {
  outcome: Visit['outcome']
  voided: boolean
  why: string
}

interface CorrectVisitProps {
  visit: Visit
  householdId: string
  onClose(): void
}

/** A new record that names the one it takes the place of; nothing is edited. */
export function CorrectVisit({ visit, householdId, onClose }: CorrectVisitProps) {
  const { t } = useTranslation()
  const correct = useOperation(
    ({ outcome, voided, why }: Correction) =>
      answer(
        api.POST('/visits', {
          body: {
            id: newId(),
            roundId: visit.roundId,
            householdId,
            recordedAt: visit.occurredAt,
            outcome,
            way: visit.way === 'paper' ? 'paper' : 'desk',
            note: visit.note,
            corrects: visit.id,
            why: why.trim(),
            voided: voided ?? false,
          },
        }),
      ),
    { touches: touchesVisits, onDone: onClose },
  )
  return (
    <Dialog
      title={t('homeVisits.correctTitle')}
      verb={t('homeVisits.correct')}
      busy={correct.busy}
      refusal={correct.refusal}
      form="correct-visit"
      onClose={onClose}
    >
      <p>{t('homeVisits.correctAbout')}</p>
      <Form<Correction>
        name="correct-visit"
        layout="vertical"
        requiredMark={false}
        onFinish={correct.send}
        initialValues={{ outcome: visit.outcome, voided: false }}
      >
        <Form.Item name="outcome" label={t('homeVisits.outcome')}>
          <Radio.Group options={outcomes.map((value) => ({ value, label: t(`visits.${value}`) }))} />
        </Form.Item>
        <Form.Item name="voided" valuePropName="checked">
          <Checkbox>{t('homeVisits.never')}</Checkbox>
        </Form.Item>
        <Form.Item
          name="why"
          label={t('homeVisits.why')}
          rules={[{ required: true, min: 2, message: t('homeVisits.whyNeeded') }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
