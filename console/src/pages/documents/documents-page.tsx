import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentsSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dayOf } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { type DocumentRow, documentsQuery, seriesQuery } from './queries.ts'
import { StateTag } from './state-tag.tsx'

const NewSeries = lazy(() => import('./new-series.tsx').then((module) => ({ default: module.NewSeries })))
const route = getRouteApi('/desk/documents')

function useColumns(): Column<DocumentRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      title: t('documents.name'),
      phone: 'heading',
      cell: (one) => <Link {...paths.document(one.id)}>{one.title}</Link>,
    },
    {
      key: 'number',
      title: t('documents.number'),
      cell: (one) => <span className="number">{one.number ?? '—'}</span>,
    },
    { key: 'kind', title: t('documents.kind'), cell: (one) => t(`documents.kinds.${one.kind}`) },
    { key: 'state', title: t('documents.stands'), cell: (one) => <StateTag state={one.state} /> },
    {
      key: 'issued',
      title: t('documents.issuedOn'),
      cell: (one) => <span className="number">{one.issuedAt ? dayOf(one.issuedAt) : '—'}</span>,
    },
    { key: 'authority', title: t('documents.authority'), phone: 'leave-out', cell: (one) => one.authority },
  ]
}

/** What the command has written, what stands of it, and what is being written. */
export default function DocumentsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(documentsQuery(search))
  const series = useQuery(seriesQuery).data?.items ?? []
  const columns = useColumns()
  const [adding, setAdding] = useState(false)
  const change = (patch: DocumentsSearch) => void navigate({ search: { ...search, ...patch } })
  return (
    <Page
      title={t('documents.title')}
      about={t('documents.about')}
      actions={
        may(me, 'command.document.draft') && (
          <>
            <Button onClick={() => setAdding(true)}>{t('documents.newSeries')}</Button>
            {series.length > 0 && (
              <Link {...paths.newDocument({ series: search.series })}>
                <Button type="primary">{t('documents.new')}</Button>
              </Link>
            )}
          </>
        )
      }
    >
      <FigureStrip figures={['orders-issued', 'public-notices-issued', 'work-letters-issued', 'circulars-issued']} />
      <Card flush>
        <FilterBar>
          <Choice
            label={t('documents.stands')}
            value={search.state}
            any={t('documents.all')}
            options={(['open', 'standing', 'over'] as const).map((one) => [one, t(`documents.filter.${one}`)] as const)}
            onChange={(state) => change({ state: state as DocumentsSearch['state'] })}
          />
          <Choice
            label={t('documents.series')}
            value={search.series}
            any={t('documents.anySeries')}
            options={series.map((one) => [one.id, `${one.code} · ${t(`documents.kinds.${one.kind}`)}`] as const)}
            onChange={(id) => change({ series: id })}
          />
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={6} height={30} />}
          none={<Nothing title={t('documents.none')}>{t('documents.noneWhy')}</Nothing>}
          caption={t('documents.title')}
          columns={columns}
          rowKey={({ id }) => id}
          rowTone={({ endedAt }) => (endedAt ? 'quiet' : undefined)}
        />
      </Card>
      <Suspense>{adding && <NewSeries onClose={() => setAdding(false)} />}</Suspense>
    </Page>
  )
}
