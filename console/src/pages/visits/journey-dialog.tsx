import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { type FollowUp, touchesVisits } from './queries.ts'

const means = ['rail', 'air', 'coach', 'own-car', 'hired-car', 'ship', 'other', 'unknown'] as const

interface JourneyForm {
  from?: string
  place?: string
  arrivedAt: string
  means: (typeof means)[number]
  service?: string
}

/** What the answers left open is asked here; the journey is recorded and the follow-up closed as one. */
export function JourneyDialog({ followUp, onClose }: { followUp: FollowUp; onClose(): void }) {
  const { t } = useTranslation()
  const { draft, division, person } = followUp
  const record = useOperation(
    ({ from, place, arrivedAt, means: by, service }: JourneyForm) =>
      answer(
        api.POST('/visits/follow-ups/{followUpId}/journey', {
          params: { path: { followUpId: followUp.id } },
          body: {
            id: newId(),
            travelId: newId(),
            recordedAt: new Date().toISOString(),
            from: { code: from?.trim() || null, place: place?.trim() || null },
            to: { code: division },
            arrivedAt: fromLocalInput(arrivedAt),
            arrivedEstimated: arrivedAt.endsWith('T12:00'),
            means: by,
            service: service?.trim() || null,
          },
        }),
      ),
    { touches: [...touchesVisits, ['line-list'], ['person-exposures']], onDone: onClose },
  )
  return (
    <Dialog
      title={t('followUps.journeyTitle', { who: person?.name ?? t('doors.unnamed') })}
      verb={t('followUps.journey')}
      busy={record.busy}
      refusal={record.refusal}
      form="journey"
      onClose={onClose}
    >
      <p>{t('followUps.journeyAbout')}</p>
      <Form<JourneyForm>
        name="journey"
        layout="vertical"
        requiredMark={false}
        onFinish={record.send}
        initialValues={{
          from: /^\d+$/.test(draft.from ?? '') ? draft.from : undefined,
          arrivedAt: draft.arrivedOn ? `${draft.arrivedOn}T12:00` : undefined,
          means: means.find((one) => one === draft.means) ?? 'unknown',
        }}
      >
        <Form.Item
          name="from"
          label={t('followUps.from')}
          extra={t('followUps.fromHint')}
          rules={[{ pattern: /^\d{2}(\d{2}(\d{2})?)?$/, message: t('followUps.fromNeeded') }]}
        >
          <Input inputMode="numeric" maxLength={6} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="place" label={t('followUps.fromPlace')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="arrivedAt"
          label={t('followUps.arrived')}
          rules={[{ required: true, message: t('roundForm.timeNeeded') }]}
        >
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="means" label={t('followUps.means')}>
          <Select options={means.map((value) => ({ value, label: t(`means.${value}`) }))} style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="service" label={t('followUps.service')}>
          <Input maxLength={20} style={{ width: 160 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
