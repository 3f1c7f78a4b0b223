import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { amountText } from './amounts.ts'
import type { StoreStock } from './queries.ts'

type StockQuery = Parameters<typeof Loaded<StoreStock>>[0]['query']
/** What is in a store, lot by lot. */
export function LotStock({ query }: { query: StockQuery }) {
  const { t } = useTranslation()
  return (
    <Card flush>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={32} />}
        empty={{ when: ({ items }) => items.length === 0, show: <Nothing title={t('supplies.nothingHere')} /> }}
      >
        {({ items, storeId }) => (
          <DataTable
            caption={t('supplies.stock')}
            rows={items}
            rowKey={({ lot }) => lot.id}
            columns={[
              {
                key: 'item',
                title: t('supplies.item'),
                phone: 'heading',
                cell: ({ itemName, itemId }) => (
                  <Link {...paths.store(storeId, { view: 'card', item: itemId })}>{itemName}</Link>
                ),
              },
              {
                key: 'lot',
                title: t('supplies.lot'),
                cell: ({ lot }) => lot.makerNo ?? <span className="muted">{t('supplies.noLot')}</span>,
              },
              {
                key: 'expires',
                title: t('supplies.expiresOn'),
                cell: ({ lot }) => <span className="number">{lot.expiresOn ?? '—'}</span>,
              },
              {
                key: 'quantity',
                title: t('supplies.quantity'),
                align: 'end',
                cell: ({ unit, quantity }) => <strong className="number">{amountText(t, unit, quantity)}</strong>,
              },
              {
                key: 'counted',
                title: t('supplies.countedAt'),
                cell: ({ countedAt }) => <span className="number">{countedAt ? dateTime(countedAt) : '—'}</span>,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}
