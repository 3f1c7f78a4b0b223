import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import { useCountyMoment } from '../../ui/county-moment.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { dayOf, number } from '../../ui/format.ts'
import { MomentPicker } from '../../ui/moment-picker.tsx'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { useDivisionName } from '../places/queries.ts'
import { CapacityBar } from './capacity-bar.tsx'
import { type SiteRow, sitesQuery } from './queries.ts'

const NewSite = lazy(() => import('./new-site.tsx').then((module) => ({ default: module.NewSite })))
const route = getRouteApi('/desk/sites')

function useColumns(asOf: string | undefined): Column<SiteRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'name',
      title: t('sites.name'),
      phone: 'heading',
      cell: (site) => <Link {...paths.site(site.id, { asOf })}>{site.name}</Link>,
    },
    { key: 'division', title: t('sites.division'), cell: (site) => divisionName(site.division) },
    { key: 'bar', title: t('sites.rooms'), phone: 'wide', cell: ({ capacity }) => <CapacityBar capacity={capacity} /> },
    {
      key: 'persons',
      title: t('sites.persons'),
      align: 'end',
      cell: ({ capacity }) => <span className="number">{number(capacity.persons)}</span>,
    },
    {
      key: 'free',
      title: t('sites.state.free'),
      align: 'end',
      cell: ({ capacity }) => <span className="number">{number(capacity.free)}</span>,
    },
    {
      key: 'waits',
      title: t('sites.state.to-disinfect'),
      align: 'end',
      cell: ({ capacity }) => <span className="number">{number(capacity.toDisinfect)}</span>,
    },
    {
      key: 'document',
      title: t('sites.document'),
      phone: 'leave-out',
      cell: (site) => <span className="muted small">{site.documentNo}</span>,
    },
    {
      key: 'open',
      title: t('sites.opened'),
      cell: (site) =>
        site.closedAt ? (
          <Tag>{t('sites.closedOn', { day: dayOf(site.closedAt) })}</Tag>
        ) : (
          <span className="number">{dayOf(site.openedAt)}</span>
        ),
    },
  ]
}

/** Where people live who are under central isolation, and how full it is. */
export default function SitesPage() {
  const { t } = useTranslation()
  const { asOf } = route.useSearch()
  const standsAt = useCountyMoment()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(sitesQuery(asOf))
  const columns = useColumns(asOf)
  const [isNew, setNew] = useState(false)
  return (
    <Page
      title={t('sites.title')}
      about={t('sites.about')}
      actions={
        <>
          <MomentPicker
            asOf={asOf}
            standsAt={standsAt}
            onPick={(moment) => void navigate({ search: { asOf: moment } })}
          />
          {may(me, 'sites.site.open') && (
            <Button type="primary" onClick={() => setNew(true)}>
              {t('sites.newSite')}
            </Button>
          )}
        </>
      }
    >
      <FigureStrip figures={['living-in-sites', 'isolated-central', 'site-rooms', 'site-rooms-free']} asOf={asOf} />
      <Card flush>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={5} height={34} />}
          none={<Nothing title={t('sites.none')}>{t('sites.noneWhy')}</Nothing>}
          caption={t('sites.title')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ closedAt }) => (closedAt ? 'quiet' : undefined)}
        />
      </Card>
      <Suspense>{isNew && <NewSite onClose={() => setNew(false)} />}</Suspense>
    </Page>
  )
}
