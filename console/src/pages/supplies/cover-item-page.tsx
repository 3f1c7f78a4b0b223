import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { dateTime, number } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Page, Skeleton } from '../../ui/page.tsx'
import { AssumptionDialog } from './cover-assumption.tsx'
import { CoverChart } from './cover-chart.tsx'
import { type CoverOfItem, coverOfItemQuery } from './requests-queries.ts'
import { useQuantity } from './use-quantity.ts'

const route = getRouteApi('/desk/supplies/cover/$itemId')

export default function CoverItemPage() {
  const { t } = useTranslation()
  const { itemId } = route.useParams()
  const me = useQuery(meQuery).data
  const query = useQuery(coverOfItemQuery(itemId))
  const [saying, setSaying] = useState(false)
  return (
    <Page
      title={query.data?.name ?? t('requests.cover.title')}
      about={query.data && t('requests.cover.asOf', { at: dateTime(query.data.asOf) })}
      above={<Link {...paths.cover()}>{t('requests.cover.title')}</Link>}
      actions={
        may(me, 'supplies.assumption.set') && (
          <Button type="primary" onClick={() => setSaying(true)}>
            {t('requests.cover.set')}
          </Button>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton lines={8} height={34} />} empty="never">
        {(cover) => (
          <>
            <Card title={t('requests.cover.chart')}>
              <div className="stack">
                <CoverChart cover={cover} />
                <Until cover={cover} />
                <p className="muted">{t('requests.cover.method', { days: cover.observedDays })}</p>
              </div>
            </Card>
            <Card title={t('requests.cover.assumptions')} flush>
              <Assumptions cover={cover} />
            </Card>
          </>
        )}
      </Loaded>
      {saying && query.data && (
        <AssumptionDialog itemId={itemId} unit={query.data.unit} onClose={() => setSaying(false)} />
      )}
    </Page>
  )
}

function Until({ cover: { until, observedDays } }: { cover: CoverOfItem }) {
  const { t } = useTranslation()
  if (!until) return <p>{t('requests.cover.tooLittle', { days: observedDays })}</p>
  const { early, likely, late } = until
  if (early === null) return <p>{t('requests.cover.notWithin')}</p>
  const beyond = t('requests.cover.beyond')
  return <p>{t('requests.cover.between', { early, likely: likely ?? beyond, late: late ?? beyond })}</p>
}

function Assumptions({ cover }: { cover: CoverOfItem }) {
  const { t } = useTranslation()
  const words = useQuantity()
  return (
    <>
      <DataTable
        caption={t('requests.cover.assumptions')}
        rows={cover.assumed}
        rowKey={({ basis }) => basis}
        columns={[
          {
            key: 'basis',
            title: t('requests.cover.basis'),
            phone: 'heading',
            cell: ({ basis }) => t(`requests.cover.bases.${basis}`),
          },
          {
            key: 'per',
            title: t('requests.cover.perHead'),
            align: 'end',
            cell: ({ perDay }) => <span className="number">{words(perDay, cover.unit)}</span>,
          },
          {
            key: 'heads',
            title: t('requests.cover.heads'),
            align: 'end',
            cell: ({ heads }) => <span className="number">{number(heads)}</span>,
          },
          {
            key: 'use',
            title: t('requests.cover.use'),
            align: 'end',
            cell: ({ use }) => <span className="number">{words(use, cover.unit)}</span>,
          },
          { key: 'from', title: t('requests.cover.from'), cell: ({ from }) => <span className="number">{from}</span> },
          { key: 'because', title: t('requests.cover.because'), phone: 'wide', cell: ({ because }) => because },
        ]}
      />
      <p style={{ padding: '12px 18px' }}>
        {cover.days === null
          ? t('requests.cover.nothingAssumed')
          : t('requests.cover.daysWords', {
              stock: words(cover.inStore, cover.unit),
              use: words(cover.assumedPerDay, cover.unit),
              days: number(cover.days),
            })}
      </p>
    </>
  )
}
