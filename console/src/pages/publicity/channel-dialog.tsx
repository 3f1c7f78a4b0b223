import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { CHANNEL_KINDS, type ChannelKind, touchesPublicity } from './queries.ts'

interface NewChannel {
  kind: ChannelKind
  title: string
  to?: string
  url?: string
  sender?: string
}
export function ChannelDialog({ onClose, onSecret }: { onClose(): void; onSecret(secret: string): void }) {
  const { t } = useTranslation()
  const division = useQuery(meQuery).data?.seat?.division ?? ''
  const [form] = Form.useForm<NewChannel>()
  const kind = Form.useWatch('kind', form)
  const keep = useOperation(
    ({ to, url, sender, ...said }: NewChannel) => {
      const settings = {
        ...(said.kind === 'email' && to ? { to: to.split(/[\s,;]+/).filter(Boolean) } : {}),
        ...(said.kind === 'webhook' && url ? { url } : {}),
        ...(said.kind === 'cap' && sender ? { sender } : {}),
      }
      return answer(api.POST('/publicity-channels', { body: { ...said, id: newId(), division, settings } }))
    },
    {
      touches: touchesPublicity,
      onDone: ({ secret }) => {
        if (secret) onSecret(secret)
        onClose()
      },
    },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('publicity.newChannel')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="channel"
      onClose={onClose}
    >
      <Form
        form={form}
        name="channel"
        layout="vertical"
        requiredMark={false}
        initialValues={{ kind: 'board' }}
        onFinish={keep.send}
      >
        <Form.Item name="kind" label={t('publicity.kindName')}>
          <Select options={CHANNEL_KINDS.map((one) => ({ value: one, label: t(`publicity.channelKind.${one}`) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('publicity.channelTitle')} rules={needed}>
          <Input maxLength={60} />
        </Form.Item>
        {kind === 'email' && (
          <Form.Item name="to" label={t('publicity.mailTo')} rules={needed}>
            <Input.TextArea rows={2} />
          </Form.Item>
        )}
        {kind === 'webhook' && (
          <Form.Item name="url" label={t('publicity.hookTo')} rules={needed}>
            <Input placeholder="https://" />
          </Form.Item>
        )}
        {kind === 'cap' && (
          <Form.Item name="sender" label={t('publicity.capSender')}>
            <Input maxLength={100} />
          </Form.Item>
        )}
      </Form>
    </Dialog>
  )
}
