import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import type { GoodsDonation } from './donations-queries.ts'
import { goodsQuery, placesQuery, touchesRequests } from './requests-queries.ts'

const DONORS = ['person', 'organisation', 'anonymous'] as const
interface Said {
  donorKind: (typeof DONORS)[number]
  donor?: string
  storeId: string
  itemId: string
  quantity: number
  publicName?: string
  at: string
}

function donorOf({ donorKind, donor = '' }: Said) {
  if (donorKind === 'person') return { kind: 'person' as const, id: newId(), name: donor, phone: null }
  return donorKind === 'organisation' ? { kind: donorKind, organisation: donor } : { kind: donorKind }
}

/** Goods without a lot number stand in the lot that has the id of their item. */
function send(said: Said) {
  const { storeId, itemId, quantity, publicName, at } = said
  const lines = [{ itemId, lotId: itemId, amount: String(quantity) }]
  const body = { id: newId(), storeId, lines, donor: donorOf(said), publicName: publicName?.trim() || null }
  return answer(api.POST('/supplies/donations', { body: { ...body, at: fromLocalInput(at) } }))
}

export function DonationDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const [form] = Form.useForm<Said>()
  const donorKind = Form.useWatch('donorKind', form)
  const itemId = Form.useWatch('itemId', form)
  const goods = useQuery(goodsQuery).data?.items ?? []
  const stores = useQuery(placesQuery).data?.items ?? []
  const unit = goods.find(({ id }) => id === itemId)?.unit
  const keep = useOperation(send, { touches: touchesRequests, onDone: onClose })
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={t('requests.gifts.record')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="gift"
      onClose={onClose}
    >
      <Form
        form={form}
        name="gift"
        layout="vertical"
        requiredMark={false}
        initialValues={{ donorKind: 'person', at: toLocalInput(livesAt ?? new Date()) }}
        onFinish={keep.send}
      >
        <Form.Item name="donorKind" label={t('funds.field.donorKind')} rules={needed}>
          <Select options={DONORS.map((one) => ({ value: one, label: t(`funds.donorKind.${one}`) }))} />
        </Form.Item>
        {donorKind !== 'anonymous' && (
          <Form.Item name="donor" label={t('funds.field.donor')} rules={needed}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="storeId" label={t('requests.gifts.store')} rules={needed}>
          <Select
            showSearch
            optionFilterProp="label"
            options={stores.map(({ id, name, divisionName }) => ({ value: id, label: `${name} · ${divisionName}` }))}
          />
        </Form.Item>
        <Form.Item name="itemId" label={t('requests.item')} rules={needed}>
          <Select
            showSearch
            optionFilterProp="label"
            options={goods.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="quantity" label={t('requests.field.quantity')} rules={needed}>
          <InputNumber
            min={1}
            precision={0}
            style={{ width: 220 }}
            suffix={unit ? t(`requests.unit.${unit}`) : undefined}
          />
        </Form.Item>
        <Form.Item name="publicName" label={t('funds.field.publicName')}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="at" label={t('requests.field.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

export function NamingDialog({ donation, onClose }: { donation: GoodsDonation; onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const keep = useOperation(
    ({ publicName }: { publicName?: string }) => {
      const params = { path: { donationId: donation.id } }
      const at = livesAt ?? new Date().toISOString()
      const body = { id: newId(), publicName: publicName?.trim() || null, at }
      return answer(api.POST('/supplies/donations/{donationId}/naming', { params, body }))
    },
    { touches: touchesRequests, onDone: onClose },
  )
  return (
    <Dialog
      title={`${t('funds.form.naming')} · ${donation.receiptNo}`}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="naming"
      onClose={onClose}
    >
      <p className="muted">{t('funds.namingWhy')}</p>
      <Form
        name="naming"
        layout="vertical"
        initialValues={{ publicName: donation.publicName ?? '' }}
        onFinish={keep.send}
      >
        <Form.Item name="publicName" label={t('funds.field.publicName')}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
