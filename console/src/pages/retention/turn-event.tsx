import { Checkbox, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { zh } from '../../i18n/zh/zh.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf, fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { diseaseName } from './names.ts'
import type { EventNow } from './queries.ts'

interface Order {
  disease: string
  documentNo: string
  documentDate: string
  at: string
  responseEnds: boolean
}

/** An order with a document behind it. Closing says what follows before it is sent. */
export function TurnEvent({ event, onClose }: { event: EventNow | null; onClose(): void }) {
  const { t } = useTranslation()
  const now = new Date()
  const turn = useOperation(
    ({ disease, documentNo, documentDate, at, responseEnds }: Order) => {
      const paper = { id: newId(), documentNo, documentDate }
      return answer(
        event
          ? api.POST('/retention/events/reopen', { body: { ...paper, disease: event.disease } })
          : api.POST('/retention/events/close', { body: { ...paper, disease, at: fromLocalInput(at), responseEnds } }),
      )
    },
    { touches: [['retention']], onDone: onClose },
  )
  const needed = (message: string) => [{ required: true, whitespace: true, message }]
  return (
    <Dialog
      title={event ? t('retention.reopenTitle', { disease: diseaseName(t, event.disease) }) : t('retention.closeTitle')}
      verb={event ? t('retention.reopen') : t('retention.close')}
      danger={!event}
      busy={turn.busy}
      refusal={turn.refusal}
      form="turn-event"
      onClose={onClose}
    >
      <p className="muted">{event ? t('retention.reopenAbout') : t('retention.closeAbout')}</p>
      <Form<Order>
        name="turn-event"
        layout="vertical"
        requiredMark={false}
        onFinish={turn.send}
        initialValues={{ disease: 'covid-19', documentDate: dayOf(now), at: toLocalInput(now), responseEnds: false }}
      >
        {!event && (
          <Form.Item name="disease" label={t('retention.disease')}>
            <Select
              options={Object.keys(zh.retention.diseases).map((code) => ({ value: code, label: diseaseName(t, code) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="documentNo" label={t('retention.documentNo')} rules={needed(t('retention.documentNeeded'))}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="documentDate"
          label={t('retention.documentDate')}
          rules={needed(t('retention.documentNeeded'))}
        >
          <Input type="date" max={dayOf(now)} />
        </Form.Item>
        {!event && (
          <>
            <Form.Item name="at" label={t('retention.closeAt')} rules={needed(t('retention.momentNeeded'))}>
              <Input type="datetime-local" max={toLocalInput(now)} />
            </Form.Item>
            <Form.Item name="responseEnds" valuePropName="checked" extra={t('retention.responseEndsAbout')}>
              <Checkbox>{t('retention.responseEnds')}</Checkbox>
            </Form.Item>
          </>
        )}
      </Form>
    </Dialog>
  )
}
