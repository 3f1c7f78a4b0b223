import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type NewOrderSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'

interface OrderIsolationProps extends Pick<NewOrderSearch, 'division' | 'household' | 'ground' | 'anchor'> {
  person: string
  /** The record that an order would rest on. */
  source: NonNullable<NewOrderSearch['source']>
  record: string
  /** Whom it is about, where several stand side by side. */
  who?: string
}

/** From a record to the order that rests on it, for whoever decides or proposes one. */
export function OrderIsolation({ record, who, division, ...search }: OrderIsolationProps) {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  if (!may(me, 'isolation.proposal.make') && !may(me, 'isolation.order.open')) return null
  const village = division?.length === 12 ? division : undefined
  return (
    <Link {...paths.newOrder({ ...search, division: village, ref: record })}>
      {who ? t('isolation.toOrderOf', { who }) : t('isolation.toOrder')}
    </Link>
  )
}
