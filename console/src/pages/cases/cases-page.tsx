import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CasesSearch, paths } from '../../paths.ts'
import { may, meQuery } from '../../session.ts'
import type { Column } from '../../ui/data-table.tsx'
import { FigureStrip } from '../../ui/figure-strip.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Card, Nothing, Page, Skeleton } from '../../ui/page.tsx'
import { PagedTable } from '../../ui/paged-table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { divisionsQuery, useDivisionName } from '../places/queries.ts'
import { type CaseRow, casesQuery } from './queries.ts'
import { origins, patientName, statuses, toneOf } from './words.ts'

const FeverDialog = lazy(() => import('./fever-dialog.tsx').then((module) => ({ default: module.FeverDialog })))

const route = getRouteApi('/desk/cases')

function useColumns(): Column<CaseRow>[] {
  const { t } = useTranslation()
  const divisionName = useDivisionName()
  return [
    {
      key: 'person',
      title: t('cases.person'),
      phone: 'heading',
      cell: (row) => <Link {...paths.case(row.id)}>{patientName(t, row.person)}</Link>,
    },
    {
      key: 'status',
      title: t('cases.status'),
      cell: (row) => (
        <span className="row">
          <Tag tone={toneOf[row.status]}>{t(`cases.statuses.${row.status}`)}</Tag>
          {row.overdue > 0 && <Tag tone="alarm">{t('cases.overdue', { count: row.overdue })}</Tag>}
        </span>
      ),
    },
    {
      key: 'since',
      title: t('cases.standsSince'),
      cell: (row) => <time className="number">{dateTime(row.since)}</time>,
    },
    { key: 'origin', title: t('cases.origin'), cell: (row) => t(`cases.origins.${row.origin}`) },
    {
      key: 'opened',
      title: t('cases.openedAt'),
      cell: (row) => <time className="number">{dateTime(row.openedAt)}</time>,
    },
    {
      key: 'onset',
      title: t('cases.onset'),
      cell: (row) => <span className="number">{row.onset ?? t('cases.noOnset')}</span>,
    },
    { key: 'division', title: t('cases.division'), cell: (row) => divisionName(row.division) },
  ]
}

function Filters({ search, onChange }: { search: CasesSearch; onChange(patch: CasesSearch): void }) {
  const { t } = useTranslation()
  const divisions = useQuery(divisionsQuery).data ?? []
  const me = useQuery(meQuery).data
  const townships = divisions.filter(({ code }) => code.length === 9 && code.startsWith(me?.division ?? ''))
  return (
    <FilterBar>
      <Choice
        label={t('cases.status')}
        value={search.status}
        any={t('cases.anyStatus')}
        options={[['open', t('cases.open')], ...statuses.map((one) => [one, t(`cases.statuses.${one}`)] as const)]}
        onChange={(status) => onChange({ status: status as CasesSearch['status'] })}
      />
      <Choice
        label={t('cases.origin')}
        value={search.origin}
        any={t('cases.anyOrigin')}
        options={origins.map((one) => [one, t(`cases.origins.${one}`)] as const)}
        onChange={(origin) => onChange({ origin: origin as CasesSearch['origin'] })}
      />
      {townships.length > 1 && (
        <Choice
          label={t('cases.area')}
          value={search.area}
          any={t('cases.wholeArea')}
          options={townships.map(({ code, name }) => [code, name] as const)}
          onChange={(area) => onChange({ area })}
        />
      )}
      <label className="row">
        <input
          type="checkbox"
          checked={search.overdue === 'yes'}
          onChange={(event) => onChange({ overdue: event.target.checked ? 'yes' : undefined })}
        />
        {t('cases.onlyOverdue')}
      </label>
    </FilterBar>
  )
}

/** Every case of the area with where it stands, those in red in which something waits too long. */
export default function CasesPage() {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const me = useQuery(meQuery).data
  const query = useInfiniteQuery(casesQuery(search))
  const columns = useColumns()
  const [reporting, setReporting] = useState(false)
  return (
    <Page
      title={t('cases.title')}
      about={t('cases.about')}
      actions={
        <span className="row">
          {may(me, 'cases.curve.read') && <Link {...paths.epidemiology()}>{t('cases.epidemiology')}</Link>}
          {may(me, 'cases.fever.report') && (
            <Button type="primary" onClick={() => setReporting(true)}>
              {t('cases.report')}
            </Button>
          )}
        </span>
      }
    >
      <FigureStrip
        figures={[
          'suspected-now',
          'suspected',
          'confirmed',
          'asymptomatic',
          'fevers-elsewhere',
          'fevers-elsewhere-excluded',
        ]}
        area={search.area}
      />
      <Filters
        search={search}
        onChange={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }), replace: true })}
      />
      <Card flush>
        <PagedTable
          query={query}
          skeleton={<Skeleton lines={8} height={28} />}
          none={<Nothing title={t('cases.none')}>{t('cases.noneWhy')}</Nothing>}
          caption={t('cases.title')}
          columns={columns}
          rowKey={(row) => row.id}
          rowTone={(row) => (row.overdue > 0 ? 'alarm' : row.status === 'excluded' ? 'quiet' : undefined)}
        />
      </Card>
      {reporting && (
        <Suspense>
          <FeverDialog onClose={() => setReporting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
