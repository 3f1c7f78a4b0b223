import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { FigureLink, type FigureName } from '../../ui/figure-link.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { amountText } from './amounts.ts'
import { type StockItem, stockQuery } from './queries.ts'
import styles from './supplies.module.css'

/** What the county's own depots hold is a figure, of the goods that the account counts. */
const FIGURES: Partial<Record<string, FigureName>> = {
  'protective-suit': 'stock-protective-suits',
  'surgical-mask': 'stock-surgical-masks',
  n95: 'stock-n95',
  goggles: 'stock-goggles',
  'disinfectant-84': 'stock-disinfectant-84',
  'thermometer-gun': 'stock-thermometer-guns',
}
function OfFigure({ code, asOf, children }: { code: string; asOf: string | undefined; children: ReactNode }) {
  const figure = FIGURES[code]
  return figure ? (
    <FigureLink figure={figure} asOf={asOf}>
      {children}
    </FigureLink>
  ) : (
    children
  )
}

function useColumns(asOf: string | undefined): Column<StockItem>[] {
  const { t } = useTranslation()
  const amount = (unit: StockItem['unit'], quantity: number) => (
    <span className="number">{quantity === 0 ? '—' : amountText(t, unit, quantity)}</span>
  )
  return [
    { key: 'name', title: t('supplies.item'), phone: 'heading', cell: ({ name }) => <strong>{name}</strong> },
    {
      key: 'quantity',
      title: t('supplies.inStores'),
      align: 'end',
      cell: ({ unit, quantity }) => <strong className="number">{amountText(t, unit, quantity)}</strong>,
    },
    {
      key: 'way',
      title: t('supplies.underWay'),
      align: 'end',
      cell: ({ unit, underWay }) => amount(unit, underWay),
    },
    {
      key: 'soon',
      title: t('supplies.expiring'),
      align: 'end',
      cell: ({ unit, expiringSoon }) => amount(unit, expiringSoon),
    },
    {
      key: 'expired',
      title: t('supplies.expired'),
      align: 'end',
      cell: ({ unit, expired }) =>
        expired > 0 ? <Tag tone="alarm">{amountText(t, unit, expired)}</Tag> : <span className="number">—</span>,
    },
    {
      key: 'owners',
      title: t('supplies.where'),
      phone: 'wide',
      cell: ({ code, unit, owners }) => (
        <ul className={styles.owners}>
          {owners.map(({ owner, quantity, stores }) => (
            <li key={owner}>
              <Link {...paths.supplies({ view: 'stores', owner })}>{t(`supplies.owner.${owner}`)}</Link>{' '}
              <span className="muted small">×{stores}</span>{' '}
              <span className="number">
                <OfFigure code={owner === 'county-depot' ? code : ''} asOf={asOf}>
                  {amountText(t, unit, quantity)}
                </OfFigure>
              </span>
            </li>
          ))}
        </ul>
      ),
    },
  ]
}

/** Item by item, medical first: how much, on the way, about to expire, and with whom. */
export function StockView({ asOf }: { asOf: string | undefined }) {
  const { t } = useTranslation()
  const query = useQuery(stockQuery(asOf))
  const columns = useColumns(asOf)
  return (
    <Loaded
      query={query}
      skeleton={
        <Card>
          <Skeleton lines={8} height={32} />
        </Card>
      }
      empty={{
        when: ({ items }) => items.length === 0,
        show: (
          <Card>
            <Nothing title={t('supplies.nothing')}>{t('supplies.nothingWhy')}</Nothing>
          </Card>
        ),
      }}
    >
      {({ items }) =>
        (['medical', 'daily'] as const).map((kind) => {
          const rows = items.filter((item) => item.kind === kind)
          return rows.length === 0 ? null : (
            <Card key={kind} flush title={t(`supplies.kind.${kind}`)}>
              <DataTable
                caption={t(`supplies.kind.${kind}`)}
                columns={columns}
                rows={rows}
                rowKey={({ itemId }) => itemId}
                rowTone={({ quantity }) => (quantity === 0 ? 'quiet' : undefined)}
              />
            </Card>
          )
        })
      }
    </Loaded>
  )
}
