import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Duty, type Group, touchesCommand } from './queries.ts'

const useNeeded = () => {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('documents.fieldNeeded') }]
}

/** A group is dissolved by a document; what it did stays. */
export function EndBody({ body, onClose }: { body: Group; onClose(): void }) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const now = toLocalInput(useCountyMoment() ?? new Date())
  const end = useOperation(
    ({ at, documentNo }: { at: string; documentNo: string }) =>
      answer(
        api.POST('/organisation/bodies/{bodyId}/end', {
          params: { path: { bodyId: body.id } },
          body: { id: newId(), documentNo, at: fromLocalInput(at) },
        }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  return (
    <Dialog
      title={`${body.title} · ${t('command.endBody')}`}
      verb={t('command.endBody')}
      danger
      busy={end.busy}
      refusal={end.refusal}
      form="end-body"
      onClose={onClose}
    >
      <p>{t('command.endBodyAbout')}</p>
      <Form name="end-body" layout="vertical" requiredMark={false} initialValues={{ at: now }} onFinish={end.send}>
        <Form.Item name="documentNo" label={t('documents.number')} rules={needed}>
          <Input maxLength={60} placeholder="兴疫防指〔2020〕2号" />
        </Form.Item>
        <Form.Item name="at" label={t('documents.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

export function EndMember({ member, onClose }: { member: Group['members'][number]; onClose(): void }) {
  const { t } = useTranslation()
  const today = dayOf(useCountyMoment() ?? new Date())
  const end = useOperation(
    ({ toOn }: { toOn: string }) =>
      answer(
        api.POST('/organisation/members/{memberId}/end', {
          params: { path: { memberId: member.id } },
          body: { id: newId(), toOn },
        }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  return (
    <Dialog
      title={`${member.title} · ${t('command.endMember')}`}
      verb={t('command.endMember')}
      danger
      busy={end.busy}
      refusal={end.refusal}
      form="end-member"
      onClose={onClose}
    >
      <Form
        name="end-member"
        layout="vertical"
        requiredMark={false}
        initialValues={{ toOn: today }}
        onFinish={end.send}
      >
        <Form.Item name="toOn" label={t('command.lastDay')} rules={useNeeded()}>
          <Input type="date" style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

/** What is taken out of the rota leaves a gap until somebody else is put there. */
export function CancelDuty({ duty, onClose }: { duty: Duty; onClose(): void }) {
  const { t } = useTranslation()
  const cancel = useOperation(
    ({ note }: { note: string }) =>
      answer(
        api.POST('/duties/{dutyId}/cancel', { params: { path: { dutyId: duty.id } }, body: { id: newId(), note } }),
      ),
    { touches: touchesCommand, onDone: onClose },
  )
  return (
    <Dialog
      title={`${duty.postTitle} · ${t('command.cancelDuty')}`}
      verb={t('command.cancelDuty')}
      danger
      busy={cancel.busy}
      refusal={cancel.refusal}
      form="cancel-duty"
      onClose={onClose}
    >
      <Form name="cancel-duty" layout="vertical" requiredMark={false} onFinish={cancel.send}>
        <Form.Item name="note" label={t('documents.why')} extra={t('command.noteAbout')} rules={useNeeded()}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
