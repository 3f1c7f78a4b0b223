import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, moveHours, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { PostBox } from '../command/post-box.tsx'
import { DivisionBox } from '../people/division-box.tsx'
import { type TaskDetails, touchesTasks } from './queries.ts'

interface Said {
  to: 'places' | 'posts'
  division?: string
  postId?: string
  dueAt: string
  note: string
}

/** To another place or post; this task is over then, and the new one names it. */
export function Reassign({ task, onClose }: { task: TaskDetails; onClose(): void }) {
  const { t } = useTranslation()
  const now = useCountyMoment() ?? new Date().toISOString()
  const [form] = Form.useForm<Said>()
  const to = Form.useWatch('to', form) ?? 'places'
  const pass = useOperation(
    ({ division, postId, dueAt, note }: Said) => {
      const target = { division: division ?? task.division, postId: postId ?? null }
      const body = { id: newId(), toTask: newId(), ...target, dueAt: fromLocalInput(dueAt), note }
      return answer(api.POST('/tasks/{taskId}/reassignment', { params: { path: { taskId: task.id } }, body }))
    },
    { touches: touchesTasks, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('measures.passOn')}
      verb={t('measures.step.reassigned')}
      busy={pass.busy}
      refusal={pass.refusal}
      form="reassign"
      onClose={onClose}
    >
      <p>{t('measures.passOnAbout')}</p>
      <Form
        form={form}
        name="reassign"
        layout="vertical"
        requiredMark={false}
        initialValues={{ to: 'places', dueAt: toLocalInput(moveHours(now, 24)) }}
        onFinish={pass.send}
      >
        <Form.Item name="to" label={t('measures.to')}>
          <Radio.Group
            options={(['places', 'posts'] as const).map((one) => ({ value: one, label: t(`measures.passTo.${one}`) }))}
          />
        </Form.Item>
        {to === 'places' ? (
          <Form.Item name="division" label={t('measures.place')} rules={needed}>
            <DivisionBox label={t('measures.place')} />
          </Form.Item>
        ) : (
          <Form.Item name="postId" label={t('command.post')} rules={needed}>
            <PostBox label={t('command.post')} />
          </Form.Item>
        )}
        <Form.Item name="dueAt" label={t('measures.due')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="note" label={t('measures.whyPassed')} extra={t('command.noteAbout')} rules={needed}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
