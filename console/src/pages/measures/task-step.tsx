import { Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { drawnAnew } from './pictures.ts'
import { type TaskDetails, touchesTasks } from './queries.ts'

export type Act = 'received' | 'read' | 'doing' | 'done' | 'returned'
interface Said {
  at: string
  note?: string
  quantity?: number | null
  dueAt?: string
}

async function take(task: TaskDetails, act: Act, { at, note, quantity, dueAt }: Said, pictures: readonly File[]) {
  const params = { path: { taskId: task.id } }
  const photoIds: string[] = []
  for (const picture of pictures) {
    const id = newId()
    await answer(api.POST('/tasks/{taskId}/photos', { params, body: { id, content: await drawnAnew(picture) } }))
    photoIds.push(id)
  }
  const body = {
    ...{ id: newId(), step: act, recordedAt: fromLocalInput(at), photoIds },
    note: note?.trim() || null,
    quantity: act === 'done' ? (quantity ?? null) : null,
    dueAt: act === 'returned' && dueAt ? fromLocalInput(dueAt) : null,
  }
  return answer(api.POST('/tasks/{taskId}/steps', { params, body }))
}

export function TaskStep({ task, act, onClose }: { task: TaskDetails; act: Act; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const [pictures, setPictures] = useState<File[]>([])
  const step = useOperation((said: Said) => take(task, act, said, pictures), {
    touches: touchesTasks,
    onDone: onClose,
  })
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  const asks = act === 'done' ? task.asks : null
  const says = act === 'done' || act === 'returned'
  return (
    <Dialog
      title={t(`measures.act.${act}`)}
      verb={t(`measures.act.${act}`)}
      danger={act === 'returned'}
      busy={step.busy}
      refusal={step.refusal}
      form="task-step"
      onClose={onClose}
    >
      <Form
        name="task-step"
        layout="vertical"
        requiredMark={false}
        initialValues={{ at: toLocalInput(livesAt ?? new Date()) }}
        onFinish={step.send}
      >
        {says && (
          <Form.Item
            name="note"
            label={t(act === 'returned' ? 'measures.whyBack' : 'measures.note')}
            extra={t('command.noteAbout')}
            rules={act === 'returned' || asks?.words ? needed : []}
          >
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        )}
        {asks?.count && (
          <Form.Item name="quantity" label={t('measures.asksCount', { unit: asks.count })} rules={needed}>
            <InputNumber min={0} max={1_000_000_000} suffix={asks.count} />
          </Form.Item>
        )}
        {act === 'done' && (
          <Form.Item label={t('measures.pictures')} extra={t('measures.picturesAbout')} htmlFor="task-pictures">
            <input
              id="task-pictures"
              type="file"
              accept="image/jpeg,image/png"
              multiple
              onChange={({ target }) => setPictures([...(target.files ?? [])].slice(0, 6))}
            />
          </Form.Item>
        )}
        {act === 'returned' && (
          <Form.Item name="dueAt" label={t('measures.laterDue')}>
            <Input type="datetime-local" style={{ width: 220 }} />
          </Form.Item>
        )}
        <Form.Item name="at" label={t('measures.when')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
