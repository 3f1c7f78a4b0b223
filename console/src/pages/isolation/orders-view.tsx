import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type OrdersSearch, paths } from '../../paths.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar, Views } from '../../ui/filters.tsx'
import { dateTime, dayOf } from '../../ui/format.ts'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { PurposeChoice, usePurpose } from '../../ui/purpose.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type Order, ordersQuery } from './orders-queries.ts'

type State = NonNullable<OrdersSearch['state']>
const states: State[] = ['standing', 'ends-today', 'review-due', 'review-overdue', 'appealed', 'ended']
const kinds = ['home', 'central'] as const

export function StateTag({ order, today }: { order: Pick<Order, 'state' | 'endedWhy' | 'endsOn'>; today: string }) {
  const { t } = useTranslation()
  if (order.state === 'ended') return <Tag>{t(`isolation.ended.${order.endedWhy ?? 'expired'}`)}</Tag>
  return order.endsOn <= today ? (
    <Tag tone="brand">{t('isolation.states.ends-today')}</Tag>
  ) : (
    <Tag tone="caution">{t('isolation.states.standing')}</Tag>
  )
}

function useColumns(today: string): Column<Order>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'person',
      title: t('isolation.person'),
      phone: 'heading',
      cell: ({ id, person }) => <Link {...paths.order(id)}>{person?.name ?? t('isolation.unnamed')}</Link>,
    },
    {
      key: 'area',
      title: t('isolation.area'),
      cell: ({ division }) => [...new Set([division.slice(0, 9), division])].map(divisionName).join(' '),
    },
    { key: 'kind', title: t('isolation.kind'), cell: ({ kind }) => t(`isolation.kinds.${kind}`) },
    { key: 'ground', title: t('isolation.ground'), cell: ({ ground }) => t(`isolation.grounds.${ground}`) },
    {
      key: 'from',
      title: t('isolation.from'),
      phone: 'leave-out',
      cell: ({ startsAt }) => <time className="number">{dateTime(startsAt)}</time>,
    },
    { key: 'till', title: t('isolation.till'), cell: ({ endsOn }) => <span className="number">{endsOn}</span> },
    {
      key: 'day',
      title: t('isolation.day'),
      align: 'end',
      cell: ({ dayNumber }) => <span className="number">{dayNumber}</span>,
    },
    {
      key: 'review',
      title: t('isolation.review'),
      cell: ({ reviewOn, state }) => (
        <span className="row">
          <span className="number">{reviewOn}</span>
          {state === 'standing' && reviewOn < today && <Tag tone="alarm">{t('isolation.overdue')}</Tag>}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('isolation.state'),
      cell: (order) => (
        <span className="row">
          <StateTag order={order} today={today} />
          {order.appealed && <Tag tone="alarm">{t('isolation.states.appealed')}</Tag>}
        </span>
      ),
    },
  ]
}

export function OrdersView({ search, onGo }: { search: OrdersSearch; onGo(patch: OrdersSearch): void }) {
  const { t } = useTranslation()
  const { header } = usePurpose()
  const query = useInfiniteQuery(ordersQuery(search, header))
  const today = dayOf(useCountyMoment() ?? new Date())
  const columns = useColumns(today)
  return (
    <Card flush title={t('isolation.list')} extra={<PurposeChoice />}>
      <FilterBar>
        <Views<State>
          label={t('isolation.state')}
          value={search.state ?? 'standing'}
          options={states.map((one) => [one, t(`isolation.states.${one}`)] as const)}
          onChange={(state) => onGo({ state: state === 'standing' ? undefined : state })}
        />
        <Choice
          label={t('isolation.kind')}
          value={search.kind}
          any={t('isolation.anyKind')}
          options={kinds.map((one) => [one, t(`isolation.kinds.${one}`)] as const)}
          onChange={(kind) => onGo({ kind: kinds.find((one) => one === kind) })}
        />
      </FilterBar>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={8} height={26} />}
        none={<Nothing title={t('isolation.nobody')}>{t('isolation.nobodyWhy')}</Nothing>}
        caption={t('isolation.list')}
        columns={columns}
        rowKey={({ id }) => id}
        rowTone={({ state, reviewOn }) => (state === 'standing' && reviewOn < today ? 'alarm' : undefined)}
      />
    </Card>
  )
}
