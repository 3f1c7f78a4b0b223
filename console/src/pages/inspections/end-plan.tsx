import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { type PlanRow, touchesInspections } from './queries.ts'

export function EndPlan({ plan, onClose }: { plan: PlanRow; onClose(): void }) {
  const { t } = useTranslation()
  const end = useOperation(
    ({ why }: { why: string }) => {
      const body = { id: newId(), why, at: new Date().toISOString() }
      return answer(api.POST('/inspection-plans/{planId}/end', { params: { path: { planId: plan.id } }, body }))
    },
    { touches: touchesInspections, onDone: onClose },
  )
  return (
    <Dialog
      title={`${t('inspections.endPlan')} · ${plan.title}`}
      verb={t('inspections.endPlan')}
      danger
      busy={end.busy}
      refusal={end.refusal}
      form="end-plan"
      onClose={onClose}
    >
      <Form name="end-plan" layout="vertical" requiredMark={false} onFinish={end.send}>
        <Form.Item
          name="why"
          label={t('inspections.why')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('inspections.needed') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
