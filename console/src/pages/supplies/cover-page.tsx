import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { FigureLink, type FigureName } from '../../ui/figure-link.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { Tag } from '../../ui/tag.tsx'
import { type CoverRow, coverQuery } from './requests-queries.ts'
import { useQuantity } from './use-quantity.ts'

const route = getRouteApi('/desk/supplies/cover')
const KINDS = ['all', 'medical', 'daily'] as const
const FILTERS = ['medical', 'daily'] as const
const SOON_DAYS = 7

/** For how many days what is there will do, by what is assumed and by what was used. */
export default function CoverPage() {
  const { t } = useTranslation()
  const { kind } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useInfiniteQuery(coverQuery(kind))
  return (
    <Page title={t('requests.cover.title')} about={t('requests.cover.about')}>
      <div>
        <Segmented
          aria-label={t('requests.cover.title')}
          value={kind ?? 'all'}
          options={KINDS.map((one) => ({ value: one, label: t(`requests.cover.kind.${one}`) }))}
          onChange={(one) => void navigate({ search: { kind: FILTERS.find((only) => only === one) } })}
        />
      </div>
      <Loaded
        query={query}
        skeleton={<Skeleton lines={6} height={34} />}
        empty={{
          when: ({ pages }) => pages[0]?.items.length === 0,
          show: (
            <Card>
              <Nothing title={t('requests.cover.nothing')}>{t('requests.cover.nothingWhy')}</Nothing>
            </Card>
          ),
        }}
      >
        {({ pages }) => (
          <Card
            flush
            title={t('requests.cover.title')}
            extra={t('requests.cover.asOf', { at: dateTime(pages[0]?.asOf ?? '') })}
          >
            <Table rows={pages.flatMap(({ items }) => items)} />
            <More query={query} />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

const FIGURES: Partial<Record<string, FigureName>> = {
  'protective-suit': 'cover-protective-suits',
  'surgical-mask': 'cover-surgical-masks',
  n95: 'cover-n95',
  'disinfectant-84': 'cover-disinfectant-84',
}
const OfFigure = ({ figure, children }: { figure: FigureName | undefined; children: ReactNode }) =>
  figure ? <FigureLink figure={figure}>{children}</FigureLink> : children

function Table({ rows }: { rows: CoverRow[] }) {
  const { t } = useTranslation()
  const words = useQuantity()
  return (
    <DataTable
      caption={t('requests.cover.title')}
      rows={rows}
      rowKey={({ itemId }) => itemId}
      rowTone={({ days }) => (days !== null && days < SOON_DAYS ? 'alarm' : undefined)}
      columns={[
        {
          key: 'item',
          title: t('requests.item'),
          phone: 'heading',
          cell: ({ itemId, name }) => <Link {...paths.coverOfItem(itemId)}>{name}</Link>,
        },
        {
          key: 'stock',
          title: t('requests.cover.inStore'),
          align: 'end',
          cell: (row) => <span className="number">{words(row.inStore, row.unit)}</span>,
        },
        {
          key: 'assumed',
          title: t('requests.cover.assumed'),
          align: 'end',
          cell: (row) => (
            <span className="number">{row.assumedPerDay > 0 ? words(row.assumedPerDay, row.unit) : '—'}</span>
          ),
        },
        {
          key: 'days',
          title: t('requests.cover.days'),
          align: 'end',
          cell: ({ code, days }) =>
            days === null ? (
              '—'
            ) : (
              <Tag tone={days < SOON_DAYS ? 'alarm' : 'plain'}>
                <span className="number">
                  <OfFigure figure={FIGURES[code]}>{number(days)}</OfFigure>
                </span>
              </Tag>
            ),
        },
        {
          key: 'observed',
          title: t('requests.cover.observed'),
          align: 'end',
          cell: (row) => (
            <span className="number">{row.observedPerDay > 0 ? words(row.observedPerDay, row.unit) : '—'}</span>
          ),
        },
        {
          key: 'until',
          title: t('requests.cover.until'),
          phone: 'wide',
          cell: ({ until }) =>
            until?.early ? (
              <span className="number">
                {until.early} — {until.late ?? t('requests.cover.beyond')}
              </span>
            ) : (
              '—'
            ),
        },
      ]}
    />
  )
}
