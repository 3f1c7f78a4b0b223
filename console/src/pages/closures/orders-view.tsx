import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { type OrderRow, ordersQuery } from './queries.ts'
import { OrderTag } from './state-tag.tsx'

const STATES = ['standing', 'review-due', 'over', 'all'] as const

/** What an order closes, in a few words. */
export function useCovers(): (order: Pick<OrderRow, 'classes' | 'named'>) => string {
  const { t } = useTranslation()
  return ({ classes, named }) =>
    classes.length > 0
      ? classes.map((one) => t(`closures.classes.${one}`)).join(t('sites.comma'))
      : t('closures.named', { count: named })
}

function useColumns(): Column<OrderRow>[] {
  const { t } = useTranslation()
  const covers = useCovers()
  return [
    {
      key: 'document',
      title: t('closures.document'),
      phone: 'heading',
      cell: (one) => <Link {...paths.closureOrder(one.id)}>{one.documentNo}</Link>,
    },
    { key: 'covers', title: t('closures.covers'), phone: 'wide', cell: covers },
    { key: 'area', title: t('closures.area'), cell: (one) => one.divisionName },
    { key: 'state', title: t('closures.state'), cell: (one) => <OrderTag order={one} /> },
    { key: 'since', title: t('closures.since'), cell: (one) => <span className="number">{dayOf(one.startsAt)}</span> },
    {
      key: 'until',
      title: t('closures.until'),
      cell: (one) => <span className="number">{dayOf(new Date(Date.parse(one.until) - 1))}</span>,
    },
    { key: 'review', title: t('closures.review'), cell: (one) => <span className="number">{one.reviewOn}</span> },
  ]
}

export function OrdersView() {
  const { t } = useTranslation()
  const [state, setState] = useState<(typeof STATES)[number]>('standing')
  const query = useInfiniteQuery(ordersQuery(state))
  const columns = useColumns()
  return (
    <Card flush>
      <FilterBar>
        <Choice
          label={t('closures.state')}
          value={state === 'all' ? undefined : state}
          any={t('closures.orderFilter.all')}
          options={STATES.slice(0, 3).map((one) => [one, t(`closures.orderFilter.${one}`)] as const)}
          onChange={(one) => setState(STATES.find((known) => known === one) ?? 'all')}
        />
      </FilterBar>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={6} height={30} />}
        none={<Nothing title={t('closures.noOrders')}>{t('closures.noOrdersWhy')}</Nothing>}
        caption={t('closures.view.orders')}
        columns={columns}
        rowKey={({ id }) => id}
        rowTone={(one) => (one.state === 'ended' || one.state === 'lifted' ? 'quiet' : undefined)}
      />
    </Card>
  )
}
