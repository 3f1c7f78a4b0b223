import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type InspectionsSearch, paths } from '../../paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Choice, FilterBar } from '../../ui/filters.tsx'
import { dateTime } from '../../ui/format.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { More } from '../../ui/more.tsx'
import { Card, Nothing, Skeleton } from '../../ui/page.tsx'
import { AreaChoice } from './area-choice.tsx'
import { type FindingRow, findingsQuery } from './queries.ts'
import { FindingState, Severity } from './words.tsx'

interface ViewProps {
  search: InspectionsSearch
  onChange(patch: InspectionsSearch): void
}

/** What is still to be put right, the soonest due first. */
export function FindingsView({ search, onChange }: ViewProps) {
  const { t } = useTranslation()
  const query = useInfiniteQuery(findingsQuery(search))
  const columns = useColumns(search.asOf)
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <FilterBar result={t('inspections.shown', { count: rows.length })}>
        <Choice
          label={t('inspections.stateOf')}
          value={search.state}
          any={t('inspections.state.standing')}
          options={(['overdue', 'rectified', 'passed', 'withdrawn', 'all'] as const).map(
            (one) => [one, t(`inspections.state.${one}`)] as const,
          )}
          onChange={(state) => onChange({ state: state as InspectionsSearch['state'] })}
        />
        <Choice
          label={t('inspections.climbedTo')}
          value={search.climbed}
          any={t('inspections.anyLevel')}
          options={(['place', 'township', 'county'] as const).map(
            (one) => [one, t(`inspections.climbed.${one}`)] as const,
          )}
          onChange={(climbed) => onChange({ climbed: climbed as InspectionsSearch['climbed'] })}
        />
        <AreaChoice area={search.area} onChange={(area) => onChange({ area })} />
      </FilterBar>
      <Card flush>
        <Loaded
          query={query}
          skeleton={<Skeleton lines={8} height={28} />}
          empty={{
            when: ({ pages }) => pages.every(({ items }) => items.length === 0),
            show: <Nothing title={t('inspections.noFindings')} />,
          }}
        >
          {() => (
            <DataTable
              caption={t('inspections.view.findings')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              rowTone={({ overdue, climbed }) => (overdue ? 'alarm' : climbed === null ? 'quiet' : undefined)}
            />
          )}
        </Loaded>
        <More query={query} />
      </Card>
    </>
  )
}

function useColumns(asOf: string | undefined): Column<FindingRow>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'what',
      title: t('inspections.what'),
      phone: 'heading',
      cell: ({ what, inspectionId }) => (
        <Link {...paths.inspection(inspectionId, { asOf })}>{what || t('inspections.forgotten')}</Link>
      ),
    },
    {
      key: 'place',
      title: t('inspections.place'),
      cell: ({ placeName, divisionName, placeKind }) => (
        <>
          {placeName}
          <span className="muted small">
            {' '}
            {t(`inspections.kind.${placeKind}`)}
            {divisionName === placeName ? '' : ` · ${divisionName}`}
          </span>
        </>
      ),
    },
    { key: 'severity', title: t('inspections.severityOf'), cell: (row) => <Severity severity={row.severity} /> },
    {
      key: 'due',
      title: t('inspections.dueAt'),
      cell: ({ dueAt, climbed }) => <span className="number">{climbed === null ? '—' : dateTime(dueAt)}</span>,
    },
    { key: 'state', title: t('inspections.stateOf'), phone: 'wide', cell: (row) => <FindingState {...row} /> },
  ]
}
