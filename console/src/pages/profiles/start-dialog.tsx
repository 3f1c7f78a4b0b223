import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type Decision, DecisionFields } from './decision-fields.tsx'
import { type Edition, said } from './queries.ts'

export function StartDialog({ edition, onClose }: { edition: Edition; onClose(): void }) {
  const { t } = useTranslation()
  const { code, version } = edition
  const start = useOperation(
    (order: Decision & { from: string }) =>
      answer(
        api.POST('/cases/editions/{code}/start', {
          params: { path: { code } },
          body: { id: newId(), seen: version ?? 1, ...order },
        }),
      ),
    { touches: [['editions'], ['edition']], onDone: onClose },
  )
  const today = dayOf(new Date())
  return (
    <Dialog
      title={t('profiles.startTitle', { name: said(edition) })}
      verb={t('profiles.start')}
      busy={start.busy}
      refusal={start.refusal}
      form="start-edition"
      onClose={onClose}
    >
      <p className="muted">{t('profiles.startAbout')}</p>
      <Form<Decision & { from: string }>
        name="start-edition"
        layout="vertical"
        requiredMark={false}
        onFinish={start.send}
        initialValues={{ from: today }}
      >
        <Form.Item
          name="from"
          label={t('profiles.startFrom')}
          rules={[{ required: true, message: t('profiles.needed') }]}
        >
          <Input type="date" min={today} />
        </Form.Item>
        <DecisionFields />
      </Form>
    </Dialog>
  )
}

export function DropDialog({ edition, onClose, onDropped }: { edition: Edition; onClose(): void; onDropped(): void }) {
  const { t } = useTranslation()
  const { code } = edition
  const drop = useOperation(
    () => answer(api.POST('/cases/editions/{code}/drop', { params: { path: { code } }, body: { id: newId() } })),
    { touches: [['editions']], onDone: onDropped },
  )
  return (
    <Dialog
      title={t('profiles.dropTitle', { name: said(edition) })}
      verb={t('profiles.drop')}
      danger
      busy={drop.busy}
      refusal={drop.refusal}
      onConfirm={() => drop.send(undefined)}
      onClose={onClose}
    >
      <p>{t('profiles.dropAbout')}</p>
    </Dialog>
  )
}
