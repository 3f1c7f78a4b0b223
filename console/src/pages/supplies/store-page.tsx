import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type StoreSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import { Views } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CardView } from './card-view.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { ArriveDialog, CountDialog } from './count-dialog.tsx'
import { Lines } from './goods.tsx'
import { LotStock } from './lot-stock.tsx'
import { MovementDialog } from './movement-dialog.tsx'
import type { MovementForm } from './movement-fields.tsx'
import { MovementsView } from './movements-view.tsx'
import { PrintButton } from './print-button.tsx'
import { type Consignment, storeStockQuery, waysQuery } from './queries.ts'
import { SlipsView } from './slips-view.tsx'

const route = getRouteApi('/desk/supplies/stores/$storeId')
type View = NonNullable<StoreSearch['view']>
const views: View[] = ['stock', 'card', 'movements', 'slips', 'ways']
const SHOPS = ['grain-outlet', 'supermarket', 'reserve-company']
const forms: Array<MovementForm | 'counted'> = ['received', 'issued', 'sent', 'counted', 'sold', 'written-off']

/** One store: what is in it, lot by lot, the card of each item, and what comes and goes. */
export default function StorePage() {
  const { t } = useTranslation()
  const { storeId } = route.useParams()
  const { view = 'stock', item, asOf } = route.useSearch()
  const standsAt = useCountyMoment()
  const navigate = route.useNavigate()
  const query = useQuery(storeStockQuery(storeId, asOf))
  const me = useQuery(meQuery).data
  const [asking, setAsking] = useState<MovementForm | 'counted' | 'closed' | null>(null)
  const go = (patch: StoreSearch) => void navigate({ search: (before) => ({ ...before, ...patch }) })
  const store = query.data
  const offered = forms.filter((one) => one !== 'sold' || SHOPS.includes(store?.owner ?? ''))
  return (
    <Page
      title={store?.name ?? t('supplies.store')}
      above={<Link {...paths.supplies({ view: 'stores' })}>‹ {t('supplies.title')}</Link>}
      about={store ? `${t(`supplies.owner.${store.owner}`)} · ${store.divisionName} · ${store.post}` : ' '}
      actions={
        <>
          {view === 'stock' && (
            <>
              <MomentPicker asOf={asOf} standsAt={standsAt} onPick={(moment) => go({ asOf: moment })} />
              <PrintButton what={{ storeId }} size="middle" />
            </>
          )}
          {store?.mayKeep &&
            offered.map((one, nth) => (
              <Button key={one} type={nth === 0 ? 'primary' : 'default'} onClick={() => setAsking(one)}>
                {t(`supplies.form.${one}`)}
              </Button>
            ))}
          {store?.mayKeep && store.items.length === 0 && may(me, 'supplies.store.close') && (
            <Button danger onClick={() => setAsking('closed')}>
              {t('supplies.closeStore')}
            </Button>
          )}
        </>
      }
    >
      {store?.closedAt && <Tag>{t('supplies.closedOn', { at: dateTime(store.closedAt) })}</Tag>}
      <div>
        <Views<View>
          label={t('supplies.viewsOf')}
          value={view}
          options={views.map(
            (one) => [one, one === 'slips' ? t('supplies.view.slips') : t(`supplies.${one}`)] as const,
          )}
          onChange={(wanted) => go({ view: wanted === 'stock' ? undefined : wanted })}
        />
      </div>
      {view === 'stock' && <LotStock query={query} />}
      {view === 'card' && <CardView storeId={storeId} item={item ?? ''} onItem={(id) => go({ item: id })} />}
      {view === 'movements' && <MovementsView storeId={storeId} />}
      {view === 'slips' && <SlipsView storeId={storeId} />}
      {view === 'ways' && <Ways storeId={storeId} />}
      {store && asking === 'counted' && <CountDialog store={store} onClose={() => setAsking(null)} />}
      {store && asking === 'closed' && <CloseDialog store={store} onClose={() => setAsking(null)} />}
      {store && asking !== null && asking !== 'counted' && asking !== 'closed' && (
        <MovementDialog form={asking} store={store} onClose={() => setAsking(null)} />
      )}
    </Page>
  )
}

function Ways({ storeId }: { storeId: string }) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(waysQuery(storeId))
  const me = useQuery(meQuery).data
  const [arriving, setArriving] = useState<Consignment | null>(null)
  return (
    <Card flush>
      <PagedTable
        query={query}
        skeleton={<Skeleton lines={4} height={32} />}
        none={<Nothing title={t('supplies.noWays')} />}
        caption={t('supplies.ways')}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'way',
            title: t('supplies.whom'),
            phone: 'heading',
            cell: ({ storeName, toStoreName }) => `${storeName} → ${toStoreName}`,
          },
          { key: 'lines', title: t('supplies.goods'), phone: 'wide', cell: ({ lines }) => <Lines lines={lines} /> },
          {
            key: 'at',
            title: t('supplies.at'),
            cell: ({ sentAt }) => <span className="number">{dateTime(sentAt)}</span>,
          },
          {
            key: 'doing',
            title: '',
            phone: 'wide',
            cell: (way) =>
              may(me, 'supplies.movement.record') && way.toStoreId === storeId ? (
                <Button size="small" type="primary" onClick={() => setArriving(way)}>
                  {t('supplies.form.arrived')}
                </Button>
              ) : null,
          },
        ]}
      />
      {arriving && <ArriveDialog way={arriving} onClose={() => setArriving(null)} />}
    </Card>
  )
}
