import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths, type ReportsSearch } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { useDivisionName } from '../places/queries.ts'
import { type ReportRow, reportsQuery } from './queries.ts'
import { StateTag } from './state-tag.tsx'

const NewReport = lazy(() => import('./new-report.tsx').then((module) => ({ default: module.NewReportDialog })))
const route = getRouteApi('/desk/reports')
const STATES = ['drafting', 'submitted', 'checked', 'sealed', 'issued', 'abandoned'] as const

function useColumns(): Column<ReportRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'title',
      title: t('reports.title'),
      phone: 'heading',
      cell: (one) => <Link {...paths.report(one.id)}>{one.title}</Link>,
    },
    { key: 'area', title: t('figures.area'), cell: (one) => divisionName(one.area) },
    { key: 'asOf', title: t('reports.asOf'), cell: (one) => <span className="number">{dateTime(one.asOf)}</span> },
    { key: 'state', title: t('reports.stands'), cell: (one) => <StateTag state={one.state} /> },
    { key: 'number', title: t('reports.number'), align: 'end', cell: (one) => one.number ?? '—' },
  ]
}

/** Every account the county has given, and what is being written. */
export default function ReportsPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(reportsQuery(search))
  const columns = useColumns()
  const [adding, setAdding] = useState(false)
  return (
    <Page
      title={t('shell.reports')}
      about={t('reports.about')}
      actions={
        may(me, 'reporting.report.draft') && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('reports.new')}
          </Button>
        )
      }
    >
      <Card flush>
        <FilterBar>
          <Choice
            label={t('reports.stands')}
            value={search.state}
            any={t('reports.all')}
            options={STATES.map((state) => [state, t(`reports.state.${state}`)] as const)}
            onChange={(state) => void navigate({ search: { state: state as ReportsSearch['state'] } })}
          />
        </FilterBar>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={6} height={28} />}
          none={<Nothing title={t('reports.none')}>{t('reports.noneAbout')}</Nothing>}
          caption={t('shell.reports')}
          columns={columns}
          rowKey={({ id }) => id}
        />
      </Card>
      <Suspense>
        {adding && (
          <NewReport onClose={() => setAdding(false)} onMade={(reportId) => void navigate(paths.report(reportId))} />
        )}
      </Suspense>
    </Page>
  )
}
