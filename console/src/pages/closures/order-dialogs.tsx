import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { FactDialog } from '../../ui/fact-dialog.tsx'
import { moveDay } from '../../ui/format.ts'
import { type OrderCard, standingDocumentsQuery, touchesClosures } from './queries.ts'

export interface Decided {
  documentId: string
  authority: string
  decider: string
  basis: string
  ground: string
  endsOn: string
  reviewOn: string
  appeal: string
}
export const useNeeded = () => {
  const { t } = useTranslation()
  return [{ required: true, whitespace: true, message: t('closures.fieldNeeded') }]
}

/** Everything that a decision has to say, whether it begins a closure or keeps one up. */
export function DecidedFields() {
  const { t } = useTranslation()
  const needed = useNeeded()
  const documents = useQuery(standingDocumentsQuery).data?.items ?? []
  return (
    <>
      <Form.Item name="documentId" label={t('closures.document')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('closures.noDocument')}
          options={documents.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))}
        />
      </Form.Item>
      <Form.Item name="authority" label={t('closures.authority')} rules={needed}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="decider" label={t('closures.decider')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="basis" label={t('closures.basis')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="ground" label={t('closures.ground')} rules={needed}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item name="endsOn" label={t('closures.endsOn')} rules={needed}>
        <Input type="date" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="reviewOn" label={t('closures.reviewOn')} rules={needed}>
        <Input type="date" style={{ width: 180 }} />
      </Form.Item>
      <Form.Item name="appeal" label={t('closures.appeal')} rules={needed}>
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </>
  )
}

type Acting = { order: OrderCard; onClose(): void }

export function ExtendOrder({ order, onClose }: Acting) {
  const { t } = useTranslation()
  const { authority, basis, ground, appeal, decider, endsOn, reviewOn } = order
  return (
    <FactDialog<Decided>
      name="extend-closure"
      title={t('closures.extend')}
      verb={t('closures.extend')}
      about={t('closures.extendAbout')}
      touches={touchesClosures}
      initial={{
        authority,
        basis,
        ground,
        appeal,
        decider,
        endsOn: moveDay(endsOn, 14),
        reviewOn: moveDay(reviewOn, 7),
      }}
      send={({ at, ...said }) =>
        answer(
          api.POST('/closures/orders/{orderId}/extensions', {
            params: { path: { orderId: order.id } },
            body: { ...said, decidedAt: at },
          }),
        )
      }
      onClose={onClose}
    >
      <DecidedFields />
    </FactDialog>
  )
}

export function LiftOrder({ order, onClose }: Acting) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const params = { path: { orderId: order.id } }
  return (
    <FactDialog<{ decider: string; why: string }>
      name="lift-closure"
      title={t('closures.lift')}
      verb={t('closures.lift')}
      danger
      about={t('closures.liftAbout')}
      touches={touchesClosures}
      initial={{ decider: order.decider }}
      send={(body) => answer(api.POST('/closures/orders/{orderId}/lifting', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="decider" label={t('closures.decider')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="why" label={t('closures.why')} rules={needed}>
        <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FactDialog>
  )
}

export function ReviewOrder({ order, onClose }: Acting) {
  const { t } = useTranslation()
  const needed = useNeeded()
  const params = { path: { orderId: order.id } }
  return (
    <FactDialog<{ reviewer: string; nextOn: string }>
      name="review-closure"
      title={t('closures.doReview')}
      verb={t('closures.doReview')}
      touches={touchesClosures}
      initial={{ nextOn: moveDay(order.reviewOn, 7) }}
      send={(body) => answer(api.POST('/closures/orders/{orderId}/reviews', { params, body }))}
      onClose={onClose}
    >
      <Form.Item name="reviewer" label={t('closures.reviewer')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nextOn" label={t('closures.nextReview')} rules={needed}>
        <Input type="date" style={{ width: 180 }} />
      </Form.Item>
    </FactDialog>
  )
}
