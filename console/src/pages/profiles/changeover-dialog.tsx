import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { newId } from '../../new-id.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { dayOf } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { Tag } from '../../ui/tag.tsx'
import { type Decision, DecisionFields } from './decision-fields.tsx'
import { type EditionHead, previewQuery, said } from './queries.ts'

interface Order extends Decision {
  from: string
  to: string
  day: string
}

/** Before it is sent it says whom it touches, and why it would be refused. */
function Preview(order: { from: string; to: string; day: string }) {
  const { t } = useTranslation()
  const preview = useQuery(previewQuery(order)).data
  if (!preview) return null
  return (
    <output className="row" aria-live="polite">
      <Tag tone={preview.openOrders > 0 ? 'brand' : 'plain'}>
        {t('profiles.openOrders', { count: preview.openOrders })}
      </Tag>
      {preview.refusal ? (
        <Tag tone="caution">{preview.refusal[language()]}</Tag>
      ) : (
        <Tag>{t('profiles.differ', { count: preview.differences })}</Tag>
      )}
    </output>
  )
}

export function ChangeoverDialog({ editions, onClose }: { editions: readonly EditionHead[]; onClose(): void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Order>()
  const from = Form.useWatch('from', form)
  const to = Form.useWatch('to', form)
  const day = Form.useWatch('day', form)
  const order = useOperation(
    (said: Order) => answer(api.POST('/cases/changeovers', { body: { id: newId(), ...said } })),
    { touches: [['changeovers']], onDone: onClose },
  )
  const fixed = editions.filter(({ state }) => state !== 'draft')
  const disease = fixed.find(({ code }) => code === from)?.disease
  const options = (among: readonly EditionHead[]) =>
    among.map((edition) => ({
      value: edition.code,
      label: `${said(edition)} · ${t(`profiles.state.${edition.state}`)}`,
    }))
  const needed = [{ required: true, message: t('profiles.needed') }]
  const today = dayOf(new Date())
  return (
    <Dialog
      title={t('profiles.changeoverTitle')}
      verb={t('profiles.changeoverNew')}
      busy={order.busy}
      refusal={order.refusal}
      form="changeover"
      onClose={onClose}
    >
      <p className="muted">{t('profiles.changeoverAbout')}</p>
      <p className="muted">{t('profiles.changeoverHow')}</p>
      <Form<Order>
        form={form}
        name="changeover"
        layout="vertical"
        requiredMark={false}
        onFinish={order.send}
        initialValues={{ day: today }}
      >
        <Form.Item name="from" label={t('profiles.changeoverFrom')} rules={needed}>
          <Select options={options(fixed)} onChange={() => form.setFieldValue('to', undefined)} />
        </Form.Item>
        <Form.Item name="to" label={t('profiles.changeoverTo')} rules={needed}>
          <Select
            disabled={!disease}
            options={options(
              fixed.filter((one) => one.disease === disease && one.code !== from && one.state !== 'ended'),
            )}
          />
        </Form.Item>
        <Form.Item name="day" label={t('profiles.changeoverDay')} rules={needed}>
          <Input type="date" min={today} />
        </Form.Item>
        {from && to && day && <Preview from={from} to={to} day={day} />}
        <DecisionFields />
      </Form>
    </Dialog>
  )
}
