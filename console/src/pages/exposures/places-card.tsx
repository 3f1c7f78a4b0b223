import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { language } from '../../i18n/i18n.ts'
import { may, meQuery } from '../../session.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { type ExposurePlace, exposurePlacesQuery } from './queries.ts'
import { usePlaceName } from './whereabouts.ts'

const PlaceDialog = lazy(() => import('./place-dialog.tsx').then((module) => ({ default: module.PlaceDialog })))

/** Points with a radius: whoever was within one is found by the distance. */
export function PlacesCard() {
  const { t } = useTranslation()
  const me = useQuery(meQuery).data
  const query = useQuery(exposurePlacesQuery)
  const placeName = usePlaceName()
  const [open, setOpen] = useState<ExposurePlace | 'add' | null>(null)
  const mayDefine = may(me, 'exposures.place.define')
  const columns: Column<ExposurePlace>[] = [
    { key: 'name', title: t('definitions.place'), phone: 'heading', cell: (one) => one[language()] },
    { key: 'code', title: t('exposures.division'), cell: ({ code }) => (code ? placeName(code) : '—') },
    {
      key: 'radius',
      title: t('definitions.radius'),
      align: 'end',
      cell: ({ radiusM }) => t('definitions.metres', { count: radiusM }),
    },
    {
      key: 'point',
      title: t('definitions.point'),
      cell: ({ lon, lat }) => (
        <span className="number">{t('facts.onPoint', { lon: lon.toFixed(4), lat: lat.toFixed(4) })}</span>
      ),
    },
    {
      key: 'period',
      title: t('definitions.period'),
      cell: ({ openFrom, openUntil }) =>
        openFrom || openUntil
          ? `${openFrom ? dateTime(openFrom) : ''} – ${openUntil ? dateTime(openUntil) : ''}`
          : t('definitions.always'),
    },
    {
      key: 'actions',
      title: '',
      align: 'end',
      cell: (one) =>
        mayDefine && (
          <button
            type="button"
            className="plain-button"
            onClick={() => setOpen(one)}
            aria-label={t('definitions.changeOf', { name: one[language()] })}
          >
            {t('definitions.change')}
          </button>
        ),
    },
  ]
  return (
    <Card
      title={t('definitions.exposurePlaces')}
      extra={mayDefine && <Button onClick={() => setOpen('add')}>{t('definitions.addPlace')}</Button>}
      flush
    >
      <Loaded
        query={query}
        skeleton={<Skeleton lines={2} height={26} />}
        empty={{
          when: ({ items }) => items.length === 0,
          show: <Nothing title={t('definitions.noPlaces')}>{t('definitions.noPlacesWhy')}</Nothing>,
        }}
      >
        {({ items }) => (
          <DataTable
            caption={t('definitions.exposurePlaces')}
            columns={columns}
            rows={items}
            rowKey={({ key }) => key}
          />
        )}
      </Loaded>
      <Suspense>
        {open && <PlaceDialog change={open === 'add' ? undefined : open} onClose={() => setOpen(null)} />}
      </Suspense>
    </Card>
  )
}
