import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { dateTime, temperature } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { outcomeName } from '../../ui/words.ts'
import { outcomes } from './codes.ts'
import { type HandOverRow, momentFor } from './queries.ts'

interface OutcomeForm {
  outcome: (typeof outcomes)[number]
  note?: string
}

export function OutcomeDialog({ handOver, onClose }: { handOver: HandOverRow; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const record = useOperation(
    ({ outcome, note }: OutcomeForm) =>
      answer(
        api.POST('/hand-overs/{handOverId}/outcomes', {
          params: { path: { handOverId: handOver.id } },
          body: { id: newId(), recordedAt: momentFor(handOver, livesAt), outcome, note: note?.trim() || null },
        }),
      ),
    { onDone: onClose, touches: [['hand-overs'], ['board']] },
  )
  return (
    <Dialog
      title={t('outcome.title')}
      verb={t('outcome.verb')}
      busy={record.busy}
      refusal={record.refusal}
      form="outcome"
      onClose={onClose}
    >
      <p>
        {t('outcome.about', {
          checkpoint: handOver.checkpointName,
          temperature: temperature(handOver.temperatureC),
          time: dateTime(handOver.openedAt),
        })}
      </p>
      <Form<OutcomeForm> name="outcome" layout="vertical" requiredMark={false} onFinish={record.send}>
        <Form.Item name="outcome" label={t('outcome.which')} rules={[{ required: true, message: t('outcome.needed') }]}>
          <Radio.Group
            vertical
            options={outcomes.map((value) => ({
              value,
              label: `${outcomeName(t, value)} — ${t(`outcome.hint.${value}`)}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('outcome.note')} extra={t('outcome.noteHint')}>
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
