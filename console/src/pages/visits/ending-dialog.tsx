import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useOperation } from '../../ui/operation.ts'
import { outcomesOf } from './counted.ts'
import { type FollowUp, touchesVisits } from './queries.ts'

interface EndingForm {
  outcome: (typeof outcomesOf)[FollowUp['kind']][number]
  note?: string
}

export function EndingDialog({ followUp, onClose }: { followUp: FollowUp; onClose(): void }) {
  const { t } = useTranslation()
  const end = useOperation(
    ({ outcome, note }: EndingForm) =>
      answer(
        api.POST('/visits/follow-ups/{followUpId}/outcomes', {
          params: { path: { followUpId: followUp.id } },
          body: { id: newId(), recordedAt: new Date().toISOString(), outcome, note: note?.trim() || null },
        }),
      ),
    { touches: touchesVisits, onDone: onClose },
  )
  const who = followUp.person?.name ?? t('followUps.wholeHousehold')
  return (
    <Dialog
      title={`${t(`followUps.kind.${followUp.kind}`)} · ${who}`}
      verb={t('followUps.result')}
      busy={end.busy}
      refusal={end.refusal}
      form="ending"
      onClose={onClose}
    >
      <Form<EndingForm> name="ending" layout="vertical" requiredMark={false} onFinish={end.send}>
        <Form.Item
          name="outcome"
          label={t('followUps.which')}
          rules={[{ required: true, message: t('followUps.whichNeeded') }]}
        >
          <Radio.Group
            vertical
            options={outcomesOf[followUp.kind].map((value) => ({ value, label: t(`followUps.outcome.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t('followUps.note')} extra={t('followUps.noteHint')}>
          <Input.TextArea maxLength={200} showCount autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
