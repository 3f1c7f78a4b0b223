import { isolationRules } from '@qunfang/client/rules'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { fromLocalInput, moveDay } from '../../ui/format.ts'
import { type Decided, DecidedFields, keptWords, suggestedDays, useNeeded } from './decided-fields.tsx'
import { OrderDialog } from './order-dialog.tsx'
import type { OrderCard } from './orders-queries.ts'

export interface OrderDialogProps {
  order: OrderCard
  /** Now, or the moment that the county lives at: what stands in a field of `datetime-local`. */
  moment: string
  onClose(): void
}
const pathOf = ({ id }: OrderCard) => ({ params: { path: { orderId: id } } })

function Words({ name, label, max = 40 }: { name: string; label: string; max?: number }) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed}>
      <Input maxLength={max} autoComplete="off" />
    </Form.Item>
  )
}
function When({
  name,
  label,
  type = 'datetime-local',
}: {
  name: string
  label: string
  type?: 'date' | 'datetime-local'
}) {
  const needed = useNeeded()
  return (
    <Form.Item name={name} label={label} rules={needed}>
      <Input type={type} style={{ width: 220 }} />
    </Form.Item>
  )
}

export function ExtendDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  return (
    <OrderDialog<Decided & { decidedAt: string }>
      name="extend-order"
      title={t('isolation.extend')}
      verb={t('isolation.extend')}
      about={t('isolation.extendAbout')}
      initial={{
        decidedAt: moment,
        ground: order.ground,
        anchorOn: order.anchorOn,
        ...suggestedDays(moment.slice(0, 10)),
        ...keptWords(),
      }}
      send={({ decidedAt, ...said }) => {
        const source = order.source
        const body = { ...said, source, decidedAt: fromLocalInput(decidedAt) }
        return answer(api.POST('/isolation/orders/{orderId}/extensions', { ...pathOf(order), body }))
      }}
      onClose={onClose}
    >
      <When name="decidedAt" label={t('isolation.decidedAt')} />
      <DecidedFields />
    </OrderDialog>
  )
}

export function ShortenDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  return (
    <OrderDialog<{ endsOn: string; decider: string; why: string }>
      name="shorten-order"
      title={t('isolation.shorten')}
      verb={t('isolation.shorten')}
      initial={{ endsOn: moment.slice(0, 10) }}
      send={(body) => answer(api.POST('/isolation/orders/{orderId}/shortenings', { ...pathOf(order), body }))}
      onClose={onClose}
    >
      <When name="endsOn" label={t('isolation.till')} type="date" />
      <Words name="decider" label={t('isolation.decider')} />
      <Words name="why" label={t('isolation.reason')} max={200} />
    </OrderDialog>
  )
}

export function ReviewDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const next = moveDay(moment.slice(0, 10), isolationRules.REVIEW_DAYS)
  return (
    <OrderDialog<{ reviewedAt: string; reviewer: string; nextOn: string }>
      name="review-order"
      title={t('isolation.reviewDone')}
      verb={t('isolation.stillNeeded')}
      about={t('isolation.reviewAbout')}
      initial={{ reviewedAt: moment, nextOn: next < order.endsOn ? next : order.endsOn }}
      send={({ reviewedAt, ...said }) => {
        const body = { ...said, reviewedAt: fromLocalInput(reviewedAt), homeMet: null }
        return answer(api.POST('/isolation/orders/{orderId}/reviews', { ...pathOf(order), body }))
      }}
      onClose={onClose}
    >
      <When name="reviewedAt" label={t('isolation.reviewedAt')} />
      <Words name="reviewer" label={t('isolation.reviewer')} />
      <When name="nextOn" label={t('isolation.review')} type="date" />
    </OrderDialog>
  )
}

export function EndDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  return (
    <OrderDialog<{ endedAt: string; why: (typeof isolationRules.waysToEnd)[number]; note?: string }>
      name="end-order"
      title={t('isolation.end')}
      verb={t('isolation.end')}
      about={t('isolation.endAbout')}
      initial={{ endedAt: moment, why: 'released' }}
      send={({ endedAt, note, ...said }) => {
        const body = { ...said, endedAt: fromLocalInput(endedAt), note: note?.trim() || null }
        return answer(api.POST('/isolation/orders/{orderId}/end', { ...pathOf(order), body }))
      }}
      onClose={onClose}
    >
      <Form.Item name="why" label={t('isolation.reason')}>
        <Radio.Group
          options={isolationRules.waysToEnd.map((value) => ({ value, label: t(`isolation.ended.${value}`) }))}
        />
      </Form.Item>
      <When name="endedAt" label={t('isolation.endedAt')} />
      <Form.Item name="note" label={`${t('isolation.note')} (${t('forms.optional')})`}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </OrderDialog>
  )
}

type Lodger = (typeof isolationRules.lodgers)[number]
export function AppealDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  return (
    <OrderDialog<{ lodgedAt: string; lodger: Lodger; said?: string }>
      name="lodge-appeal"
      title={t('isolation.lodge')}
      verb={t('forms.save')}
      initial={{ lodgedAt: moment, lodger: 'person' }}
      send={({ lodgedAt, said, ...rest }) => {
        const body = { ...rest, lodgedAt: fromLocalInput(lodgedAt), said: said?.trim() || null }
        return answer(api.POST('/isolation/orders/{orderId}/appeals', { ...pathOf(order), body }))
      }}
      onClose={onClose}
    >
      <Form.Item name="lodger" label={t('isolation.lodger')}>
        <Radio.Group
          options={isolationRules.lodgers.map((value) => ({ value, label: t(`isolation.lodgers.${value}`) }))}
        />
      </Form.Item>
      <When name="lodgedAt" label={t('isolation.lodgedAt')} />
      <Form.Item name="said" label={`${t('isolation.said')} (${t('forms.optional')})`}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </OrderDialog>
  )
}

type Outcome = (typeof isolationRules.appealOutcomes)[number]
export function DecideAppealDialog({ order, moment, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const appealId = order.openAppealId ?? ''
  return (
    <OrderDialog<{ decidedAt: string; outcome: Outcome; documentNo: string; decider: string; reason: string }>
      name="decide-appeal"
      title={t('isolation.decideAppeal')}
      verb={t('isolation.decideAppeal')}
      about={t('isolation.decideAppealAbout', { decider: order.decider })}
      initial={{ decidedAt: moment, outcome: 'rejected' }}
      send={({ decidedAt, ...said }) =>
        answer(
          api.POST('/isolation/orders/{orderId}/appeals/{appealId}/decision', {
            params: { path: { orderId: order.id, appealId } },
            body: { ...said, decidedAt: fromLocalInput(decidedAt) },
          }),
        )
      }
      onClose={onClose}
    >
      <Form.Item name="outcome" label={t('isolation.outcome')}>
        <Radio.Group
          options={isolationRules.appealOutcomes.map((value) => ({ value, label: t(`isolation.outcomes.${value}`) }))}
        />
      </Form.Item>
      <Words name="documentNo" label={t('isolation.documentNo')} max={60} />
      <Words name="decider" label={t('isolation.decider')} />
      <Words name="reason" label={t('isolation.reason')} max={500} />
      <When name="decidedAt" label={t('isolation.decidedAt')} />
    </OrderDialog>
  )
}
