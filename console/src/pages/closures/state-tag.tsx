import { useTranslation } from 'react-i18next'
import { Tag, type Tone } from '../../ui/tag.tsx'
import type { OrderRow, SubjectState } from './queries.ts'

const tones: Record<SubjectState, Tone> = {
  open: 'plain',
  'should-close': 'caution',
  closed: 'ok',
  breach: 'alarm',
  applied: 'brand',
  inspected: 'brand',
  reopened: 'plain',
}

export function SubjectTag({ state }: { state: SubjectState }) {
  const { t } = useTranslation()
  return <Tag tone={tones[state]}>{t(`closures.states.${state}`)}</Tag>
}

export function OrderTag({ order }: { order: Pick<OrderRow, 'state' | 'isReviewDue'> }) {
  const { t } = useTranslation()
  if (order.isReviewDue) return <Tag tone="caution">{t('closures.reviewDue')}</Tag>
  return <Tag tone={order.state === 'in-force' ? 'brand' : 'plain'}>{t(`closures.orderStates.${order.state}`)}</Tag>
}
