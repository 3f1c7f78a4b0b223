import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { channelsQuery, type Dispatch, type Piece, touchesPublicity } from './queries.ts'

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
