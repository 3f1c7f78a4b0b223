import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { fromLocalInput, toLocalInput } from '../../ui/format.ts'
import { useOperation } from '../../ui/operation.ts'
import { goodsQuery, lotsInQuery, placesQuery, type RequestRow, touchesRequests } from './requests-queries.ts'
import { allKept } from './requests-words.ts'
import { useQuantity } from './use-quantity.ts'

export type Doing = { form: 'make' } | { form: 'allot' | 'ship' | 'end'; request: RequestRow }
const PURPOSES = ['medical', 'isolation', 'checkpoints', 'visits', 'residents', 'other'] as const

interface Said {
  storeId: string
  itemId: string
  quantity: number
  purpose: (typeof PURPOSES)[number]
  neededOn: string
  lotId: string
  why: string
  at: string
}

async function send(doing: Doing, said: Said): Promise<unknown> {
  const [id, at] = [newId(), fromLocalInput(said.at)]
  if (doing.form === 'make') {
    const { storeId, itemId, quantity, purpose, neededOn } = said
    const item = { id, storeId, itemId, quantity, purpose, neededOn, note: null, at }
    const { verdicts } = await answer(api.POST('/supplies/requests/batch', { body: { items: [item] } }))
    return allKept(verdicts)
  }
  const requestId = doing.request.id
  const params = { path: { requestId } }
  if (doing.form === 'allot') {
    const item = { id, requestId, storeId: said.storeId, quantity: said.quantity, why: said.why || null, at }
    const { verdicts } = await answer(api.POST('/supplies/allotments/batch', { body: { items: [item] } }))
    return allKept(verdicts)
  }
  if (doing.form === 'ship') {
    const lots = [{ lotId: said.lotId, amount: String(said.quantity) }]
    const body = { id, storeId: said.storeId, lots, at }
    return answer(api.POST('/supplies/requests/{requestId}/shipments', { params, body }))
  }
  const body = { id, how: 'declined' as const, why: said.why, at }
  return answer(api.POST('/supplies/requests/{requestId}/end', { params, body }))
}

/** Asking, allotting, sending and declining: which fields each has. */
const FIELDS = {
  make: ['storeId', 'itemId', 'quantity', 'purpose', 'neededOn', 'at'],
  allot: ['storeId', 'quantity', 'why', 'at'],
  ship: ['storeId', 'lotId', 'quantity', 'at'],
  end: ['why', 'at'],
} as const satisfies Record<Doing['form'], ReadonlyArray<keyof Said>>

export function RequestDialog({ doing, onClose }: { doing: Doing; onClose(): void }) {
  const { t } = useTranslation()
  const words = useQuantity()
  const livesAt = useCountyMoment()
  const keep = useOperation((said: Said) => send(doing, said), { touches: touchesRequests, onDone: onClose })
  const request = 'request' in doing ? doing.request : null
  const now = toLocalInput(livesAt ?? new Date())
  const rest = request
    ? doing.form === 'ship'
      ? request.allotted - request.sent
      : request.quantity - request.allotted
    : 0
  const initial = {
    at: now,
    neededOn: now.slice(0, 10),
    purpose: 'checkpoints',
    ...(rest > 0 ? { quantity: rest } : {}),
  }
  const needed = [{ required: true, message: t('documents.fieldNeeded') }]
  return (
    <Dialog
      title={request ? `${t(`requests.form.${doing.form}`)} · ${request.storeName}` : t(`requests.form.${doing.form}`)}
      verb={t(`requests.form.${doing.form}`)}
      busy={keep.busy}
      refusal={keep.refusal}
      form="request"
      onClose={onClose}
    >
      {request && (
        <p className="muted">
          {request.itemName} · {words(request.quantity, request.unit)}
        </p>
      )}
      <Form name="request" layout="vertical" requiredMark={false} initialValues={initial} onFinish={keep.send}>
        {FIELDS[doing.form].map((field) => (
          <Form.Item
            key={field}
            name={field}
            label={field === 'storeId' && doing.form === 'make' ? t('requests.who') : t(`requests.field.${field}`)}
            rules={field === 'why' && doing.form === 'allot' ? [] : needed}
          >
            <Control field={field} request={request} />
          </Form.Item>
        ))}
      </Form>
    </Dialog>
  )
}

function Control({ field, request, ...given }: { field: keyof Said; request: RequestRow | null }): ReactNode {
  const { t } = useTranslation()
  const words = useQuantity()
  const storeId = Form.useWatch('storeId') as string | undefined
  const itemId = Form.useWatch('itemId') as string | undefined
  const goods = useQuery(goodsQuery).data?.items ?? []
  const stores = useQuery(placesQuery).data?.items ?? []
  const lots = useQuery(lotsInQuery(field === 'lotId' ? (storeId ?? '') : '')).data?.items ?? []
  const unit = request?.unit ?? goods.find(({ id }) => id === itemId)?.unit
  switch (field) {
    case 'storeId': {
      const options = stores.map(({ id, name, divisionName }) => ({ value: id, label: `${name} · ${divisionName}` }))
      return <Select {...given} showSearch optionFilterProp="label" options={options} />
    }
    case 'itemId':
      return (
        <Select
          {...given}
          showSearch
          optionFilterProp="label"
          options={goods.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )
    case 'lotId':
      return (
        <Select
          {...given}
          options={lots
            .filter((one) => one.itemId === request?.itemId)
            .map(({ lot, quantity, unit: of }) => ({
              value: lot.id,
              label: `${lot.makerNo ?? t('requests.noLot')} · ${words(quantity, of)}${lot.expiresOn ? ` · ${lot.expiresOn}` : ''}`,
            }))}
        />
      )
    case 'purpose':
      return (
        <Select {...given} options={PURPOSES.map((one) => ({ value: one, label: t(`requests.purposeName.${one}`) }))} />
      )
    case 'quantity':
      return (
        <InputNumber
          {...given}
          min={1}
          precision={0}
          style={{ width: 220 }}
          suffix={unit ? t(`requests.unit.${unit}`) : undefined}
        />
      )
    case 'neededOn':
      return <Input {...given} type="date" style={{ width: 220 }} />
    case 'at':
      return <Input {...given} type="datetime-local" style={{ width: 220 }} />
    default:
      return <Input {...given} maxLength={200} />
  }
}
