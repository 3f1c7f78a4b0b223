import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { fenOf } from '../funds/money.ts'
import { goodsQuery, placesQuery, touchesRequests } from './requests-queries.ts'
import { allKept } from './requests-words.ts'

const STATES = ['enough', 'little', 'none'] as const
const DELIVERIES = ['normal', 'late', 'stopped'] as const
interface Said {
  storeId: string
  itemId: string
  yuan: number
  per: string
  state: (typeof STATES)[number]
  delivery: (typeof DELIVERIES)[number]
  at: string
}

export function PriceDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const livesAt = useCountyMoment()
  const goods = useQuery(goodsQuery).data?.items ?? []
  const stores = useQuery(placesQuery).data?.items ?? []
  const keep = useOperation(
    async ({ yuan, at, ...said }: Said) => {
      const item = { id: newId(), ...said, priceFen: fenOf(yuan), at: fromLocalInput(at) }
      allKept((await answer(api.POST('/supplies/prices/batch', { body: { items: [item] } }))).verdicts)
    },
    { touches: touchesRequests, onDone: onClose },
  )
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  const initial = { state: 'enough', delivery: 'normal', at: toLocalInput(livesAt ?? new Date()) }
  return (
    <Dialog
      title={t('requests.shops.tell')}
      verb={t('forms.save')}
      busy={keep.busy}
      refusal={keep.refusal}
      form="price"
      onClose={onClose}
    >
      <Form name="price" layout="vertical" requiredMark={false} initialValues={initial} onFinish={keep.send}>
        <Form.Item name="storeId" label={t('requests.shops.store')} rules={needed}>
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
            options={goods.filter(({ kind }) => kind === 'daily').map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="yuan" label={t('requests.shops.price')} rules={needed}>
          <InputNumber min={0.01} precision={2} style={{ width: 220 }} />
        </Form.Item>
        <Form.Item name="per" label={t('requests.shops.per')} rules={needed}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="state" label={t('requests.shops.state')}>
          <Select options={STATES.map((one) => ({ value: one, label: t(`requests.shops.states.${one}`) }))} />
        </Form.Item>
        <Form.Item name="delivery" label={t('requests.shops.delivery')}>
          <Select options={DELIVERIES.map((one) => ({ value: one, label: t(`requests.shops.deliveries.${one}`) }))} />
        </Form.Item>
        <Form.Item name="at" label={t('requests.shops.at')} rules={needed}>
          <Input type="datetime-local" style={{ width: 220 }} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
