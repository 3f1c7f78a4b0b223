import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { touchesCommand } from './queries.ts'

export function NewLadder({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const keep = useOperation(
    (said: { title: string; rungs: string[] }) =>
      answer(api.POST('/response-ladders', { body: { ...said, id: newId(), division } })),
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('command.newLadder')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-ladder"
      onClose={onClose}
    >
      <Form
        name="new-ladder"
        layout="vertical"
        requiredMark={false}
        initialValues={{ rungs: ['Ⅳ', 'Ⅲ', 'Ⅱ', 'Ⅰ'] }}
        onFinish={keep.send}
      >
        <Form.Item name="title" label={t('documents.name')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="rungs" label={t('command.rungs')} rules={needed}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
