import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import type { PlacedCheckpoint } from './queries.ts'

/** Closing and reopening are facts with a ground; what was recorded meanwhile can still arrive. */
export function CloseCheckpoint({ checkpoint, onClose }: { checkpoint: PlacedCheckpoint; onClose(): void }) {
  const { t } = useTranslation()
  const closed = checkpoint.closedAt !== null
  const turn = useOperation(
    ({ ground }: { ground: string }) => {
      const now = new Date().toISOString()
      const fact = { id: newId(), at: now, ground, recordedAt: now }
      const call = { params: { path: { checkpointId: checkpoint.id } }, body: fact }
      return answer(
        closed
          ? api.POST('/places/checkpoints/{checkpointId}/reopen', call)
          : api.POST('/places/checkpoints/{checkpointId}/close', call),
      )
    },
    { touches: [['place-checkpoints'], ['board']], onDone: onClose },
  )
  return (
    <Dialog
      title={
        closed ? t('places.reopenTitle', { name: checkpoint.name }) : t('places.closeTitle', { name: checkpoint.name })
      }
      verb={closed ? t('places.reopen') : t('places.close')}
      danger={!closed}
      busy={turn.busy}
      refusal={turn.refusal}
      form="turn-checkpoint"
      onClose={onClose}
    >
      {!closed && <p className="muted">{t('places.closeAbout')}</p>}
      <Form name="turn-checkpoint" layout="vertical" requiredMark={false} onFinish={turn.send}>
        <Form.Item
          name="ground"
          label={t('places.ground')}
          rules={[{ required: true, min: 2, whitespace: true, message: t('places.groundNeeded') }]}
        >
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
