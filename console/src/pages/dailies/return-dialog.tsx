import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { touchesDailies } from './queries.ts'

export function ReturnDialog({ dailyId, onClose }: { dailyId: string; onClose(): void }) {
  const { t } = useTranslation()
  const give = useOperation(
    ({ note }: { note: string }) =>
      answer(api.POST('/daily-report-steps', { body: { items: [{ id: newId(), dailyId, step: 'returned', note }] } })),
    { touches: touchesDailies, onDone: onClose },
  )
  return (
    <Dialog
      title={t('dailies.giveBack')}
      verb={t('dailies.giveBack')}
      busy={give.busy}
      refusal={give.refusal}
      form="daily-return"
      onClose={onClose}
    >
      <Form name="daily-return" layout="vertical" requiredMark={false} onFinish={give.send}>
        <Form.Item
          name="note"
          label={t('reports.why')}
          rules={[{ required: true, whitespace: true, min: 2, message: t('reports.fieldNeeded') }]}
        >
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
