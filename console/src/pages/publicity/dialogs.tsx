import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import {
  CHANNEL_KINDS,
  type ChannelKind,
  channelsQuery,
  type Dispatch,
  type Piece,
  touchesPublicity,
} from './queries.ts'

const useNow = () => toLocalInput(useCountyMoment() ?? new Date())

export function ConfirmDialog({ dispatch, onClose }: { dispatch: Dispatch; onClose(): void }) {
  const { t } = useTranslation()
  const now = useNow()
  const keep = useOperation(
    ({ at, note }: { at: string; note?: string }) =>
      answer(
        api.POST('/dispatches/{dispatchId}/confirmation', {
          params: { path: { dispatchId: dispatch.id } },
          body: { id: newId(), at: fromLocalInput(at), note: note?.trim() || null },
        }),
      ),
    { touches: touchesPublicity, onDone: onClose },
  )
  return (
    <Dialog
      title={`${t('publicity.confirm')} · ${dispatch.channel}`}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="confirm"
      onClose={onClose}
    >
      <Form name="confirm" layout="vertical" requiredMark={false} initialValues={{ at: now }} onFinish={keep.send}>
        <Form.Item name="at" label={t('publicity.at')} rules={[{ required: true }]}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="note" label={t('publicity.where')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

export function PublishDialog({ piece, onClose }: { piece: Piece; onClose(): void }) {
  const { t } = useTranslation()
  const now = useNow()
  const channels = useQuery(channelsQuery).data?.items.filter(({ open }) => open) ?? []
  const isCorrection = piece.editions.length > 0
  const keep = useOperation(
    ({ at, why, chosen }: { at: string; why?: string; chosen?: string[] }) =>
      answer(
        api.POST('/pieces/{pieceId}/publications', {
          params: { path: { pieceId: piece.id } },
          body: {
            id: newId(),
            versionId: piece.versionId ?? '',
            at: fromLocalInput(at),
            why: why?.trim() || null,
            channels: chosen ?? [],
          },
        }),
      ),
    { touches: touchesPublicity, onDone: onClose },
  )
  return (
    <Dialog
      title={t(isCorrection ? 'publicity.correct' : 'publicity.publish')}
      verb={t(isCorrection ? 'publicity.correct' : 'publicity.publish')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="publish"
      onClose={onClose}
    >
      <Form name="publish" layout="vertical" requiredMark={false} initialValues={{ at: now }} onFinish={keep.send}>
        {isCorrection && (
          <>
            <p className="muted">{t('publicity.correctionReaches')}</p>
            <Form.Item
              name="why"
              label={t('publicity.whatWasWrong')}
              rules={[{ required: true, min: 2, message: t('documents.fieldNeeded') }]}
            >
              <Input maxLength={300} />
            </Form.Item>
          </>
        )}
        <Form.Item name="at" label={t('publicity.at')} rules={[{ required: true }]}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="chosen" label={t('publicity.view.channels')}>
          <Checkbox.Group options={channels.map(({ id, title }) => ({ value: id, label: title }))} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

export function WhyDialog({ piece, act, onClose }: { piece: Piece; act: 'returned' | 'withdrawn'; onClose(): void }) {
  const { t } = useTranslation()
  const moment = useCountyMoment()
  const params = { path: { pieceId: piece.id } }
  const keep = useOperation(
    async ({ why }: { why: string }): Promise<void> => {
      if (act === 'withdrawn') {
        const body = { id: newId(), at: moment ?? new Date().toISOString(), why }
        await answer(api.POST('/pieces/{pieceId}/withdrawal', { params, body }))
        return
      }
      const body = { id: newId(), versionId: piece.versionId ?? '', step: act, note: why }
      await answer(api.POST('/pieces/{pieceId}/steps', { params, body }))
    },
    { touches: touchesPublicity, onDone: onClose },
  )
  return (
    <Dialog
      title={t(`publicity.act.${act}`)}
      verb={t(`publicity.act.${act}`)}
      danger={act === 'withdrawn'}
      busy={keep.busy}
      refusal={keep.refusal}
      form="why"
      onClose={onClose}
    >
      {act === 'withdrawn' && <p className="muted">{t('publicity.withdrawalReaches')}</p>}
      <Form name="why" layout="vertical" requiredMark={false} onFinish={keep.send}>
        <Form.Item
          name="why"
          label={t('publicity.why')}
          rules={[{ required: true, min: 2, message: t('documents.fieldNeeded') }]}
        >
          <Input.TextArea maxLength={300} rows={3} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

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
