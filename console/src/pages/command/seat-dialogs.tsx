import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, fromLocalInput, moveDay, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { PostBox } from './post-box.tsx'
import { touchesCommand } from './queries.ts'

interface AboutBody {
  bodyId: string
  title: string
  onClose(): void
}
const ROLES = ['head', 'deputy', 'member', 'liaison'] as const

export function NewMember({ bodyId, title, onClose }: AboutBody) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const keep = useOperation(
    (said: { postId: string; role: (typeof ROLES)[number]; fromOn: string }) =>
      answer(
        api.POST('/organisation/bodies/{bodyId}/members', {
          params: { path: { bodyId } },
          body: { ...said, id: newId() },
        }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={`${title} · ${t('command.newMember')}`}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-member"
      onClose={onClose}
    >
      <Form
        name="new-member"
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: 'member', fromOn: dayOf(livesAt ?? new Date()) }}
        onFinish={keep.send}
      >
        <Form.Item name="postId" label={t('command.post')} extra={t('command.postAbout')} rules={needed}>
          <PostBox label={t('command.post')} />
        </Form.Item>
        <Form.Item name="role" label={t('command.memberRole')}>
          <Select options={ROLES.map((role) => ({ value: role, label: t(`command.role.${role}`) }))} />
        </Form.Item>
        <Form.Item name="fromOn" label={t('command.from')} rules={needed}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

interface DutySaid {
  postId: string
  telephone?: string
  startsAt: string
  endsAt: string
}
export function NewDuty({ bodyId, title, day, onClose }: AboutBody & { day: string }) {
  const { t } = useTranslation()
  const keep = useOperation(
    ({ telephone, startsAt, endsAt, postId }: DutySaid) => {
      const times = { startsAt: fromLocalInput(startsAt), endsAt: fromLocalInput(endsAt) }
      const body = { id: newId(), postId, telephone: telephone?.trim() || null, ...times }
      return answer(api.POST('/organisation/bodies/{bodyId}/duties', { params: { path: { bodyId } }, body }))
    },
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  const times = { startsAt: `${day}T08:00`, endsAt: `${moveDay(day, 1)}T08:00` }
  return (
    <Dialog
      title={`${title} · ${t('command.newDuty')}`}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-duty"
      onClose={onClose}
    >
      <Form name="new-duty" layout="vertical" requiredMark={false} initialValues={times} onFinish={keep.send}>
        <Form.Item name="postId" label={t('command.post')} rules={needed}>
          <PostBox label={t('command.post')} />
        </Form.Item>
        <Form.Item name="startsAt" label={t('command.begins')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="endsAt" label={t('command.ends')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="telephone" label={t('command.telephone')}>
          <Input maxLength={20} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

/** What the next on duty has to know. */
export function NewNote({ dutyId, onClose }: { dutyId: string; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const keep = useOperation(
    ({ note, at }: { note: string; at: string }) =>
      answer(
        api.POST('/duties/{dutyId}/notes', {
          params: { path: { dutyId } },
          body: { id: newId(), note, at: fromLocalInput(at) },
        }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  const needed = [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('command.newNote')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="new-note"
      onClose={onClose}
    >
      <Form
        name="new-note"
        layout="vertical"
        requiredMark={false}
        initialValues={{ at: toLocalInput(livesAt ?? new Date()) }}
        onFinish={keep.send}
      >
        <Form.Item name="note" label={t('command.notes')} extra={t('command.noteAbout')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="at" label={t('documents.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
